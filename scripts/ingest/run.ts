/** The road of the data: dumps in, articles and ledgers out, with a report of all that a person should know. */
import { existsSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Corrections } from '../../src/article/corrections.ts';
import { type Problem, problem, type RemovedArticle, type Report } from '../../src/article/report.ts';
import { cacheFolder } from '../../src/cache/folder.ts';
import { type Arrival, arrivalsOf, learnSeries, numberOf } from './archive/arrivals.ts';
import { absentSeries, removalsOf, unmatchedCorrections } from './archive/leftovers.ts';
import { placeArticles } from './archive/place.ts';
import { readPrevious } from './archive/previous.ts';
import { cacheIn, codeDigest, keyOf } from './cache.ts';
import { type Lines, readCorrections, readTopics } from './config.ts';
import { hashOf, keepDigests } from './digests.ts';
import { filesUnder } from './files.ts';
import { closePacks, packsIn } from './packs.ts';
import { listSources } from './sources.ts';
import { heldGood } from './stages/ahead.ts';
import type { Context } from './stages/context.ts';
import { ledgerPath, shown } from './stages/paths.ts';
import type { Placement } from './stages/placement.ts';
import { type Job, Pool, ThreadEnded } from './stages/pool.ts';
import type { ReadResult, ReadTask } from './stages/reading.ts';
import { changedPaths, type RenderResult, taskOf } from './stages/rendered.ts';
import { commit, sweep } from './write.ts';

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

export type Outcome = { report: Report; exitCode: 0 | 1 | 2 };

/** What a run came to before anything was put in place. */
type Through = {
  arrivals: Arrival[];
  results: RenderResult[];
  /** Paths of files that are to go, and the articles among them. */
  gone: string[];
  removed: RemovedArticle[];
};

/** What a report says of a run that changed nothing. */
const unchanged = { added: [], altered: [], removed: [], changed: [] } satisfies Partial<Report>;

function stopped(problems: Problem[]): Outcome {
  return { report: { ok: false, sources: [], ...unchanged, doubts: [], problems }, exitCode: 2 };
}

/** The article file that a person means by an id or a path. */
function fileNamed(name: string): string {
  return basename(name).endsWith('.mdx') ? basename(name) : `${basename(name)}.mdx`;
}

/** Bytes of the largest dump; one that cannot be looked at is reported when it is read. */
function largestOf(folder: string, files: readonly string[]): number {
  return Math.max(
    0,
    ...files.map((file) => statSync(join(folder, file), { throwIfNoEntry: false })?.size ?? 0),
  );
}

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
  return new Run(context, options, corrections.lines).go();
}

class Run {
  private readonly context: Context;
  private readonly options: Options;
  private readonly problems: Problem[] = [];

  /** Of the corrections. */
  private readonly lines: Lines;

  constructor(context: Context, options: Options, lines: Lines) {
    this.context = context;
    this.options = options;
    this.lines = lines;
  }

  go(): Outcome {
    const { context, problems } = this;
    const begun = Date.now();
    const listed = listSources(context.sources);
    problems.push(...listed.problems);
    // Where the folder was named wrongly no dump is gone, and no correction without a use.
    if (listed.problems.some(({ code, level }) => code === 'no-sources' && level === 'error'))
      return { ...stopped(problems), exitCode: 1 };
    const clashing = new Set(
      listed.problems.filter(({ code }) => code === 'same-stem').map(({ file }) => file),
    );
    const files = listed.files.filter((file) => !clashing.has(file));
    const cache = cacheIn(context.cache);
    // Without a ledger there was no run before; and where the dumps are not those of one that ended well, all else need not be hashed.
    const listing = keyOf('dumps', context.code, context.sources, files);
    const wasRun = existsSync(context.ledger) && cache.has(listing);
    const before = wasRun ? cache.get<Report>(this.state(files)) : undefined;
    if (before) {
      keepDigests(context.cache, new Map(), begun);
      return { report: before, exitCode: before.ok ? 0 : 1 };
    }
    if (!context.check) sweep(context.articles, context.ledger);
    const pool = new Pool(context, files.length, largestOf(context.sources, files));
    try {
      const through = this.through(pool, files);
      // The threads are done, and their memory serves what is left to do.
      pool.close();
      const finished = this.finish(through);
      if (finished.exitCode === 0 && !context.check) {
        const hashes = hashesOf(context, through);
        const state = this.state(files, hashes);
        // What was written now is not relied on: it may be written again within the same moment.
        for (const path of through.results.flatMap(changedPaths)) hashes.delete(path);
        keepDigests(context.cache, hashes, begun);
        // What went is told by the run in which it goes.
        const lasting = finished.report.problems.filter(({ code }) => code !== 'article-gone');
        cache.set(state, { ...finished.report, ...unchanged, problems: lasting });
        cache.set(listing, true);
        cache.prune();
        packsIn(context.cache).tidy(
          [...through.arrivals.map(({ read }) => read), ...through.results].flatMap(({ kept }) => kept ?? []),
        );
      }
      return finished;
    } catch (error) {
      if (!(error instanceof ThreadEnded)) throw error;
      if (!context.check) sweep(context.articles, context.ledger);
      return stopped([problem('out-of-memory', 'error', error.file, error.message)]);
    } finally {
      closePacks(context.cache);
      pool.close();
    }
  }

  /**
   * A key for everything that a run reads and writes: where a run left it so, another has nothing to do.
   *
   * @param known SHA-256 of files by path, where this run knows them
   */
  private state(files: readonly string[], known: ReadonlyMap<string, string> = new Map()): string {
    const { context, options } = this;
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
      [context.sources, context.articles, context.ledger, options.corrections, options.topics],
      [context.corrections, this.lines],
      context.topicsHash,
      context.force,
      hashes(context.sources, files),
      written(context.articles),
      written(context.ledger),
    );
  }

  /** All stages: read, learn the series, place the articles, render. */
  private through(pool: Pool, files: readonly string[]): Through {
    const { context, options, problems } = this;
    let steps = 0;
    const step = (): void => options.onProgress?.(++steps, files.length * 2);
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
    for (const result of reads) problems.push(...result.problems);
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
    const results = this.render(pool, arrivals, placements, ahead, step);
    const ids = new Set(placements.flat().map(({ id }) => id));
    const takenIn = new Map(
      placements.flat().flatMap(({ id, formerly }) => formerly.map((each): [string, string] => [each, id])),
    );
    const removals = removalsOf(context, arrivals, previous, ids, takenIn, unreadable);
    problems.push(...removals.problems);
    const known = {
      ids: new Set([...ids, ...previous.ids]),
      files,
      unreadable: new Set([
        ...unreadable,
        ...[...unreadable].flatMap((file) => previous.sources.get(file)?.ids ?? []),
      ]),
      linesIn: new Map(arrivals.map(({ read: { file, source } }) => [file, source.lines])),
      lineOf: (list: keyof Corrections, at: number): number | undefined => this.lines[list]?.[at],
    };
    problems.push(...unmatchedCorrections(context, arrivals, series, known, results, removals.used));
    return { arrivals, results, gone: removals.gone, removed: removals.removed };
  }

  /**
   * Renders all dumps that were not rendered ahead; those that print an article of another dump again wait for it.
   *
   * @param results of those that were, by their place; the others are added
   */
  private render(
    pool: Pool,
    arrivals: readonly Arrival[],
    placements: readonly Placement[][],
    results: Map<number, RenderResult>,
    onDone: () => void,
  ): RenderResult[] {
    const written = new Map<string, string>();
    const note = (result: RenderResult): void => {
      for (const [id, sha256] of result.written) written.set(id, sha256);
    };
    for (const result of results.values()) {
      note(result);
      onDone();
    }
    const prints = (at: number): boolean => placements[at]?.some(({ primary }) => !primary) ?? false;
    const render = (places: readonly number[]): void => {
      const jobs = places.map((at): Job => {
        const { read, known, arrived } = arrivals[at] as Arrival;
        const placed = placements[at] ?? [];
        const elsewhere = Object.fromEntries(
          placed.flatMap(({ id, primary }) => (primary ? [] : [[id, written.get(id) ?? '']])),
        );
        return { stage: 'render', task: taskOf(read, known, arrived, placed, elsewhere) };
      });
      for (const [index, result] of (pool.run(jobs, onDone) as RenderResult[]).entries()) {
        results.set(places[index] as number, result);
        note(result);
      }
    };
    const places = arrivals.map((_, at) => at);
    const left = places.filter((at) => !results.has(at));
    render(left.filter((at) => !prints(at)));
    for (const at of left.filter(prints)) render([at]);
    return places.map((at) => results.get(at) as RenderResult);
  }

  /** Puts everything in place, unless text would be lost, and makes the report. */
  private finish({ arrivals, results, gone: left, removed }: Through): Outcome {
    const { context, problems } = this;
    for (const result of results) problems.push(...result.problems);
    const staged = results.flatMap(changedPaths);
    const gone = [...results.flatMap((result) => result.gone), ...left];
    const changed = [...staged, ...gone];
    if (context.check) {
      for (const path of changed)
        problems.push(problem('would-change', 'error', shown(path), 'A run would change this file.'));
    } else if (problems.some(({ code }) => code === 'text-lost')) sweep(context.articles, context.ledger);
    else {
      commit({ staged, gone }, context.ledger, {
        written: Object.fromEntries(results.flatMap(({ written }) => written)),
        arrived: Object.fromEntries(arrivals.map(({ read, arrived }) => [read.source.sha256, arrived])),
      });
    }
    const failed = problems.some(({ level }) => level === 'error');
    const report: Report = {
      ok: !failed,
      sources: results.map(({ row }) => row).sort((a, b) => (a.file < b.file ? -1 : 1)),
      added: results.flatMap(({ added }) => added),
      altered: results.flatMap(({ altered }) => altered),
      removed: [...results.flatMap((result) => result.removed), ...removed],
      doubts: results.flatMap(({ doubts }) => doubts).sort((a, b) => a.margin - b.margin),
      problems,
      changed: changed.map(shown),
    };
    return { report, exitCode: failed ? 1 : 0 };
  }
}
