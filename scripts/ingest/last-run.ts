/** What the last run left: where all is so still, another has nothing to do. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../../src/article/report.ts';
import { cacheIn, keyOf } from './cache.ts';
import type { Lines } from './config.ts';
import { hashOf, keepDigests } from './digests.ts';
import { filesUnder } from './files.ts';
import { unchanged } from './outcome.ts';
import { packsIn } from './packs.ts';
import type { Context } from './stages/context.ts';
import { changedPaths } from './stages/rendered.ts';
import type { Through } from './stages/road.ts';

/** SHA-256 of dumps, articles and ledgers as a run read and left them, by path. */
function hashesOf(context: Context, { arrivals, results }: Through): Map<string, string> {
  return new Map([
    ...arrivals.map(({ read: { file, source } }): [string, string] => [
      join(context.sources, file),
      source.sha256,
    ]),
    ...results.flatMap(({ files }) => files),
  ]);
}

export class LastRun {
  private readonly context: Context;
  private readonly lines: Lines;
  private readonly topicsFile: string;
  private readonly begun = Date.now();

  /**
   * To be made when a run begins.
   *
   * @param lines of the corrections
   */
  constructor(context: Context, lines: Lines, topicsFile: string) {
    this.context = context;
    this.lines = lines;
    this.topicsFile = topicsFile;
  }

  /** Its report, where nothing has changed since. */
  report(files: readonly string[]): Report | undefined {
    const { cache: folder, ledger } = this.context;
    const cache = cacheIn(folder);
    // Without a ledger there was no run before; and where the dumps are not those of one that ended well, all else need not be hashed.
    if (!existsSync(ledger) || !cache.has(this.listing(files))) return undefined;
    const before = cache.get<Report>(this.state(files));
    if (before) keepDigests(folder, new Map(), this.begun);
    return before;
  }

  /** Keeps what a run that ended well has left, for the next. */
  keep(files: readonly string[], through: Through, report: Report): void {
    const { context } = this;
    const cache = cacheIn(context.cache);
    const hashes = hashesOf(context, through);
    const state = this.state(files, hashes);
    // What was written now is not relied on: it may be written again within the same moment.
    for (const path of through.results.flatMap(changedPaths)) hashes.delete(path);
    keepDigests(context.cache, hashes, this.begun);
    // What went is told by the run in which it goes.
    const lasting = report.problems.filter(({ code }) => code !== 'article-gone');
    cache.set(state, { ...report, ...unchanged, problems: lasting });
    cache.set(this.listing(files), true);
    cache.prune();
    packsIn(context.cache).tidy(
      [...through.arrivals.map(({ read }) => read), ...through.results].flatMap(({ kept }) => kept ?? []),
    );
  }

  /** A key for the dumps that there are. */
  private listing(files: readonly string[]): string {
    return keyOf('dumps', this.context.code, this.context.sources, files);
  }

  /**
   * A key for everything that a run reads and writes: where a run left it so, another has nothing to do.
   *
   * @param known SHA-256 of files by path, where this run knows them
   */
  private state(files: readonly string[], known: ReadonlyMap<string, string> = new Map()): string {
    const { context, lines, topicsFile } = this;
    const hashes = (folder: string, names: readonly string[]): string[] =>
      names.map((name) => {
        const path = join(folder, name);
        return `${name} ${known.get(path) ?? hashOf(path, context.cache)}`;
      });
    const written = (folder: string): string[] => {
      const names = filesUnder(folder).filter((name) => /\.(?:mdx|json|draft)$/.test(name));
      return hashes(folder, names.sort());
    };
    return keyOf(
      context.code,
      [context.sources, context.articles, context.ledger, context.correctionsFile, topicsFile],
      [context.corrections, lines],
      context.topicsHash,
      context.force,
      hashes(context.sources, files),
      written(context.articles),
      written(context.ledger),
    );
  }
}
