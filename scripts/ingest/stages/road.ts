/** The road of the data through all stages: read, learn the series, place the articles, render. */
import { existsSync } from 'node:fs';
import type { Corrections } from '../../../src/article/corrections.ts';
import type { Problem, RemovedArticle } from '../../../src/article/report.ts';
import { type Arrival, arrivalsOf, learnSeries, numberOf } from '../archive/arrivals.ts';
import { absentSeries, removalsOf } from '../archive/leftovers.ts';
import { placeArticles } from '../archive/place.ts';
import { readPrevious } from '../archive/previous.ts';
import { unmatchedCorrections } from '../archive/unmatched.ts';
import type { Lines } from '../config.ts';
import { heldGood } from './ahead.ts';
import type { Context } from './context.ts';
import { ledgerPath } from './paths.ts';
import type { Pool } from './pool.ts';
import type { ReadResult, ReadTask } from './reading.ts';
import { renderAll } from './render-all.ts';
import type { RenderResult } from './rendered.ts';

/** What a run came to before anything was put in place. */
export type Through = {
  arrivals: Arrival[];
  results: RenderResult[];
  /** Paths of files that are to go, and the articles among them. */
  gone: string[];
  removed: RemovedArticle[];
  problems: Problem[];
};

/**
 * Takes all dumps through all stages.
 *
 * @param lines of the corrections
 */
export function through(
  context: Context,
  pool: Pool,
  files: readonly string[],
  lines: Lines,
  onProgress: (done: number, total: number) => void = () => {},
): Through {
  let steps = 0;
  const step = (): void => onProgress(++steps, files.length * 2);
  const read = (tasks: readonly ReadTask[], onDone = (): void => {}): ReadResult[] =>
    pool.run(
      tasks.map((task) => ({ stage: 'read', task })),
      onDone,
    ) as ReadResult[];
  const previous = readPrevious(context.ledger, context.articles);
  const arriving = numberOf(previous);
  const reads = read(
    files.map((file) => ({ file, known: [], ...(!existsSync(ledgerPath(context, file)) && { arriving }) })),
    step,
  );
  const unreadable = new Set(reads.filter(({ source }) => !source).map(({ file }) => file));
  const arrivals = arrivalsOf(reads, previous, arriving);
  const absent = absentSeries(context, arrivals, previous);
  const series = learnSeries(arrivals, absent, context.corrections, (told) => {
    const again = read(told.map(({ read: { file }, known }) => ({ file, known })));
    for (const [at, arrival] of told.entries()) {
      const result = again[at];
      if (result?.source) arrival.read = { ...result, source: result.source };
    }
  });
  const placements = placeArticles(arrivals, previous, series, context.articles);
  const ahead = heldGood(reads, arrivals, placements, previous, arriving, context.check);
  // What tells articles from each other has been told; of an archive it is most of what a run holds.
  for (const each of [...reads, ...arrivals.map((arrival) => arrival.read)])
    Object.assign(each, { articles: [], headings: [], ahead: undefined });
  const results = renderAll(pool, arrivals, placements, ahead, step);
  const ids = new Set(placements.flat().map(({ id }) => id));
  const takenIn = new Map(
    placements.flat().flatMap(({ id, formerly }) => formerly.map((each): [string, string] => [each, id])),
  );
  const removals = removalsOf(context, arrivals, previous, ids, takenIn, unreadable);
  const known = {
    ids: new Set([...ids, ...previous.ids]),
    files,
    renamed: new Map(
      arrivals.flatMap(({ read: { file }, formerly }) =>
        formerly.map((name): [string, string] => [name, file]),
      ),
    ),
    unreadable: new Set([
      ...unreadable,
      ...[...unreadable].flatMap((file) => previous.sources.get(file)?.ids ?? []),
    ]),
    linesIn: new Map(arrivals.map(({ read: { file, source } }) => [file, source.lines])),
    lineOf: (list: keyof Corrections, at: number): number | undefined => lines[list]?.[at],
  };
  const unmatched = unmatchedCorrections(context, arrivals, series, known, results, removals.used);
  const problems = [...reads.flatMap((result) => result.problems), ...removals.problems, ...unmatched];
  return { arrivals, results, gone: removals.gone, removed: removals.removed, problems };
}
