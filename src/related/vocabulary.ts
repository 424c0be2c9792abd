/** Numbers for the terms of an archive. */

/** Spreads numbers that lie close together. */
const factor = 0x9e37_79b1;
/** Slots of a small table; a power of two. */
const fewest = 1024;

function doubled(column: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const wider = new Uint32Array(column.length * 2);
  wider.set(column);
  return wider;
}

/**
 * Numbers terms from 0 up as they come. What is known of each can then stand in a plain array, and terms that many texts
 * hold, which come early, lie near each other in it: to look terms up one by one in a table takes several times as long.
 */
export class Vocabulary {
  /** By number. */
  #terms: Uint32Array<ArrayBuffer>;
  #size: number;
  /** A table with open addressing: one more than the number of a term, 0 where there is none; made at the first use. */
  #slots = new Uint32Array(0);
  #shift = 0;

  /** @param terms those that have a number, in the order of their numbers */
  constructor(terms: Uint32Array = new Uint32Array(0)) {
    this.#size = terms.length;
    this.#terms = new Uint32Array(Math.max(fewest, terms.length));
    this.#terms.set(terms);
  }

  /** Above all numbers. */
  get size(): number {
    return this.#size;
  }

  /** The terms in the order of their numbers. */
  get terms(): Uint32Array {
    return this.#terms.subarray(0, this.#size);
  }

  /** Where the number of a term stands, or would. */
  #slot(term: number): number {
    const last = this.#slots.length - 1;
    let slot = Math.imul(term, factor) >>> this.#shift;
    for (;;) {
      const found = this.#slots[slot] as number;
      if (found === 0 || this.#terms[found - 1] === term) return slot;
      slot = (slot + 1) & last;
    }
  }

  /** Makes a table of twice as many slots as are needed, or more. */
  #spread(): void {
    let bits = Math.log2(fewest);
    while (2 ** bits < (this.#size + 1) * 2) bits++;
    this.#slots = new Uint32Array(2 ** (bits + 1));
    this.#shift = 32 - (bits + 1);
    for (let number = 0; number < this.#size; number++)
      this.#slots[this.#slot(this.#terms[number] as number)] = number + 1;
  }

  /** The number of a term, which has one from now on. */
  numberOf(term: number): number {
    if (this.#slots.length < (this.#size + 1) * 2) this.#spread();
    const slot = this.#slot(term);
    const known = this.#slots[slot] as number;
    if (known !== 0) return known - 1;
    if (this.#size === this.#terms.length) this.#terms = doubled(this.#terms);
    this.#terms[this.#size] = term;
    this.#slots[slot] = ++this.#size;
    return this.#size - 1;
  }
}
