/** In how many texts each term stands. */
import type { TermCounts } from './terms.ts';

/** Spreads numbers that lie close together. */
const factor = 0x9e37_79b1;
/** Slots of a small table; a power of two. */
const fewest = 1024;

/** A table of numbers with open addressing. The number 0 marks an empty slot and is counted apart. */
export class Frequencies {
  #terms = new Uint32Array(fewest);
  #texts = new Uint32Array(fewest);
  #shift = 32 - Math.log2(fewest);
  #size = 0;
  #zeros = 0;

  constructor(all: readonly TermCounts[]) {
    for (const { terms } of all) for (const term of terms) this.#add(term, 1);
  }

  /** Where a term stands, or would. */
  #slot(term: number): number {
    const last = this.#terms.length - 1;
    let slot = Math.imul(term, factor) >>> this.#shift;
    for (;;) {
      const found = this.#terms[slot];
      if (found === term || found === 0) return slot;
      slot = (slot + 1) & last;
    }
  }

  #add(term: number, texts: number): void {
    if (term === 0) {
      this.#zeros += texts;
      return;
    }
    const slot = this.#slot(term);
    if (this.#terms[slot] === 0) {
      this.#terms[slot] = term;
      this.#size++;
    }
    this.#texts[slot] = (this.#texts[slot] as number) + texts;
    if (this.#size * 2 > this.#terms.length) this.#grow();
  }

  #grow(): void {
    const [terms, texts] = [this.#terms, this.#texts];
    this.#terms = new Uint32Array(terms.length * 2);
    this.#texts = new Uint32Array(terms.length * 2);
    this.#shift--;
    this.#size = 0;
    for (let slot = 0; slot < terms.length; slot++)
      if (terms[slot] !== 0) this.#add(terms[slot] as number, texts[slot] as number);
  }

  /** The number of texts that hold a term. */
  of(term: number): number {
    return term === 0 ? this.#zeros : (this.#texts[this.#slot(term)] as number);
  }
}
