/** What an article says, in few numbers: to recognise it in another dump, or after its dump was changed. */
import { bareOf } from '../similarity.ts';

const shingle = 9;
/** Shingles that are kept: those with the least hashes, so that equal texts keep equal ones (a bottom-k sketch). */
const kept = 32;

/** 32-bit FNV-1a with a final mix, so that the order of hashes says nothing of the text. */
function hash(text: Uint16Array, from: number, to: number): number {
  let value = 0x811c9dc5;
  for (let at = from; at < to; at++) value = Math.imul(value ^ (text[at] as number), 0x01000193);
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return (value ^ (value >>> 13)) >>> 0;
}

/** A sketch of a text without its punctuation and blanks, in one script: at most 32 numbers. */
export function fingerprintOf(text: string): number[] {
  const plain = bareOf(text);
  if (plain.length <= shingle) return [hash(plain, 0, plain.length)];
  const least: number[] = [];
  for (let at = 0; at + shingle <= plain.length; at++) {
    const value = hash(plain, at, at + shingle);
    if (least.length === kept && value >= (least[kept - 1] as number)) continue;
    let place = least.length;
    while (place > 0 && (least[place - 1] as number) > value) place--;
    if (least[place - 1] === value) continue;
    least.splice(place, 0, value);
    least.length = Math.min(least.length, kept);
  }
  return least;
}

/** Fingerprints by what they hold, to find the one most like another. */
export class FingerprintIndex<T> {
  private readonly items: T[] = [];
  private readonly sizes: number[] = [];
  /** For each number, the place in `chain` of the last item that holds it. */
  private readonly heads = new Map<number, number>();
  /** Pairs of item and place of the next one that holds the same number. */
  private readonly chain: number[] = [];

  add(item: T, fingerprint: readonly number[]): void {
    const number = this.items.push(item) - 1;
    this.sizes.push(fingerprint.length);
    for (const value of fingerprint) {
      this.chain.push(number, this.heads.get(value) ?? -1);
      this.heads.set(value, this.chain.length - 2);
    }
  }

  /**
   * The item most like a fingerprint.
   *
   * @returns the item with the share of the smaller fingerprint that both hold, or `undefined` where that is below `least`
   */
  nearest(fingerprint: readonly number[], least: number): { item: T; share: number } | undefined {
    const shared = new Map<number, number>();
    for (const value of fingerprint)
      for (
        let at = this.heads.get(value) ?? -1, seen = 0;
        at >= 0 && seen < 50;
        at = this.chain[at + 1] ?? -1, seen++
      ) {
        const number = this.chain[at] as number;
        shared.set(number, (shared.get(number) ?? 0) + 1);
      }
    let best: { item: T; share: number } | undefined;
    for (const [number, count] of shared) {
      const share = count / Math.max(1, Math.min(fingerprint.length, this.sizes[number] ?? 1));
      if (share >= least && share > (best?.share ?? 0)) best = { item: this.items[number] as T, share };
    }
    return best;
  }
}
