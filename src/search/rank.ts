/**
 * The score of a document for a query. It needs nothing but the document's own positions, so that documents from
 * several indexes can be put into one order.
 */
import { type Extent, isCounted } from './document.ts';
import type { Word } from './query.ts';

/** A word of the query and where it stands in one document. */
export interface Found {
  word: Word;
  /** Positions of first units, ascending. */
  starts: readonly number[];
  /** Share of the places that are written as the word was typed. */
  asTyped: number;
}

const weights = {
  body: 1,
  /** A title that holds the word, and one that is nothing but the word. */
  title: 2,
  wholeTitle: 6,
  byline: 2,
  /** Two words of the query side by side. */
  neighbours: 2,
  /** Every place written as typed; less than anything that tells two articles apart. */
  asTyped: 0.5,
} as const;

/** Occurrences and length of a body at which its part of the score is half of what it can be. */
const half = { hits: 2, length: 1500 } as const;

/** How far apart words may be, in positions, before their nearness is worth little. */
const nearness = 8;

function partOf({ word, starts, asTyped }: Found, extent: Extent): number {
  const { title, end } = extent;
  const inTitle = starts.filter((start) => start < title).length;
  const inCounted = starts.filter((start) => isCounted(extent, start)).length;
  const density = inCounted / (inCounted + half.hits * (0.5 + end / (2 * half.length)));
  const coverage = Math.min(1, word.pattern.units.length / Math.max(1, title));
  return (
    weights.body * density +
    (inTitle > 0 ? weights.title + weights.wholeTitle * coverage : 0) +
    (starts.length > inCounted ? weights.byline : 0) +
    weights.asTyped * asTyped
  );
}

/** Positions between the nearest pair of two words' places. */
function smallestGap(left: Found, right: Found): number {
  let smallest = Number.POSITIVE_INFINITY;
  let at = 0;
  for (const start of left.starts) {
    while (at + 1 < right.starts.length && (right.starts[at] as number) < start) at++;
    for (const other of [right.starts[at - 1], right.starts[at]]) {
      if (other === undefined) continue;
      const gap =
        start <= other
          ? other - start - left.word.pattern.units.length
          : start - other - right.word.pattern.units.length;
      smallest = Math.min(smallest, Math.max(0, gap));
    }
  }
  return smallest;
}

/** Higher is better; comparable between documents for one query. */
export function scoreOf(found: readonly Found[], extent: Extent): number {
  let score = 0;
  for (const [at, each] of found.entries()) {
    score += partOf(each, extent);
    const next = found[at + 1];
    if (next !== undefined) score += weights.neighbours / (1 + smallestGap(each, next) / nearness);
  }
  return score;
}
