/** The road of the data: dumps in, articles and ledgers out, with a report of all that a person should know. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Corrections } from '../../src/article/corrections.ts';
import { type Problem, problem, type Report } from '../../src/article/report.ts';
import { type Arrival, arrivalsOf, learnSeries } from './archive/arrivals.ts';
import { Registry } from './archive/identify.ts';
import { type Previous, readPrevious, sha256 } from './archive/previous.ts';
import type { SeriesIndex } from './archive/series.ts';
import { Cache, codeDigest, keyOf } from './cache.ts';
import { readCorrections, readTopics } from './config.ts';
import { correctionName } from './correct.ts';
import { listSources } from './sources.ts';
import type { Context } from './stages/context.ts';
import { Pool } from './stages/pool.ts';
import type { ReadResult } from './stages/reading.ts';
import { articlePath, ledgerPath, type Placement, type RenderResult, shown } from './stages/rendering.ts';
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

function outcome(report: Report, exitCode: Outcome['exitCode']): Outcome {
  return { report, exitCode };
}

function stopped(problems: Problem[]): Outcome {
  return outcome({ ok: false, sources: [], doubts: [], problems, changed: [] }, 2);
}

/** Runs the ingest. Nothing is written where a configuration file is broken, or with `check`. */
export function ingest(options: Options): Outcome {
  const corrections = readCorrections(options.corrections);
  const topics = readTopics(options.topics);
  const broken = [...corrections.problems, ...topics.problems];
  if (broken.length > 0 || !corrections.value || !topics.value) return stopped(broken);
  const context: Context = {
    sources: options.sources,
    articles: options.articles,
    ledger: options.ledger,
    cache: join(options.cache ?? '.cache/ingest', 'pages'),
    corrections: corrections.value,
    topics: topics.value,
    correctionsFile: options.corrections,
    check: options.check,
    force: options.force,
    code: codeDigest(),
  };
  return new Run(context, options).go();
}

class Run {
  private readonly context: Context;
  private readonly options: Options;
  private readonly problems: Problem[] = [];
  private readonly used = new Set<string>();

  constructor(context: Context, options: Options) {
    this.context = context;
    this.options = options;
  }

  go(): Outcome {
    const { context, options, problems } = this;
    const listed = listSources(context.sources);
    problems.push(...listed.problems);
    const clashing = new Set(
      listed.problems.filter(({ code }) => code === 'same-stem').map(({ file }) => file),
    );
    const files = listed.files.filter((file) => !clashing.has(file));
    const memory = new Cache(join(options.cache ?? '.cache/ingest', 'runs'));
    const before = this.fingerprint(files, memory);
    if (before.report) return outcome(before.report, before.report.ok ? 0 : 1);
    if (!context.check) sweep(context.articles, context.ledger);
    const pool = new Pool(context, files.length);
    try {
      const done = this.through(pool, files);
      const finished = this.finish(done.results, done.removed);
      if (finished.exitCode === 0 && !context.check) {
        const after = this.fingerprint(files, memory);
        memory.set(after.key, { ...finished.report, changed: [] });
        new Cache(context.cache).prune(new Set(done.keys));
      }
      return finished;
    } finally {
      pool.close();
    }
  }

  /** A key for everything a run reads and writes; with the report of the run that left it so. */
  private fingerprint(files: readonly string[], memory: Cache): { key: string; report?: Report } {
    const { context, options } = this;
    const hashes = (folder: string, names: readonly string[]): string[] =>
      names.map(
        (name) =>
          `${name} ${existsSync(join(folder, name)) ? sha256(readFileSync(join(folder, name))) : '-'}`,
      );
    const written = (folder: string): string[] =>
      existsSync(folder)
        ? hashes(
            folder,
            readdirSync(folder, { recursive: true, encoding: 'utf8' })
              .filter((name) => /\.(mdx|json|draft)$/.test(name))
              .sort(),
          )
        : [];
    const key = keyOf(
      context.code,
      [context.sources, context.articles, context.ledger, options.corrections],
      context.corrections,
      context.topics,
      context.force,
      hashes(context.sources, files),
      written(context.articles),
      written(context.ledger),
    );
    const report = memory.get<Report>(key);
    return { key, ...(report ? { report } : {}) };
  }

  /** All stages: read, learn the series, identify, render. */
  private through(
    pool: Pool,
    files: readonly string[],
  ): { results: RenderResult[]; removed: string[]; keys: string[] } {
    const { context, options, problems } = this;
    const total = files.length * 2;
    let steps = 0;
    const step = (): void => options.onProgress?.(++steps, total);
    const read = (
      tasks: readonly { file: string; known: readonly string[] }[],
      onDone = (): void => {},
    ): ReadResult[] =>
      pool.run(
        tasks.map((task) => ({ stage: 'read', task })),
        onDone,
      ) as ReadResult[];
    const reads = read(
      files.map((file) => ({ file, known: [] })),
      step,
    );
    for (const result of reads) problems.push(...result.problems);
    const previous = readPrevious(context.ledger, context.articles);
    const arrivals = arrivalsOf(reads, previous);
    const series = learnSeries(arrivals, context.corrections, (told) => {
      const again = read(told.map(({ read: { file }, known }) => ({ file, known })));
      for (const [at, arrival] of told.entries()) {
        const result = again[at];
        if (result?.source) arrival.read = { ...result, source: result.source };
      }
    });
    const placements = this.place(arrivals, previous, series);
    const results = pool.run(
      arrivals.map(({ read: { file }, known, arrived }, at) => ({
        stage: 'render',
        task: { file, known, arrived, placements: placements[at] ?? [] },
      })),
      step,
    ) as RenderResult[];
    const ids = new Set(placements.flat().map(({ id }) => id));
    const removed = this.removals(arrivals, previous, ids);
    this.unmatched(arrivals, series, files, results);
    return { results, removed, keys: arrivals.map(({ read: { key } }) => key) };
  }

  /** Identifies the articles of each arrival, and what the archive has to say of each. */
  private place(arrivals: readonly Arrival[], previous: Previous, series: SeriesIndex): Placement[][] {
    const present = new Map(arrivals.map(({ read }) => [read.file, read.source.sha256]));
    const registry = new Registry(previous, this.context.articles, present);
    const primaries = new Map<string, Placement>();
    const placements = arrivals.map(({ read }) =>
      read.articles.map((summary): Placement => {
        const { id, isDuplicate } = registry.identify({
          file: read.file,
          sha256: read.source.sha256,
          ...summary,
        });
        const primary = primaries.get(id);
        if (isDuplicate && primary) {
          primary.others.push({ file: read.file, lines: summary.ranges });
          return { id, primary: false, others: [], seriesKnown: false, formerly: [], written: [] };
        }
        const placed: Placement = {
          id,
          primary: true,
          others: [],
          ...(summary.series === undefined ? {} : { series: series.nameOf(summary.series) }),
          seriesKnown: summary.series !== undefined && series.printings(summary.series) > 1,
          formerly: [],
          written: previous.written.get(id) ?? [],
        };
        primaries.set(id, placed);
        return placed;
      }),
    );
    this.inherit(arrivals, previous, placements, primaries);
    return placements;
  }

  /** Hands ids that no article has any more to the article that took over their text. */
  private inherit(
    arrivals: readonly Arrival[],
    previous: Previous,
    placements: readonly Placement[][],
    primaries: ReadonlyMap<string, Placement>,
  ): void {
    for (const [at, { read }] of arrivals.entries()) {
      const known = previous.sources.get(read.file);
      if (known?.sha256 !== read.source.sha256) continue;
      const gone = new Set(known.ids.filter((id) => !primaries.has(id)));
      if (gone.size === 0) continue;
      for (const [index, { lines }] of read.articles.entries())
        for (const line of lines) {
          const former = known.holders.get(line);
          if (former === undefined || !gone.delete(former)) continue;
          placements[at]?.[index]?.formerly.push(former);
        }
    }
  }

  /** Files of earlier runs that this one does not make: to be removed, unless their dump is gone or a person edited them. */
  private removals(arrivals: readonly Arrival[], previous: Previous, ids: ReadonlySet<string>): string[] {
    const { context, problems } = this;
    const present = new Set(arrivals.map(({ read: { file } }) => file));
    const unreadable = new Set(
      problems
        .filter(({ code }) => code === 'cannot-decode' || code === 'cannot-read')
        .map(({ file }) => file),
    );
    const withdrawn = new Set((context.corrections.withdraw ?? []).map(({ id }) => id));
    const kept = new Set<string>();
    const removed: string[] = [];
    for (const [file, { ids: held }] of previous.sources) {
      if (present.has(file)) continue;
      const orphans = held.filter((id) => !ids.has(id) && !withdrawn.has(id));
      for (const id of orphans) kept.add(id);
      if (unreadable.has(file)) continue;
      if (orphans.length === 0) removed.push(ledgerPath(context, file));
      else
        problems.push(
          problem(
            'source-gone',
            'note',
            file,
            `The dump is gone; its articles (${orphans.join(', ')}) are kept.`,
          ),
        );
      for (const id of held)
        if (withdrawn.has(id))
          this.used.add(
            correctionName(
              'withdraw',
              (context.corrections.withdraw ?? []).findIndex((each) => each.id === id),
            ),
          );
    }
    for (const id of previous.ids) {
      if (ids.has(id) || kept.has(id)) continue;
      const path = articlePath(context, id);
      if (previous.written.get(id)?.includes(sha256(readFileSync(path))) ?? false) removed.push(path);
      else
        problems.push(
          problem(
            'edited-article',
            'note',
            shown(path),
            'No dump holds this article, and a person edited it; it is kept as it is.',
          ),
        );
    }
    return removed;
  }

  /** Reports the corrections that found nothing to correct. */
  private unmatched(
    arrivals: readonly Arrival[],
    series: SeriesIndex,
    files: readonly string[],
    results: readonly RenderResult[],
  ): void {
    const { corrections, correctionsFile } = this.context;
    for (const { used } of results) for (const name of used) this.used.add(name);
    for (const { read } of arrivals) for (const name of read.used) this.used.add(name);
    for (const [at, each] of (corrections.series ?? []).entries())
      if (series.printings(each.name) > 0) this.used.add(correctionName('series', at));
    for (const [at, each] of (corrections.encodings ?? []).entries())
      if (files.includes(each.file)) this.used.add(correctionName('encodings', at));
    for (const list of Object.keys(corrections) as (keyof Corrections)[])
      for (const [at, each] of (corrections[list] ?? []).entries())
        if (!this.used.has(correctionName(list, at)))
          this.problems.push(
            problem(
              'unmatched-correction',
              'note',
              correctionsFile,
              `Under ${list}: nothing matches ${JSON.stringify(each)}.`,
            ),
          );
  }

  private finish(results: readonly RenderResult[], removed: readonly string[]): Outcome {
    const { context, problems } = this;
    for (const result of results) problems.push(...result.problems);
    const changes = [
      ...results.flatMap((result) => result.changes),
      ...removed.map((path) => ({ path, draft: null })),
    ];
    if (context.check)
      for (const { path } of changes)
        problems.push(problem('would-change', 'error', shown(path), 'A run would change this file.'));
    if (!context.check) {
      if (problems.some(({ code }) => code === 'text-lost')) sweep(context.articles, context.ledger);
      else commit(changes, context.ledger, Object.assign({}, ...results.map(({ written }) => written)));
    }
    const failed = problems.some(({ level }) => level === 'error');
    const report: Report = {
      ok: !failed,
      sources: results.map(({ row }) => row).sort((a, b) => (a.file < b.file ? -1 : 1)),
      doubts: results.flatMap(({ doubts }) => doubts).sort((a, b) => a.margin - b.margin),
      problems,
      changed: changes.map(({ path }) => shown(path)),
    };
    return outcome(report, failed ? 1 : 0);
  }
}
