/** What an article says, in few numbers: to recognise it in another dump, or after its dump was changed. */
import { bare } from '../similarity.ts';

const shingle = 9;
/** One shingle in eight is kept, chosen by its hash, so that equal texts keep equal shingles. */
const sampling = 8;

/** 32-bit FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return value;
}

/** Sampled shingles of a text without its punctuation and blanks, in one script. */
export function fingerprintOf(text: string): number[] {
  const plain = bare(text);
  const kept = new Set<number>();
  for (let at = 0; at + shingle <= plain.length; at++) {
    const value = hash(plain.slice(at, at + shingle));
    if (value % sampling === 0) kept.add(value);
  }
  if (kept.size === 0) kept.add(hash(plain));
  return [...kept];
}

/** Fingerprints by what they hold, to find the one most like another. */
export class FingerprintIndex<T> {
  private readonly holders = new Map<number, T[]>();
  private readonly sizes = new Map<T, number>();

  add(item: T, fingerprint: readonly number[]): void {
    this.sizes.set(item, fingerprint.length);
    for (const value of fingerprint) {
      const items = this.holders.get(value);
      if (items) items.push(item);
      else this.holders.set(value, [item]);
    }
  }

  /**
   * The item most like a fingerprint.
   *
   * @returns the item with the share of the smaller fingerprint that both hold, or `undefined` where that is below `least`
   */
  nearest(fingerprint: readonly number[], least: number): { item: T; share: number } | undefined {
    const shared = new Map<T, number>();
    for (const value of fingerprint) {
      const items = this.holders.get(value) ?? [];
      // A passage that everybody quotes says nothing of who is whom.
      if (items.length > 50) continue;
      for (const item of items) shared.set(item, (shared.get(item) ?? 0) + 1);
    }
    let best: { item: T; share: number } | undefined;
    for (const [item, count] of shared) {
      const share = count / Math.max(1, Math.min(fingerprint.length, this.sizes.get(item) ?? 1));
      if (share >= least && share > (best?.share ?? 0)) best = { item, share };
    }
    return best;
  }
}
