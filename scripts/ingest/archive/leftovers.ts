/** What earlier runs or a person left that this run has no use for: files, dumps that are gone, corrections. */
import { existsSync, readFileSync } from 'node:fs';
import type { Corrections } from '../../../src/article/corrections.ts';
import { type Problem, problem, type RemovedArticle } from '../../../src/article/report.ts';
import { correctionName } from '../correct.ts';
import type { Context } from '../stages/context.ts';
import { articlePath, isNamed, ledgerPath, shown } from '../stages/paths.ts';
import type { RenderResult } from '../stages/rendered.ts';
import type { Absent, Arrival } from './arrivals.ts';
import { contradictions } from './contradictions.ts';
import { articleIn, type Previous, sha256 } from './previous.ts';
import type { SeriesIndex } from './series.ts';

function filesOf(arrivals: readonly Arrival[]): Set<string> {
  return new Set(arrivals.map(({ read: { file } }) => file));
}

/** What articles say of series whose dump is gone. */
export function absentSeries(context: Context, arrivals: readonly Arrival[], previous: Previous): Absent[] {
  const present = filesOf(arrivals);
  return [...previous.sources].flatMap(([file, { arrived, ids }]) => {
    if (present.has(file)) return [];
    return ids.flatMap((id): Absent[] => {
      const path = articlePath(context, id);
      if (!existsSync(path)) return [];
      const { series } = articleIn(readFileSync(path, 'utf8')).frontmatter ?? {};
      return series === undefined ? [] : [{ arrived, series }];
    });
  });
}

/**
 * Files of earlier runs that this one does not make.
 *
 * @param ids of the articles of this run
 * @param takenIn for ids that lead to another article now, the id of that one
 * @param unreadable dumps that are there and cannot be read
 * @returns paths to remove, and the articles among them; what is kept because its dump is gone, or because a person edited it, is a problem to report
 */
export function removalsOf(
  context: Context,
  arrivals: readonly Arrival[],
  previous: Previous,
  ids: ReadonlySet<string>,
  takenIn: ReadonlyMap<string, string>,
  unreadable: ReadonlySet<string>,
): { gone: string[]; removed: RemovedArticle[]; problems: Problem[]; used: string[] } {
  const present = filesOf(arrivals);
  const withdrawn = new Map((context.corrections.withdraw ?? []).map(({ id }, at) => [id, at]));
  const kept = new Set<string>();
  const gone: string[] = [];
  const removed: RemovedArticle[] = [];
  const problems: Problem[] = [];
  const used: string[] = [];
  for (const [file, { ids: held }] of previous.sources) {
    if (present.has(file)) continue;
    for (const id of held) {
      const at = withdrawn.get(id);
      if (at !== undefined) used.push(correctionName('withdraw', at));
    }
    const orphans = held.filter((id) => !ids.has(id) && !withdrawn.has(id));
    for (const id of orphans) kept.add(id);
    if (unreadable.has(file)) continue;
    if (orphans.length === 0) gone.push(ledgerPath(context, file));
    else
      problems.push(
        problem(
          'source-gone',
          'note',
          file,
          `The dump is gone; its articles (${orphans.join(', ')}) are kept.`,
        ),
      );
  }
  for (const id of previous.ids) {
    if (ids.has(id) || kept.has(id)) continue;
    const path = articlePath(context, id);
    const text = readFileSync(path, 'utf8');
    if (isNamed(context.force, id) || previous.written.get(id)?.includes(sha256(text))) {
      gone.push(path);
      const title = articleIn(text).frontmatter?.title ?? id;
      const into = takenIn.get(id);
      removed.push({ id, title, ...(into !== undefined && { into }) });
      if (withdrawn.has(id) || into !== undefined) continue;
      const what = `No dump holds this article (${title}) any more; its file is removed.`;
      problems.push(problem('article-gone', 'note', shown(path), what));
    } else {
      const what = 'No dump holds this article, and a person edited it; it is kept as it is.';
      problems.push(problem('edited-article', 'note', shown(path), what));
    }
  }
  return { gone, removed, problems, used };
}

/** What a correction did not find, in words. */
function notFound(each: object, { ids, files, linesIn }: Known): string {
  if ('id' in each && typeof each.id === 'string' && !ids.has(each.id)) {
    const like = [...ids].filter((id) => isNear(id, String(each.id)));
    return `there is no article ${each.id}${like.length > 0 ? `; there is ${like.join(', ')}` : ''}`;
  }
  if ('file' in each && !files.includes(String(each.file))) return `there is no dump ${each.file}`;
  if ('file' in each && 'line' in each) {
    const first = Number(Array.isArray(each.line) ? each.line[0] : each.line);
    const count = linesIn.get(String(each.file)) ?? Number.POSITIVE_INFINITY;
    if (first > count) return `${each.file} has ${count} lines, and line ${first} is none of them`;
    if ('splitBefore' in each)
      return `no paragraph at line ${first} of ${each.file} goes on with ${each.splitBefore}`;
    return `line ${first} of ${each.file} is blank`;
  }
  if ('from' in each) return `${each.from} does not stand there in the article`;
  return `nothing matches ${JSON.stringify(each)}`;
}

/** A thing that a correction looks for, and what is told where it is not found; one without a name is the whole of it. */
type Sought = {
  named?: string;
  /** It is looked for in what the dumps print. */
  isPrinted?: true;
  otherwise: string;
};

/** What a correction looks for: each spelling and article that it names, or the one thing that it corrects. */
function soughtBy(list: keyof Corrections, at: number, corrections: Corrections, known: Known): Sought[] {
  const spellings = (also: readonly string[] = []): Sought[] =>
    also.map((named) => ({ named, isPrinted: true, otherwise: `no article prints ${named}` }));
  const each = corrections[list]?.[at] ?? {};
  if (list === 'series') return spellings(corrections.series?.[at]?.also);
  if (list !== 'people') return [{ otherwise: notFound(each, known) }];
  const { name, also, articles = [] } = corrections.people?.[at] ?? {};
  const ofId = (id: string): string =>
    known.ids.has(id) ? `${id} is not by ${name}` : notFound({ id }, known);
  return [...spellings(also), ...articles.map((named) => ({ named, otherwise: ofId(named) }))];
}

/** Whether two ids differ in one character, as by a slip. */
function isNear(id: string, other: string): boolean {
  return id.length === other.length && [...id].filter((char, at) => char !== other[at]).length === 1;
}

/** What a run knows of its archive. */
export type Known = {
  /** Of the articles of this run and of those that are kept. */
  ids: ReadonlySet<string>;
  /** Names of the dumps. */
  files: readonly string[];
  /** How many lines each dump has that could be read. */
  linesIn: ReadonlyMap<string, number>;
  /** Dumps that cannot be read now, and their articles: what is said of them waits. */
  unreadable: ReadonlySet<string>;
  /** A dump cannot be read: what only it prints cannot be looked for. */
  isPartial: boolean;
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
  const { files, isPartial, lineOf, unreadable } = known;
  const waits = (each: object): boolean =>
    ('file' in each && unreadable.has(String(each.file))) ||
    ('id' in each && unreadable.has(String(each.id)));
  const used = new Set(alsoUsed);
  for (const result of results) for (const name of result.used) used.add(name);
  for (const { read } of arrivals) for (const name of read.used) used.add(name);
  for (const [at, { also }] of (corrections.series ?? []).entries())
    for (const each of also) if (series.isPrinted(each)) used.add(correctionName('series', at, each));
  for (const [at, each] of (corrections.encodings ?? []).entries())
    if (files.includes(each.file)) used.add(correctionName('encodings', at));
  const problems = (Object.keys(corrections) as (keyof Corrections)[]).flatMap((list) =>
    [...(corrections[list] ?? []).entries()].flatMap(([at, each]) => {
      if (waits(each)) return [];
      const sought = soughtBy(list, at, corrections, known);
      const missing = sought.filter(
        ({ named, isPrinted }) =>
          !used.has(correctionName(list, at, named)) &&
          !(named && unreadable.has(named)) &&
          !(isPrinted && isPartial),
      );
      const effect = missing.length < sought.length ? '' : ' The correction does nothing.';
      return missing.map(({ otherwise }) => {
        const what = `Under ${list}: ${otherwise}.${effect}`;
        return problem('unmatched-correction', 'note', correctionsFile, what, lineOf(list, at));
      });
    }),
  );
  for (const [at, { id, set }] of (corrections.fields ?? []).entries())
    for (const former of set.formerly ?? []) {
      if (!known.ids.has(former)) continue;
      const what = `Under fields: ${former} is an article, and its address does not lead to ${id}.`;
      problems.push(problem('unmatched-correction', 'note', correctionsFile, what, lineOf('fields', at)));
    }
  problems.push(...contradictions(corrections, correctionsFile, lineOf));
  return problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}
