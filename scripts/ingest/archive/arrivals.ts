/**
 * The archive in the order in which its dumps arrived. What came later says nothing of what was there before, so that a new
 * dump touches no other article.
 */

import type { Corrections } from '../../../src/article/corrections.ts';
import type { ReadResult } from '../stages/reading.ts';
import type { Previous } from './previous.ts';
import { SeriesIndex } from './series.ts';

export type Arrival = {
  read: ReadResult & { source: NonNullable<ReadResult['source']> };
  /** Number of the run that first read the dump. */
  arrived: number;
  /** Names that it had before, the latest first. */
  formerly: string[];
  /** Its headings that the archive knows as names of series. */
  known: string[];
  /** For each article, how many printed its series when the dump had arrived; 0 without a series. */
  printings: number[];
};

/** Number of a run that finds these earlier ones. */
export function numberOf(previous: Previous): number {
  let last = 0;
  for (const { arrived } of previous.sources.values()) last = Math.max(last, arrived);
  return 1 + last;
}

/**
 * Dumps with the run that first read each, earliest first; those that could not be decoded are left out.
 *
 * @param now number of this run
 */
export function arrivalsOf(reads: readonly ReadResult[], previous: Previous, now: number): Arrival[] {
  // A dump that was renamed arrived when it did under its old name.
  const files = new Set(reads.map(({ file }) => file));
  const renamed = new Map<string, { arrived: number; names: readonly string[] }>();
  for (const [file, { sha256, arrived, formerly }] of previous.sources)
    if (!files.has(file)) renamed.set(sha256, { arrived, names: [file, ...formerly] });
  // A dump whose articles are on disk was read before, and its ledger was lost.
  const listed = new Set([...previous.sources.values()].flatMap(({ ids }) => ids));
  const lostLedger = ({ file, articles }: ReadResult): boolean => {
    if (previous.ids.size === 0) return false;
    return (
      !previous.sources.has(file) && articles.some(({ own }) => previous.ids.has(own) && !listed.has(own))
    );
  };
  return reads
    .flatMap((read): Arrival[] => {
      const { source } = read;
      if (!source) return [];
      const known = previous.sources.get(read.file);
      const begun =
        previous.begun.get(source.sha256) ??
        renamed.get(source.sha256)?.arrived ??
        (lostLedger(read) ? 1 : now);
      const arrived = known?.sha256 === source.sha256 ? known.arrived : begun;
      const names = [...(renamed.get(source.sha256)?.names ?? []), ...(known?.formerly ?? [])];
      const formerly = [...new Set(names)].filter((name) => !files.has(name));
      return [{ read: { ...read, source }, arrived, formerly, known: [], printings: [] }];
    })
    .sort((a, b) => a.arrived - b.arrived || (a.read.file < b.read.file ? -1 : 1));
}

/** Names of series on articles whose dump is gone, with its arrival. */
export type Absent = { arrived: number; series: string };

/**
 * Learns the names of series, arrival by arrival.
 *
 * @param absent what articles say whose dump is gone: it was there when later dumps arrived
 * @param reread reads dumps again whose headings turn out to name a series
 */
export function learnSeries(
  arrivals: readonly Arrival[],
  absent: readonly Absent[],
  corrections: Corrections,
  reread: (arrivals: readonly Arrival[]) => void,
): SeriesIndex {
  const series = new SeriesIndex(corrections.series);
  for (let from = 0; from < arrivals.length; ) {
    let to = from;
    while (arrivals[to]?.arrived === arrivals[from]?.arrived) to++;
    const group = arrivals.slice(from, to);
    const [since, now] = [arrivals[from - 1]?.arrived ?? 0, group[0]?.arrived ?? 0];
    for (const { arrived, series: name } of absent) if (arrived > since && arrived <= now) series.add(name);
    for (const { read } of group)
      for (const article of read.articles) if (article.series !== undefined) series.add(article.series);
    const told = group.filter((arrival) => {
      arrival.known = [...new Set(arrival.read.headings.filter((heading) => series.has(heading)))];
      return arrival.known.length > 0;
    });
    if (told.length > 0) {
      const before = told.map(({ read }) => read.articles.map(({ series: name }) => name));
      reread(told);
      for (const [at, { read }] of told.entries())
        for (const [index, { series: name }] of read.articles.entries())
          if (name !== undefined && before[at]?.[index] === undefined) series.add(name);
    }
    series.settle();
    for (const arrival of group)
      arrival.printings = arrival.read.articles.map(({ series: name }) =>
        name === undefined ? 0 : series.printings(name),
      );
    from = to;
  }
  return series;
}
