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

/** The hashes of a text that may be among the least. */
let low = new Uint32Array(4096);

/**
 * Hashes each shingle of a text; one that is shorter than a shingle has one hash.
 *
 * @returns the hashes that are not above a bound, each once, the least first; good until the next call
 */
function leastUpTo(bound: number, plain: Uint16Array): Uint32Array {
  const { length } = plain;
  if (low.length <= length) low = new Uint32Array(length * 2);
  const first = Math.min(length, shingle);
  let sum = 0;
  for (let at = 0; at < first; at++) sum = (Math.imul(sum, base) + (plain[at] as number)) | 0;
  let found = 0;
  let value = mixed(sum);
  if (value <= bound) low[found++] = value;
  // A rolling hash: what enters the shingle, and what leaves it.
  for (let at = shingle; at < length; at++) {
    const gone = Math.imul(plain[at - shingle] as number, leaving);
    sum = (Math.imul(sum, base) + (plain[at] as number) - gone) | 0;
    value = mixed(sum);
    if (value <= bound) low[found++] = value;
  }
  const sorted = low.subarray(0, found).sort();
  let distinct = 0;
  for (let at = 0; at < found; at++)
    if (at === 0 || sorted[at] !== sorted[at - 1]) sorted[distinct++] = sorted[at] as number;
  return sorted.subarray(0, distinct);
}

const greatest = 0xffffffff;

/** A sketch of a text without its punctuation and blanks, in one script: at most 32 numbers. */
export function fingerprintOf(text: string): number[] {
  const plain = bareOf(text);
  const shingles = Math.max(1, plain.length - shingle + 1);
  // Hashes lie evenly: most often twice as many as are kept stand below this, and need to be sorted.
  const near = leastUpTo(Math.floor((greatest * 2 * kept) / shingles), plain);
  const least = near.length < kept ? leastUpTo(greatest, plain) : near;
  // Signed they are small integers to the runtime, and a third of the size.
  return Array.from(new Int32Array(least.subarray(0, kept)));
}

/** An array with room for so many numbers. */
function widened(column: Int32Array<ArrayBuffer>, room: number): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(room);
  wider.set(column);
  return wider;
}

/** Of the items that hold a number, so many are looked at, the last ones first. */
const mostHolders = 50;

/**
 * Fingerprints by what they hold, to find the one most like another. An archive has millions of numbers in them: they stand
 * in columns.
 */
export class FingerprintIndex<T> {
  private readonly items: T[] = [];
  private readonly sizes: number[] = [];
  /** The numbers that are held, for each the item that holds it, and the place of the one before it in its slot, or -1. */
  private numbers: Int32Array<ArrayBuffer>;
  private holders: Int32Array<ArrayBuffer>;
  private others: Int32Array<ArrayBuffer>;
  private held = 0;
  /** For each slot the place of the last number in it, or -1. */
  private heads: Int32Array<ArrayBuffer>;

  /** @param room for so many numbers, if that is known */
  constructor(room = 1 << 12) {
    this.numbers = new Int32Array(room);
    this.holders = new Int32Array(room);
    this.others = new Int32Array(room);
    this.heads = new Int32Array(2 ** Math.ceil(Math.log2(room + 1))).fill(-1);
  }

  add(item: T, fingerprint: readonly number[]): void {
    const number = this.items.push(item) - 1;
    this.sizes.push(fingerprint.length);
    if (this.held + fingerprint.length > this.numbers.length) this.grow();
    for (const value of fingerprint) {
      this.numbers[this.held] = value;
      this.holders[this.held] = number;
      this.link(this.held++);
    }
  }

  private link(place: number): void {
    const slot = (this.numbers[place] as number) & (this.heads.length - 1);
    this.others[place] = this.heads[slot] as number;
    this.heads[slot] = place;
  }

  private grow(): void {
    const room = 2 * (this.numbers.length + kept);
    this.numbers = widened(this.numbers, room);
    this.holders = widened(this.holders, room);
    this.others = new Int32Array(room);
    this.heads = new Int32Array(2 ** Math.ceil(Math.log2(room + 1))).fill(-1);
    for (let place = 0; place < this.held; place++) this.link(place);
  }

  /**
   * The item most like a fingerprint.
   *
   * @returns the item with the share of the smaller fingerprint that both hold, or `undefined` where that is below `least`
   */
  nearest(fingerprint: readonly number[], least: number): { item: T; share: number } | undefined {
    const { numbers, holders, others, heads } = this;
    const shared = new Map<number, number>();
    for (const value of fingerprint) {
      let seen = 0;
      let place = heads[value & (heads.length - 1)] as number;
      for (; place >= 0 && seen < mostHolders; place = others[place] as number) {
        if (numbers[place] !== value) continue;
        const number = holders[place] as number;
        shared.set(number, (shared.get(number) ?? 0) + 1);
        seen++;
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
