/**
 * Where a file changes its subject. Words of a subject come back paragraph after paragraph, and stop with the article:
 * each pair of adjacent characters makes chains of its returns, and few chains cross the line between two articles.
 */
import type { Unit } from './layout.ts';
import { pairsOfUnit } from './similarity.ts';
import { widthOf } from './text.ts';

/** Paragraphs without a word before its chain breaks. */
const patience = 4;
/** Paragraphs to either side that a place is compared with. */
const reach = 3;

/** The distinct pairs of each paragraph, numbered from 0 over all of them. */
function numbered(units: readonly Unit[]): { paragraphs: Int32Array[]; count: number } {
  const lists = units.map(pairsOfUnit);
  const size = 2 ** Math.ceil(Math.log2(2 * lists.reduce((sum, { length }) => sum + length, 1)));
  // A table with open addresses: pairs have 30 bits, so that -1 is none.
  const slots = new Int32Array(size).fill(-1);
  const numbers = new Int32Array(size);
  /** The last paragraph that each pair was met in, by number. */
  const met = new Int32Array(size).fill(-1);
  let count = 0;
  const paragraphs = lists.map((pairs, paragraph) => {
    const own = new Int32Array(pairs.length);
    let length = 0;
    for (let at = 0; at < pairs.length; at++) {
      const pair = pairs[at] as number;
      let slot = (Math.imul(pair, 0x9e3779b1) >>> 7) & (size - 1);
      while (slots[slot] !== pair && slots[slot] !== -1) slot = (slot + 1) & (size - 1);
      if (slots[slot] === -1) {
        slots[slot] = pair;
        numbers[slot] = count++;
      }
      const number = numbers[slot] as number;
      if (met[number] === paragraph) continue;
      met[number] = paragraph;
      own[length++] = number;
    }
    return own.subarray(0, length);
  });
  return { paragraphs, count };
}

/** Weight of the chains that cross the upper edge of each paragraph. */
function crossings(paragraphs: readonly Int32Array[], count: number): number[] {
  const counts = new Int32Array(count);
  for (const pairs of paragraphs)
    for (let at = 0; at < pairs.length; at++) counts[pairs[at] as number] = (counts[pairs[at] as number] as number) + 1;
  const common = Math.max(5, paragraphs.length * 0.3);
  const weights = Float64Array.from({ length: common + 1 }, (_, held) => Math.log(paragraphs.length / held));
  const steps = new Float64Array(paragraphs.length + 1);
  const lasts = new Int32Array(count).fill(-1);
  for (const [to, pairs] of paragraphs.entries())
    for (let at = 0; at < pairs.length; at++) {
      const pair = pairs[at] as number;
      const held = counts[pair] as number;
      if (held < 2 || held > common) continue;
      const from = lasts[pair] as number;
      lasts[pair] = to;
      if (from < 0 || to - from > patience) continue;
      const weight = weights[held] as number;
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
  const { paragraphs, count } = numbered(prose.map((at) => units[at] as Unit));
  const crossing = crossings(paragraphs, count);
  // A longer paragraph shares more with its neighbours, whatever they say.
  const tied = crossing.map((weight, at) => {
    const size = Math.sqrt((paragraphs[at - 1]?.length ?? 1) * (paragraphs[at]?.length ?? 1));
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
