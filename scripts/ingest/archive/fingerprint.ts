/** What an article says, in few numbers: to recognise it in another dump, or after its dump was changed. */
import { bareOf } from '../similarity.ts';

const shingle = 9;
/** Shingles that are kept: those with the least hashes, so that equal texts keep equal ones (a bottom-k sketch). */
const kept = 32;

/** Of a polynomial of the units of a shingle: the base, and what the unit that leaves was worth. */
const base = 0x9e3779b1;
const leaving = Array.from({ length: shingle }).reduce((power: number) => Math.imul(power, base), 1);

/** Mixes a sum, so that the order of hashes says nothing of the text. */
function mixed(sum: number): number {
  let value = Math.imul(sum ^ (sum >>> 15), 0x2c1b3c6d);
  value = Math.imul(value ^ (value >>> 13), 0x297a2d39);
  return (value ^ (value >>> 16)) >>> 0;
}

/** A sketch of a text without its punctuation and blanks, in one script: at most 32 numbers. */
export function fingerprintOf(text: string): number[] {
  const plain = bareOf(text);
  const least = new Uint32Array(kept);
  let [sum, count] = [0, 0];
  const last = Math.max(plain.length, 1) - 1;
  for (let at = 0; at <= last; at++) {
    // A rolling hash: what enters the shingle, and what leaves it.
    sum = (Math.imul(sum, base) + (at < plain.length ? (plain[at] as number) : 0)) | 0;
    if (at >= shingle) sum = (sum - Math.imul(plain[at - shingle] as number, leaving)) | 0;
    // A text of less than one shingle has one number.
    if (at < shingle - 1 && at < last) continue;
    const value = mixed(sum);
    if (count === kept && value >= (least[kept - 1] as number)) continue;
    let place = count;
    while (place > 0 && (least[place - 1] as number) > value) place--;
    if (place > 0 && least[place - 1] === value) continue;
    if (count < kept) count++;
    for (let to = count - 1; to > place; to--) least[to] = least[to - 1] as number;
    least[place] = value;
  }
  // Signed they are small integers to the runtime, and a third of the size.
  return Array.from(least.subarray(0, count), (value) => value | 0);
}

/** An array with twice the room. */
function doubled(column: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(column.length * 2);
  wider.set(column);
  return wider;
}

/**
 * Fingerprints by what they hold, to find the one most like another. An archive has millions of numbers in them: they stand
 * in columns.
 */
export class FingerprintIndex<T> {
  private readonly items: T[] = [];
  private readonly sizes: number[] = [];
  /** A table with open addresses: the numbers, and for each the place in `holders` of the last item that holds it, or -1. */
  private numbers = new Int32Array(1 << 12);
  private heads = new Int32Array(1 << 12).fill(-1);
  private filled = 0;
  /** Items, and for each the place of the one before it that holds the same number, or -1. */
  private holders = new Int32Array(1 << 12);
  private others = new Int32Array(1 << 12);
  private held = 0;

  add(item: T, fingerprint: readonly number[]): void {
    const number = this.items.push(item) - 1;
    this.sizes.push(fingerprint.length);
    for (const value of fingerprint) {
      if (this.filled * 2 >= this.heads.length) this.grow();
      if (this.held === this.holders.length) {
        this.holders = doubled(this.holders);
        this.others = doubled(this.others);
      }
      const slot = this.slotOf(value);
      const before = this.heads[slot] as number;
      if (before < 0) this.filled++;
      this.numbers[slot] = value;
      this.heads[slot] = this.held;
      this.holders[this.held] = number;
      this.others[this.held] = before;
      this.held++;
    }
  }

  /** Where a number stands in the table, or would stand. */
  private slotOf(value: number): number {
    const last = this.heads.length - 1;
    let slot = value & last;
    while ((this.heads[slot] as number) >= 0 && this.numbers[slot] !== value) slot = (slot + 1) & last;
    return slot;
  }

  private grow(): void {
    const { numbers, heads } = this;
    this.numbers = new Int32Array(heads.length * 2);
    this.heads = new Int32Array(heads.length * 2).fill(-1);
    for (let at = 0; at < heads.length; at++) {
      const head = heads[at] as number;
      if (head < 0) continue;
      const slot = this.slotOf(numbers[at] as number);
      this.numbers[slot] = numbers[at] as number;
      this.heads[slot] = head;
    }
  }

  /**
   * The item most like a fingerprint.
   *
   * @returns the item with the share of the smaller fingerprint that both hold, or `undefined` where that is below `least`
   */
  nearest(fingerprint: readonly number[], least: number): { item: T; share: number } | undefined {
    const shared = new Map<number, number>();
    for (const value of fingerprint) {
      let at = this.heads[this.slotOf(value)] as number;
      for (let seen = 0; at >= 0 && seen < 50; seen++) {
        const number = this.holders[at] as number;
        shared.set(number, (shared.get(number) ?? 0) + 1);
        at = this.others[at] as number;
      }
    }
    let best: { item: T; share: number } | undefined;
    for (const [number, count] of shared) {
      const share = count / Math.max(1, Math.min(fingerprint.length, this.sizes[number] ?? 1));
      if (share >= least && share > (best?.share ?? 0)) best = { item: this.items[number] as T, share };
    }
    return best;
  }
}
