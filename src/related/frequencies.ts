/** In how many texts each term stands. */
import type { TermCounts } from './terms.ts';

/** Terms are found by their upper sixteen bits first. */
const heads = 0x1_0000;

export class Frequencies {
  readonly #terms: Uint32Array;
  readonly #texts: Uint32Array;
  /** Where the terms of each head begin. */
  readonly #starts = new Uint32Array(heads + 1);

  constructor(all: readonly TermCounts[]) {
    const total = all.reduce((sum, { terms }) => sum + terms.length, 0);
    const joined = new Uint32Array(total);
    let end = 0;
    for (const { terms } of all) {
      joined.set(terms, end);
      end += terms.length;
    }
    joined.sort();
    const texts = new Uint32Array(total);
    let size = 0;
    for (let at = 0; at < total; at++) {
      const term = joined[at] as number;
      if (size === 0 || joined[size - 1] !== term) {
        joined[size] = term;
        size++;
      }
      texts[size - 1] = (texts[size - 1] as number) + 1;
    }
    this.#terms = joined.subarray(0, size);
    this.#texts = texts.slice(0, size);
    for (const term of this.#terms) {
      const head = (term >>> 16) + 1;
      this.#starts[head] = (this.#starts[head] as number) + 1;
    }
    for (let head = 1; head <= heads; head++)
      this.#starts[head] = (this.#starts[head] as number) + (this.#starts[head - 1] as number);
  }

  /** The number of texts that hold a term. */
  of(term: number): number {
    let low = this.#starts[term >>> 16] as number;
    let high = (this.#starts[(term >>> 16) + 1] as number) - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const found = this.#terms[middle] as number;
      if (found === term) return this.#texts[middle] as number;
      if (found < term) low = middle + 1;
      else high = middle - 1;
    }
    return 0;
  }
}
