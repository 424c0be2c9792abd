/** How much short texts have to do with long ones, and with each other. */
import { simplify } from './text.ts';

/** The characters that carry a text: letters, digits and Han, simplified and lower-cased. */
export function bare(text: string): string {
  return simplify(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * Adjacent characters of a text as numbers of 30 bits, one for each pair of UTF-16 units. Two pairs may share a number; among
 * the pairs of a file that hardly happens, and costs next to nothing where it does.
 */
export function pairsOf(text: string): number[] {
  const plain = bare(text);
  const pairs: number[] = new Array(Math.max(0, plain.length - 1));
  for (let at = 1; at < plain.length; at++)
    pairs[at - 1] = (Math.imul(plain.charCodeAt(at - 1), 0x9e3779b1) ^ plain.charCodeAt(at)) & 0x3fffffff;
  return pairs;
}

/** Bodies by the pairs of adjacent characters they hold, to hold headlines against. */
export class Bodies {
  /** For each pair, the bodies that hold it and how often. */
  private readonly holders = new Map<number, Map<number, number>>();
  private readonly count: number;

  constructor(texts: readonly string[]) {
    this.count = texts.length;
    for (const [at, text] of texts.entries())
      for (const pair of pairsOf(text)) {
        const held = this.holders.get(pair) ?? new Map<number, number>();
        held.set(at, (held.get(at) ?? 0) + 1);
        this.holders.set(pair, held);
      }
  }

  /**
   * How well a headline says what each body says: the share of its character pairs that the body holds, a pair that
   * few bodies hold weighing more.
   *
   * @returns for each body, 0 (nothing in common) to about 1
   */
  affinities(headline: string): Float64Array {
    const scores = new Float64Array(this.count);
    let total = 0;
    for (const pair of new Set(pairsOf(headline))) {
      const held = this.holders.get(pair);
      const weight = Math.log(1 + this.count / Math.max(held?.size ?? 0, 0.5));
      total += weight;
      for (const [at, count] of held ?? [])
        scores[at] = (scores[at] ?? 0) + weight * Math.min(1.6, 0.8 + 0.2 * count);
    }
    return total === 0 ? scores : scores.map((score) => score / total);
  }
}

/** Edits (insert, delete, replace) between two texts, counted up to a bound. */
export function editDistance(a: string, b: string, bound: number): number {
  const [left, right] = [[...a], [...b]];
  if (Math.abs(left.length - right.length) > bound) return bound + 1;
  let row = right.map((_, at) => at + 1);
  for (const [i, char] of left.entries()) {
    let diagonal = i;
    let before = i + 1;
    row = row.map((above, j) => {
      const cost = Math.min(above + 1, before + 1, diagonal + (char === right[j] ? 0 : 1));
      diagonal = above;
      before = cost;
      return cost;
    });
  }
  return right.length === 0 ? left.length : (row.at(-1) ?? 0);
}

/** Whether two names are the same but for a slip: one character in four or more, two in ten or more. */
export function nearEqual(a: string, b: string): boolean {
  const [left, right] = [bare(a), bare(b)];
  if (left === right) return true;
  const length = Math.min([...left].length, [...right].length);
  if (length < 4) return false;
  const bound = length >= 10 ? 2 : 1;
  return editDistance(left, right, bound) <= bound;
}
