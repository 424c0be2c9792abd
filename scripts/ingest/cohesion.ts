/** Where a file changes its subject: how little the paragraphs before and after a place have in common. */
import type { Unit } from './layout.ts';
import { bare } from './similarity.ts';
import { widthOf } from './text.ts';

const window = 4;

/**
 * For each unit, how much the text changes its subject there.
 *
 * @returns about -1 (goes on as the file usually does) to 2 (nothing in common); 0 where there is too little text to tell
 */
export function subjectShifts(units: readonly Unit[]): number[] {
  const prose = units.flatMap(({ text }, at) => (widthOf(text) >= 24 ? [at] : []));
  if (prose.length < 6) return units.map(() => 0);
  const holders = new Map<string, number>();
  const pairsOf = prose.map((at) => {
    const chars = [...bare(units[at]?.text ?? '')];
    const pairs = new Set(chars.slice(1).map((char, index) => `${chars[index]}${char}`));
    for (const pair of pairs) holders.set(pair, (holders.get(pair) ?? 0) + 1);
    return pairs;
  });
  const weights = pairsOf.map((pairs) => {
    const kept = new Map<string, number>();
    for (const pair of pairs) {
      const count = holders.get(pair) ?? 0;
      if (count >= 2 && count <= 10) kept.set(pair, 1 / Math.sqrt(count));
    }
    return kept;
  });
  const side = (from: number, to: number): Map<string, number> => {
    const sum = new Map<string, number>();
    for (const kept of weights.slice(Math.max(0, from), to))
      for (const [pair, weight] of kept) sum.set(pair, weight);
    return sum;
  };
  // Between prose paragraphs k-1 and k.
  const ties = prose.map((_, k) => {
    const [left, right] = [side(k - window, k), side(k, k + window)];
    let shared = 0;
    for (const [pair, weight] of left) if (right.has(pair)) shared += weight;
    const size = Math.sqrt(left.size * right.size);
    return size === 0 ? 0 : shared / size;
  });
  const sorted = ties.slice(1).sort((a, b) => a - b);
  const usual = sorted[sorted.length >> 1] ?? 0;
  if (usual === 0) return units.map(() => 0);
  let k = 0;
  return units.map((_, at) => {
    while (k < prose.length && (prose[k] ?? 0) < at) k++;
    if (k === 0 || k >= prose.length) return 0;
    return Math.max(-1, Math.min(2, (1 - (ties[k] ?? 0) / usual) * 2));
  });
}
