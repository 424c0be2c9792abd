/**
 * Where a file changes its subject. Words of a subject come back paragraph after paragraph, and stop with the article:
 * each pair of adjacent characters makes chains of its returns, and few chains cross the line between two articles.
 */
import type { Unit } from './layout.ts';
import { type Pairs, pairsOfUnits } from './pairs.ts';

/** Paragraphs without a word before its chain breaks. */
const patience = 4;
/** Paragraphs to either side that a place is compared with. */
const reach = 3;

/** For each pair how many paragraphs hold it, and which held it last; of page after page. */
let [counts, lasts] = [new Int32Array(), new Int32Array()];

/** Weight of the chains that cross the upper edge of each paragraph. */
function crossings({ numbers, starts, count }: Pairs, prose: readonly number[]): number[] {
  if (counts.length < count) [counts, lasts] = [new Int32Array(2 * count), new Int32Array(2 * count)];
  counts.fill(0, 0, count);
  lasts.fill(-1, 0, count);
  for (const unit of prose) {
    const end = starts[unit + 1] as number;
    for (let at = starts[unit] as number; at < end; at++) {
      const pair = numbers[at] as number;
      counts[pair] = (counts[pair] as number) + 1;
    }
  }
  const paragraphs = prose.length;
  const common = Math.max(5, paragraphs * 0.3);
  const weights: number[] = [];
  for (let held = 0; held <= common; held++) weights.push(Math.log(paragraphs / held));
  /** By how much the weight at the upper edge of each is more than at the one above. */
  const steps = new Array<number>(paragraphs + 1).fill(0);
  for (let to = 0; to < paragraphs; to++) {
    const unit = prose[to] as number;
    const end = starts[unit + 1] as number;
    for (let at = starts[unit] as number; at < end; at++) {
      const pair = numbers[at] as number;
      const held = counts[pair] as number;
      if (held < 2 || held > common) continue;
      const from = lasts[pair] as number;
      lasts[pair] = to;
      if (from < 0 || to - from > patience) continue;
      const weight = weights[held] as number;
      steps[from + 1] = (steps[from + 1] as number) + weight;
      steps[to + 1] = (steps[to + 1] as number) - weight;
    }
  }
  let sum = 0;
  return prose.map((_, at) => {
    sum += steps[at] as number;
    return sum;
  });
}

/**
 * Where a file changes its subject.
 *
 * @returns for each unit about -1 (the subject goes on) to 2 (hardly anything goes on across its upper edge)
 */
export function subjectShifts(units: readonly Unit[]): number[] {
  const prose = units.flatMap(({ width }, at) => (width >= 22 ? [at] : []));
  if (prose.length < 5) return units.map(() => 0);
  const pairs = pairsOfUnits(units);
  const { starts } = pairs;
  // A longer paragraph shares more with its neighbours, whatever they say.
  const sizeOf = (at: number): number => {
    const unit = prose[at];
    return unit === undefined ? 1 : (starts[unit + 1] as number) - (starts[unit] as number);
  };
  const tied = crossings(pairs, prose).map((weight, at) => {
    const size = Math.sqrt(sizeOf(at - 1) * sizeOf(at));
    return weight / Math.sqrt(Math.max(20, size));
  });
  let k = 0;
  return units.map((_, at) => {
    while (k < prose.length && (prose[k] ?? 0) < at) k++;
    let level = Number.NEGATIVE_INFINITY;
    for (let by = Math.max(1, k - reach); by <= Math.min(k + reach, tied.length - 1); by++)
      level = Math.max(level, tied[by] as number);
    if (k === 0 || k >= prose.length || level === 0) return 0;
    return Math.max(-1, Math.min(2, 2 - (3 * (tied[k] ?? 0)) / level));
  });
}
