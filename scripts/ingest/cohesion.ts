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

/** The distinct pairs of each paragraph. */
function distinctIn(units: readonly Unit[], prose: readonly number[]): Pairs {
  const all = pairsOfUnits(units);
  const numbers = new Int32Array(all.numbers.length);
  /** The last paragraph that each pair was met in. */
  const met = new Int32Array(all.count).fill(-1);
  const starts = new Int32Array(prose.length + 1);
  let length = 0;
  for (let paragraph = 0; paragraph < prose.length; paragraph++) {
    const unit = prose[paragraph] as number;
    const end = all.starts[unit + 1] as number;
    for (let at = all.starts[unit] as number; at < end; at++) {
      const pair = all.numbers[at] as number;
      if (met[pair] === paragraph) continue;
      met[pair] = paragraph;
      numbers[length++] = pair;
    }
    starts[paragraph + 1] = length;
  }
  return { numbers, starts, count: all.count };
}

/** Weight of the chains that cross the upper edge of each paragraph. */
function crossings({ numbers, starts, count }: Pairs): Float64Array {
  const paragraphs = starts.length - 1;
  const length = starts[paragraphs] as number;
  const counts = new Int32Array(count);
  for (let at = 0; at < length; at++) {
    const pair = numbers[at] as number;
    counts[pair] = (counts[pair] as number) + 1;
  }
  const common = Math.max(5, paragraphs * 0.3);
  const weights = Float64Array.from({ length: common + 1 }, (_, held) => Math.log(paragraphs / held));
  const steps = new Float64Array(paragraphs + 1);
  const lasts = new Int32Array(count).fill(-1);
  for (let to = 0; to < paragraphs; to++) {
    const end = starts[to + 1] as number;
    for (let at = starts[to] as number; at < end; at++) {
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
  return steps.subarray(0, paragraphs).map((step) => {
    sum += step;
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
  const paragraphs = distinctIn(units, prose);
  const { starts } = paragraphs;
  // A longer paragraph shares more with its neighbours, whatever they say.
  const sizeOf = (at: number): number => (at < 0 ? 1 : (starts[at + 1] as number) - (starts[at] as number));
  const tied = crossings(paragraphs).map((weight, at) => {
    const size = Math.sqrt(sizeOf(at - 1) * sizeOf(at));
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
