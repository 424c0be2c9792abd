/**
 * Texts as UTF-16 units in a typed array. Most texts here are parts of a dump, and to look into a part of a longer text for
 * one unit after the other costs ten times what copying them all costs.
 */

/** Shorter texts are copied sooner unit by unit than by a call. */
const short = 12;

/** The units of one text; good until the next text. */
export class Units {
  units = new Uint16Array(4096);
  private bytes = Buffer.from(this.units.buffer);

  /** @returns the number of units */
  of(text: string): number {
    const { length } = text;
    if (this.units.length < length) {
      this.units = new Uint16Array(length * 2);
      this.bytes = Buffer.from(this.units.buffer);
    }
    if (length > short) this.bytes.write(text, 'utf16le');
    else for (let at = 0; at < length; at++) this.units[at] = text.charCodeAt(at);
    return length;
  }

  /** The first units as a text. */
  text(length: number): string {
    return length < 32
      ? String.fromCharCode.apply(null, this.units.subarray(0, length) as unknown as number[])
      : this.bytes.toString('utf16le', 0, length * 2);
  }
}

const shared = new Units();
let held: string | undefined;

/**
 * The units of a text, for those who only look at them.
 *
 * @returns an array that is longer than the text, and good until the next call
 */
export function unitsOf(text: string): Uint16Array {
  if (text !== held) {
    shared.of(text);
    held = text;
  }
  return shared.units;
}

/** Whether a unit is the first half of a character whose second half follows it. */
export function isPairIn(units: Uint16Array, at: number, length: number): boolean {
  return (
    ((units[at] as number) & 0xfc00) === 0xd800 &&
    at + 1 < length &&
    ((units[at + 1] as number) & 0xfc00) === 0xdc00
  );
}
