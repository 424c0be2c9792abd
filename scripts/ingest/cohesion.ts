/**
 * Where a file changes its subject. Words of a subject come back paragraph after paragraph, and stop with the article:
 * each pair of adjacent characters makes chains of its returns, and few chains cross the line between two articles.
 */
import type { Unit } from './layout.ts';
import { pairsOf } from './similarity.ts';
import { widthOf } from './text.ts';

/** Paragraphs without a word before its chain breaks. */
const patience = 4;
/** Paragraphs to either side that a place is compared with. */
const reach = 3;

/** Weight of the chains that cross the upper edge of each paragraph. */
function crossings(paragraphs: readonly Set<number>[]): number[] {
  const counts = new Map<number, number>();
  for (const pairs of paragraphs) for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  const common = Math.max(5, paragraphs.length * 0.3);
  const weights = new Map<number, number>();
  for (const [pair, count] of counts)
    if (count >= 2 && count <= common) weights.set(pair, Math.log(paragraphs.length / count));
  const steps = new Float64Array(paragraphs.length + 1);
  const lasts = new Map<number, number>();
  for (const [to, pairs] of paragraphs.entries())
    for (const pair of pairs) {
      const weight = weights.get(pair);
      if (weight === undefined) continue;
      const from = lasts.get(pair);
      lasts.set(pair, to);
      if (from === undefined || to - from > patience) continue;
      steps[from + 1] = (steps[from + 1] ?? 0) + weight;
      steps[to + 1] = (steps[to + 1] ?? 0) - weight;
    }
  let sum = 0;
  return paragraphs.map((_, at) => {
    sum += steps[at] ?? 0;
    return sum;
  });
}

/**
 * Where a file changes its subject.
 *
 * @returns for each unit about -1 (the subject goes on) to 2 (hardly anything goes on across its upper edge)
 */
export function subjectShifts(units: readonly Unit[]): number[] {
  const prose = units.flatMap(({ text }, at) => (widthOf(text) >= 22 ? [at] : []));
  if (prose.length < 5) return units.map(() => 0);
  const paragraphs = prose.map((at) => new Set(pairsOf(units[at]?.text ?? '')));
  const crossing = crossings(paragraphs);
  // A longer paragraph shares more with its neighbours, whatever they say.
  const tied = crossing.map((weight, at) => {
    const size = Math.sqrt((paragraphs[at - 1]?.size ?? 1) * (paragraphs[at]?.size ?? 1));
    return weight / Math.sqrt(Math.max(20, size));
  });
  let k = 0;
  return units.map((_, at) => {
    while (k < prose.length && (prose[k] ?? 0) < at) k++;
    const around = tied.slice(Math.max(1, k - reach), k + reach + 1);
    const level = around.length === 0 ? 0 : Math.max(...around);
    if (k === 0 || k >= prose.length || level === 0) return 0;
    return Math.max(-1, Math.min(2, 2 - (3 * (tied[k] ?? 0)) / level));
  });
}
