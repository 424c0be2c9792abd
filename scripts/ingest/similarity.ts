/** How near short texts are to each other, and what of a text is compared. */
import { remembered } from './remembered.ts';
import { foldedUnits, sigma } from './text.ts';
import { isPairIn, unitsOf } from './units.ts';

const letter = /[\p{L}\p{N}]/u;
/** What a UTF-16 unit becomes that is not met yet or the first half of a pair, and one that is left out; all others are above. */
const unknown = 0;
const dropped = 1;
/** What each UTF-16 unit becomes in the bare form, filled as characters are met. */
const bareUnits = new Uint16Array(0x10000);

/** The bare form of one UTF-16 unit. */
function meet(unit: number): number {
  const lower = String.fromCharCode(foldedUnits[unit] as number).toLowerCase();
  return [...lower].find((char) => letter.test(char))?.charCodeAt(0) ?? dropped;
}

let scratch = new Uint16Array(4096);

/** The bare form of a text as UTF-16 units; good until the next call. */
export function bareOf(text: string): Uint16Array {
  if (scratch.length < text.length * 2) scratch = new Uint16Array(text.length * 4);
  const bare = scratch;
  const plain = text.includes(sigma) ? text.toLowerCase() : text;
  const units = unitsOf(plain);
  const count = plain.length;
  let length = 0;
  let least = dropped;
  for (let at = 0; at < count; at++) {
    const found = bareUnits[units[at] as number] as number;
    bare[length] = found;
    // One further, or not where it is left out: no processor could guess which comes next.
    length += (dropped - found) >>> 31;
    least = Math.min(least, found);
  }
  return bare.subarray(0, least === unknown ? withPairs(plain, units, bare) : length);
}

/** Writes the bare form of a text in which there are pairs, or units that were not met yet; returns its length. */
function withPairs(plain: string, units: Uint16Array, bare: Uint16Array): number {
  let length = 0;
  for (let at = 0; at < plain.length; at++) {
    const unit = units[at] as number;
    if (isPairIn(units, at, plain.length)) {
      const char = plain.slice(at, at + 2).toLowerCase();
      at++;
      if (!letter.test(char)) continue;
      bare[length++] = char.charCodeAt(0);
      bare[length++] = char.charCodeAt(1);
      continue;
    }
    const found = bareUnits[unit] || meet(unit);
    if ((unit & 0xfc00) !== 0xd800) bareUnits[unit] = found;
    if (found !== dropped) bare[length++] = found;
  }
  return length;
}

/** The characters that carry a text: letters, digits and Han, simplified and lower-cased. */
export const bare = remembered((text: string): string => {
  const units = bareOf(text);
  return Buffer.from(units.buffer, 0, units.length * 2).toString('utf16le');
});

/**
 * Two adjacent UTF-16 units as a number of 30 bits. Two pairs may share a number; among the pairs of a file that hardly
 * happens, and costs next to nothing where it does.
 */
export function pairOf(before: number, unit: number): number {
  return (Math.imul(before, 0x9e3779b1) ^ unit) & 0x3fffffff;
}

/** Adjacent characters of a text as numbers, one for each pair of UTF-16 units. */
export function pairsOf(text: string): Int32Array {
  const plain = bareOf(text);
  const pairs = new Int32Array(Math.max(0, plain.length - 1));
  for (let at = 0; at < pairs.length; at++) pairs[at] = pairOf(plain[at] as number, plain[at + 1] as number);
  return pairs;
}

/** The characters of a text as numbers. */
function pointsOf(text: string): ArrayLike<number> {
  const units = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if ((unit & 0xf800) === 0xd800) return Array.from(text, (char) => char.codePointAt(0) as number);
    units[at] = unit;
  }
  return units;
}

/** Edits (insert, delete, replace) between two texts, counted up to a bound. */
function editDistance(left: ArrayLike<number>, right: ArrayLike<number>, bound: number): number {
  if (Math.abs(left.length - right.length) > bound) return bound + 1;
  const row = new Int32Array(right.length);
  for (let at = 0; at < row.length; at++) row[at] = at + 1;
  let distance = right.length;
  for (let i = 0; i < left.length; i++) {
    let diagonal = i;
    distance = i + 1;
    let least = distance;
    for (let j = 0; j < row.length; j++) {
      const above = row[j] as number;
      distance = Math.min(above + 1, distance + 1, diagonal + (left[i] === right[j] ? 0 : 1));
      diagonal = above;
      row[j] = distance;
      if (distance < least) least = distance;
    }
    // No row has less than the one above it.
    if (least > bound) return bound + 1;
  }
  return distance;
}

/** Names of so many characters may differ in two. */
const long = 10;

/** Whether two texts have the same two units of UTF-16 at a place of each. */
export function areSameAt(a: string, from: number, b: string, there: number): boolean {
  return a.charCodeAt(from) === b.charCodeAt(there) && a.charCodeAt(from + 1) === b.charCodeAt(there + 1);
}

/**
 * Whether two texts of four characters or more may be the same but for a slip, or for two where they are long: one slip
 * leaves two units of UTF-16 at one end, and two slips that leave none there leave those in the middle, hardly moved.
 */
function mayBeNear(left: string, right: string): boolean {
  if (areSameAt(left, 0, right, 0) || areSameAt(left, left.length - 2, right, right.length - 2)) return true;
  if (Math.min(left.length, right.length) < long) return false;
  const middle = left.length >> 1;
  for (let by = -2; by <= 2; by++) if (areSameAt(left, middle, right, middle + by)) return true;
  return false;
}

/** Whether two bare forms are the same but for a slip. */
export function bareNearEqual(left: string, right: string): boolean {
  if (left === right) return true;
  if (Math.abs(left.length - right.length) > 4) return false;
  if (Math.min(left.length, right.length) < 4 || !mayBeNear(left, right)) return false;
  const a = pointsOf(left);
  const b = pointsOf(right);
  const length = Math.min(a.length, b.length);
  if (length < 4) return false;
  const bound = length >= long ? 2 : 1;
  return editDistance(a, b, bound) <= bound;
}

/** Whether two names are the same but for a slip: one character in four or more, two in ten or more. */
export function nearEqual(a: string, b: string): boolean {
  return bareNearEqual(bare(a), bare(b));
}
