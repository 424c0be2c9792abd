/** Corrections that this run has no use for: they found nothing to correct, or say otherwise than another. */
import { basename } from 'node:path';
import type { Corrections } from '../../../src/article/corrections.ts';
import { namesNear } from '../../../src/article/near.ts';
import { type Problem, problem } from '../../../src/article/report.ts';
import { correctionName } from '../correct.ts';
import type { Context } from '../stages/context.ts';
import type { RenderResult } from '../stages/rendered.ts';
import type { Arrival } from './arrivals.ts';
import { contradictions } from './contradictions.ts';
import type { SeriesIndex } from './series.ts';

/** What a correction did not find, in words, and what is meant perhaps. */
type NotFound = { otherwise: string; meant?: readonly string[] };

function notFound(each: object, { ids, files, renamed, linesIn }: Known): NotFound {
  if ('id' in each && typeof each.id === 'string' && !ids.has(each.id))
    return thereIs(`there is no article ${each.id}`, namesNear(each.id, ids));
  if ('file' in each && typeof each.file === 'string' && !files.includes(each.file)) {
    const now = renamed.get(each.file);
    const said = `there is no dump ${each.file}`;
    if (now === undefined) return thereIs(said, filesLike(each.file, files));
    return { otherwise: `${said}; it is named ${now} now`, meant: [now] };
  }
  if ('file' in each && 'line' in each) {
    const first = Number(Array.isArray(each.line) ? each.line[0] : each.line);
    const count = linesIn.get(String(each.file)) ?? Number.POSITIVE_INFINITY;
    if (first > count)
      return { otherwise: `${each.file} has ${count} lines, and line ${first} is none of them` };
    if ('splitBefore' in each)
      return { otherwise: `no paragraph at line ${first} of ${each.file} goes on with ${each.splitBefore}` };
    return { otherwise: `line ${first} of ${each.file} is blank` };
  }
  if ('from' in each) return { otherwise: `${each.from} does not stand there in the article` };
  return { otherwise: `nothing matches ${JSON.stringify(each)}` };
}

/** @param meant names of which one is meant perhaps */
function thereIs(said: string, meant: readonly string[]): NotFound {
  return meant.length > 0
    ? { otherwise: `${said}; there is ${meant.join(', ')}`, meant }
    : { otherwise: said };
}

/** Dumps of which a name may be meant: the name alone is right, or there is a slip in it. */
function filesLike(name: string, files: readonly string[]): string[] {
  const named = files.filter((file) => basename(file) === basename(name));
  return named.length > 0 ? named : namesNear(name, files);
}

/** A thing that a correction looks for, and what is told where it is not found; one without a name is the whole of it. */
type Sought = NotFound & {
  named?: string;
  /** It is looked for in what the dumps print. */
  isPrinted?: true;
};

/** What a correction looks for: each spelling and article that it names, or the one thing that it corrects. */
function soughtBy(list: keyof Corrections, at: number, corrections: Corrections, known: Known): Sought[] {
  const spellings = (also: readonly string[] = []): Sought[] =>
    also.map((named) => ({ named, isPrinted: true, otherwise: `no article prints ${named}` }));
  const each = corrections[list]?.[at] ?? {};
  if (list === 'series') return spellings(corrections.series?.[at]?.also);
  if (list !== 'people') return [notFound(each, known)];
  const { name, also, articles = [] } = corrections.people?.[at] ?? {};
  const ofId = (id: string): NotFound =>
    known.ids.has(id) ? { otherwise: `${id} is not by ${name}` } : notFound({ id }, known);
  return [...spellings(also), ...articles.map((named) => ({ named, ...ofId(named) }))];
}

/** What a run knows of its archive. */
export type Known = {
  /** Of the articles of this run and of those that are kept. */
  ids: ReadonlySet<string>;
  /** Names of the dumps. */
  files: readonly string[];
  /** By a name that a dump had before, the one that it has. */
  renamed: ReadonlyMap<string, string>;
  /** How many lines each dump has that could be read. */
  linesIn: ReadonlyMap<string, number>;
  /** Dumps that cannot be read now, and their articles: what is said of them waits. */
  unreadable: ReadonlySet<string>;
  /** 1-based line of a correction. */
  lineOf: (list: keyof Corrections, at: number) => number | undefined;
};

/** Corrections that found nothing to correct, or that say otherwise than another, in the order of the file. */
export function unmatchedCorrections(
  context: Context,
  arrivals: readonly Arrival[],
  series: SeriesIndex,
  known: Known,
  results: readonly RenderResult[],
  alsoUsed: readonly string[],
): Problem[] {
  const { corrections, correctionsFile } = context;
  const { files, lineOf, unreadable } = known;
  const waits = (each: object): boolean =>
    ('file' in each && unreadable.has(String(each.file))) ||
    ('id' in each && unreadable.has(String(each.id)));
  const used = new Set(alsoUsed);
  const unheeded = new Map(arrivals.flatMap(({ read }) => Object.entries(read.unheeded)));
  for (const result of results) for (const name of result.used) used.add(name);
  for (const { read } of arrivals) for (const name of read.used) used.add(name);
  for (const [at, { also }] of (corrections.series ?? []).entries())
    for (const each of also) if (series.isPrinted(each)) used.add(correctionName('series', at, each));
  for (const [at, each] of (corrections.encodings ?? []).entries())
    if (files.includes(each.file)) used.add(correctionName('encodings', at));
  const contradicted = contradictions(corrections, correctionsFile, lineOf);
  // What another found in its place is told of as such, and is not to be removed or adapted.
  const late = new Set(
    contradicted.flatMap(({ late: each }) => (each && used.has(each.by) ? each.name : [])),
  );
  const problems = (Object.keys(corrections) as (keyof Corrections)[]).flatMap((list) =>
    [...(corrections[list] ?? []).entries()].flatMap(([at, each]) => {
      if (waits(each)) return [];
      const instead = unheeded.get(correctionName(list, at));
      if (instead !== undefined) {
        const what = `Under ${list}: ${instead}, for the page cannot be read as the correction says.`;
        return [problem('unheeded-correction', 'note', correctionsFile, what, lineOf(list, at))];
      }
      const sought = soughtBy(list, at, corrections, known);
      const missing = sought.filter(
        ({ named, isPrinted }) =>
          !used.has(correctionName(list, at, named)) &&
          !(named && unreadable.has(named)) &&
          // What only a dump prints that cannot be read cannot be looked for.
          !(isPrinted && unreadable.size > 0),
      );
      const effect = missing.length < sought.length ? '' : ' The correction does nothing.';
      return missing.flatMap(({ named, otherwise, meant }) => {
        if (late.has(correctionName(list, at, named))) return [];
        const what = `Under ${list}: ${otherwise}.${effect}`;
        const line = lineOf(list, at);
        const remedy = meant && `Write ${meant.join(' or ')} in its place, where that is meant.`;
        return [problem('unmatched-correction', 'note', correctionsFile, what, line, remedy)];
      });
    }),
  );
  for (const [at, { id, set }] of (corrections.fields ?? []).entries())
    for (const former of set.formerly ?? []) {
      if (!known.ids.has(former)) continue;
      const what = `Under fields: ${former} is an article, and its address does not lead to ${id}.`;
      problems.push(problem('unmatched-correction', 'note', correctionsFile, what, lineOf('fields', at)));
    }
  problems.push(...contradicted.map((each) => each.problem));
  return problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}
