/** How much headlines have to do with the bodies of articles. */
import { isCommon } from './characters.ts';
import { bareOf, pairOf, pairsOf } from './similarity.ts';

/** Numbers of the characters of headlines while bodies are looked through, plus one; 0 for all others. */
const places = new Int32Array(0x10000);

/** A character that a body holds so often says half of what it can say. */
const halfway = 3;

/** How much less a character says of which all texts are made; chosen for headlines that are held against texts. */
const commonWeight = 0.25;

/** Bodies by the pairs of adjacent characters, and the characters, that headlines share with them. */
export class Bodies {
  /** The pairs of all headlines, numbered. */
  private readonly numbers = new Map<number, number>();
  /** For each pair a row: how often each body holds it. */
  private readonly counts: Uint32Array;
  private readonly count: number;
  /** The characters of all headlines, numbered; for each a row: how often each body holds it. */
  private readonly characters = new Map<number, number>();
  private readonly characterCounts: Uint32Array;
  private readonly lengths: Float64Array;

  /**
   * @param bodies the texts that each is made of, one behind the other
   * @param headlines all that are to be held against the bodies
   */
  constructor(bodies: readonly (readonly string[])[], headlines: Iterable<string>) {
    this.count = bodies.length;
    // Most pairs of a body stand in no headline: a few bits of each tell that without a look at the map.
    const maybe = new Uint8Array(mostBits + 1);
    for (const headline of headlines) {
      for (const pair of pairsOf(headline)) {
        if (!this.numbers.has(pair)) this.numbers.set(pair, this.numbers.size);
        maybe[pair & mostBits] = 1;
      }
      for (const unit of bareOf(headline))
        if (!this.characters.has(unit)) this.characters.set(unit, this.characters.size);
    }
    this.counts = new Uint32Array(this.numbers.size * this.count);
    this.characterCounts = new Uint32Array(this.characters.size * this.count);
    this.lengths = new Float64Array(this.count);
    for (const [unit, number] of this.characters) places[unit] = number + 1;
    for (let body = 0; body < bodies.length; body++) {
      let before = -1;
      for (const text of bodies[body] as readonly string[]) {
        const plain = bareOf(text);
        for (let at = 0; at < plain.length; at++) {
          const unit = plain[at] as number;
          const place = places[unit] as number;
          if (place > 0) {
            const row = (place - 1) * this.count + body;
            this.characterCounts[row] = (this.characterCounts[row] as number) + 1;
          }
          if (before >= 0) {
            const pair = pairOf(before, unit);
            if (maybe[pair & mostBits] === 1) this.meet(pair, body);
          }
          before = unit;
        }
        this.lengths[body] = (this.lengths[body] as number) + plain.length;
      }
    }
    for (const unit of this.characters.keys()) places[unit] = 0;
  }

  /**
   * How much the characters of a headline are those of each body: one that comes back says more, and one that few bodies
   * hold.
   *
   * @returns for each body, 0 (none in common) to the logarithm of one more than there are bodies; 0.2 more than the next is usual
   */
  kinships(headline: string): Float64Array {
    const scores = new Float64Array(this.count);
    const characters = new Set(bareOf(headline));
    let mean = 0;
    for (const length of this.lengths) mean += length / this.count;
    for (const unit of characters) {
      const row = (this.characters.get(unit) ?? this.characters.size) * this.count;
      const holders = this.holders(this.characterCounts, row);
      if (holders === 0) continue;
      const weight = Math.log(1 + this.count / holders) * (isCommon(unit) ? commonWeight : 1);
      for (let at = 0; at < this.count; at++) {
        const often = ((this.characterCounts[row + at] as number) * mean) / (this.lengths[at] as number);
        if (often > 0)
          scores[at] = (scores[at] as number) + (weight * often) / (often + halfway) / characters.size;
      }
    }
    return scores;
  }

  /** How many bodies hold what a row counts; none where there is no such row. */
  private holders(counts: Uint32Array, row: number): number {
    let holders = 0;
    for (let at = 0; at < this.count; at++) if ((counts[row + at] ?? 0) > 0) holders++;
    return holders;
  }

  /** Counts a pair that a body holds, if a headline holds it too. */
  private meet(pair: number, body: number): void {
    const number = this.numbers.get(pair);
    if (number === undefined) return;
    const place = number * this.count + body;
    this.counts[place] = (this.counts[place] as number) + 1;
  }

  /**
   * How well a headline says what each body says: the share of its character pairs that the body holds, a pair that
   * few bodies hold weighing more. Of a headline of few pairs it says less, and is nearer to 0.
   *
   * @returns for each body, 0 (nothing in common) to about 1
   */
  affinities(headline: string): Float64Array {
    const scores = new Float64Array(this.count);
    let total = 0;
    const pairs = new Set(pairsOf(headline));
    for (const pair of pairs) {
      const row = (this.numbers.get(pair) ?? this.numbers.size) * this.count;
      const holders = this.holders(this.counts, row);
      const weight = Math.log(1 + this.count / Math.max(holders, 0.5));
      total += weight;
      if (holders === 0) continue;
      for (let at = 0; at < this.count; at++) {
        const count = this.counts[row + at] as number;
        if (count > 0) scores[at] = (scores[at] as number) + weight * Math.min(1.6, 0.8 + 0.2 * count);
      }
    }
    if (total === 0) return scores;
    const all = total * (1 + unseenPairs / pairs.size);
    for (let at = 0; at < scores.length; at++) scores[at] = (scores[at] as number) / all;
    return scores;
  }
}

/** Bits of a pair by which most that stand in no headline are told. */
const mostBits = 0xfff;

/** So many pairs that no body holds are thought to stand in each headline. */
const unseenPairs = 1.5;
