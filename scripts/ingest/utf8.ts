/** Texts as UTF-8. */

let scratch = Buffer.allocUnsafeSlow(1 << 16);

/** The bytes of a text, good until the next call: to find memory for each of many texts costs as much as to fill it. */
export function utf8Of(text: string): Buffer {
  // No unit of UTF-16 takes more than three.
  if (scratch.length < text.length * 3) scratch = Buffer.allocUnsafeSlow(text.length * 6);
  return scratch.subarray(0, scratch.write(text));
}
