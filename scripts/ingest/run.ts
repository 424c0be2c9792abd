/** A run of the ingest: dumps in, articles and ledgers out, with a report of all that a person should know. */
import { existsSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { problem } from '../../src/article/report.ts';
import { cacheFolder } from '../../src/cache/folder.ts';
import { codeDigest, keyOf } from './cache.ts';
import { type Lines, readCorrections, readTopics } from './config.ts';
import { LastRun } from './last-run.ts';
import { finished, type Outcome, stopped } from './outcome.ts';
import { closePacks } from './packs.ts';
import { listSources } from './sources.ts';
import type { Context } from './stages/context.ts';
import { Pool, ThreadEnded } from './stages/pool.ts';
import { through } from './stages/road.ts';
import { sweep } from './write.ts';

export type Options = {
  sources: string;
  articles: string;
  ledger: string;
  corrections: string;
  topics: string;
  /** What was read before; safe to delete. */
  cache?: string;
  /** Tell what would change, and change nothing. */
  check: boolean;
  /** Article files to write anew although a person edited them; ids or paths. */
  force: readonly string[];
  onProgress?: (done: number, total: number) => void;
};

/** The article file that a person means by an id or a path. */
function fileNamed(name: string): string {
  return basename(name).endsWith('.mdx') ? basename(name) : `${basename(name)}.mdx`;
}

/** Bytes of the largest dump; one that cannot be looked at is reported when it is read. */
function largestOf(folder: string, files: readonly string[]): number {
  const sizeOf = (file: string): number => {
    try {
      return statSync(join(folder, file)).size;
    } catch {
      return 0;
    }
  };
  return files.reduce((most, file) => Math.max(most, sizeOf(file)), 0);
}

/** Runs the ingest. Nothing is written where a configuration file is broken, or with `check`. */
export function ingest(options: Options): Outcome {
  const before = { cache: options.cache ?? join(cacheFolder, 'ingest'), code: codeDigest() };
  const topics = readTopics(options.topics, before);
  const corrections = readCorrections(options.corrections, topics.value, before);
  const broken = [...corrections.problems, ...topics.problems];
  if (broken.length > 0 || !corrections.value || !topics.value) return stopped(broken);
  const unknown = options.force.filter((name) => !existsSync(join(options.articles, fileNamed(name))));
  if (unknown.length > 0)
    return stopped(
      unknown.map((name) => problem('bad-option', 'error', '--force', `There is no article file ${name}.`)),
    );
  const context: Context = {
    sources: options.sources,
    articles: options.articles,
    ledger: options.ledger,
    corrections: corrections.value,
    topics: topics.value,
    correctionsFile: options.corrections,
    check: options.check,
    force: options.force,
    ...before,
    topicsHash: keyOf(topics.value),
  };
  return run(context, options, corrections.lines);
}

/** @param lines of the corrections */
function run(context: Context, options: Options, lines: Lines): Outcome {
  const last = new LastRun(context, lines, options.topics);
  const listed = listSources(context.sources);
  // Where the folder was named wrongly no dump is gone, and no correction without a use.
  if (listed.problems.some(({ code, level }) => code === 'no-sources' && level === 'error'))
    return { ...stopped(listed.problems), exitCode: 1 };
  const clashing = new Set(
    listed.problems.filter(({ code }) => code === 'same-stem').map(({ file }) => file),
  );
  const files = listed.files.filter((file) => !clashing.has(file));
  // Those that clash are dumps too: where one came, the run before was of others.
  const before = last.report(listed.files);
  if (before) return { report: before, exitCode: before.ok ? 0 : 1 };
  if (!context.check) sweep(context.articles, context.ledger);
  const pool = new Pool(context, files.length, largestOf(context.sources, files));
  try {
    const read = through(context, pool, files, lines, options.onProgress);
    // The threads are done, and their memory serves what is left to do.
    pool.close();
    const outcome = finished(context, read, listed.problems);
    if (outcome.exitCode === 0 && !context.check) last.keep(listed.files, read, outcome.report);
    return outcome;
  } catch (error) {
    if (!(error instanceof ThreadEnded)) throw error;
    if (!context.check) sweep(context.articles, context.ledger);
    return stopped([problem('out-of-memory', 'error', error.file, error.message)]);
  } finally {
    closePacks(context.cache);
    pool.close();
  }
}
