/** Writes CBOR (RFC 8949), of which an index needs arrays, texts and whole numbers from 0. */

const kinds = { number: 0, text: 3, array: 4 } as const;

const atFirst = 1 << 16;

/** Collects what is written; the order is that of the calls. */
export class CborWriter {
  #bytes = Buffer.allocUnsafe(atFirst);
  #length = 0;

  #reserve(size: number): void {
    const needed = this.#length + size;
    if (needed <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(needed, 2 * this.#bytes.length));
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }

  #head(kind: number, value: number): void {
    this.#reserve(5);
    const first = kind << 5;
    if (value < 24) {
      this.#length = this.#bytes.writeUInt8(first + value, this.#length);
    } else if (value < 0x100) {
      this.#length = this.#bytes.writeUInt8(first + 24, this.#length);
      this.#length = this.#bytes.writeUInt8(value, this.#length);
    } else if (value < 0x10000) {
      this.#length = this.#bytes.writeUInt8(first + 25, this.#length);
      this.#length = this.#bytes.writeUInt16BE(value, this.#length);
    } else {
      this.#length = this.#bytes.writeUInt8(first + 26, this.#length);
      this.#length = this.#bytes.writeUInt32BE(value, this.#length);
    }
  }

  /** Begins an array; so many values must follow. */
  array(length: number): this {
    this.#head(kinds.array, length);
    return this;
  }

  /** @param value whole, from 0 up to 2³² − 1 */
  number(value: number): this {
    this.#head(kinds.number, value);
    return this;
  }

  text(value: string): this {
    const size = Buffer.byteLength(value);
    this.#head(kinds.text, size);
    this.#reserve(size);
    this.#length += this.#bytes.write(value, this.#length);
    return this;
  }

  /** What was written; the writer is empty then. */
  taken(): Buffer {
    const all = Buffer.from(this.#bytes.subarray(0, this.#length));
    this.#length = 0;
    return all;
  }
}
