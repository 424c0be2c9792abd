/** Keys by which a build knows that a page would come out as it did before. */
import { createHash } from 'node:crypto';

/** A hash of plain data. */
export function keyOf(data: unknown): string {
  return createHash('sha256').update(JSON.stringify(data)).digest('base64url').slice(0, 27);
}

const known = new WeakMap<object, string>();

/** `keyOf` for data that several pages show and that does not change. */
export function keyOfShared(data: object): string {
  let key = known.get(data);
  if (key === undefined) {
    key = keyOf(data);
    known.set(data, key);
  }
  return key;
}

/** Says what `keyOfShared` gives for data: a hash of all that it is made from. */
export function shareKey(data: object, key: string): void {
  known.set(data, key);
}
