/** What the archive decides of each article: its id, its further sources, the one spelling of its series. */
import { type Placement, placementOf } from '../stages/placement.ts';
import type { Arrival } from './arrivals.ts';
import { linesIn, Registry } from './identify.ts';
import type { Previous } from './previous.ts';
import type { SeriesIndex } from './series.ts';

/** Of lists of lines, the one that has most of some lines; `undefined` where none has any. */
function mostOf(wanted: ReadonlySet<number>, lists: readonly (readonly number[])[]): number | undefined {
  const counts = lists.map((lines) => lines.filter((line) => wanted.has(line)).length);
  const most = Math.max(0, ...counts);
  return most === 0 ? undefined : counts.indexOf(most);
}

/** Hands ids that no article has any more to the article that took over their text, or their headings where that is no text now. */
function inherit(
  arrivals: readonly Arrival[],
  previous: Previous,
  placements: readonly Placement[][],
  primaries: ReadonlyMap<string, Placement>,
): void {
  for (const [at, { read }] of arrivals.entries()) {
    const known = previous.sources.get(read.file);
    if (known?.sha256 !== read.source.sha256) continue;
    for (const former of known.ids) {
      if (primaries.has(former)) continue;
      const held = new Set([...known.holders].flatMap(([line, id]) => (id === former ? line : [])));
      const heir =
        mostOf(
          held,
          read.articles.map(({ lines }) => lines),
        ) ??
        mostOf(
          held,
          read.articles.map(({ ranges }) => linesIn(ranges)),
        );
      // The file of a duplicate is that of its first printing.
      const taken = heir === undefined ? undefined : placements[at]?.[heir]?.id;
      if (taken !== undefined) primaries.get(taken)?.formerly.push(former);
    }
  }
}

/** Identifies the articles of all dumps, in the order of their arrival. */
export function placeArticles(
  arrivals: readonly Arrival[],
  previous: Previous,
  series: SeriesIndex,
  articleFolder: string,
): Placement[][] {
  const present = new Map(arrivals.map(({ read }) => [read.file, read.source.sha256]));
  const numbers = arrivals.reduce(
    (sum, { read }) => sum + read.articles.reduce((all, { fingerprint }) => all + fingerprint.length, 0),
    0,
  );
  const registry = new Registry(previous, articleFolder, present, numbers);
  const primaries = new Map<string, Placement>();
  const placements = arrivals.map(({ read, printings }) =>
    read.articles.map((summary, at): Placement => {
      const others = (): (readonly number[])[] =>
        read.articles.flatMap(({ lines }, index) => (index === at ? [] : [lines]));
      const candidate = { file: read.file, sha256: read.source.sha256, ...summary, others };
      const { id, isDuplicate } = registry.identify(candidate);
      const primary = primaries.get(id);
      if (isDuplicate && primary) {
        primary.others.push({ file: read.file, lines: summary.ranges });
        const { series: _, ...placed } = placementOf(summary);
        return { ...placed, id, primary: false };
      }
      const placed: Placement = {
        ...placementOf(summary),
        id,
        ...(summary.series === undefined ? {} : { series: series.nameOf(summary.series) }),
        seriesKnown: summary.seriesUnsure === true && (printings[at] ?? 0) > 1,
        formerly: [...(previous.formerly.get(id) ?? [])],
        written: previous.written.get(id) ?? [],
      };
      primaries.set(id, placed);
      return placed;
    }),
  );
  inherit(arrivals, previous, placements, primaries);
  return placements;
}
