/** Article ids: Crockford base-32 of a hash of how the body begins. */
import { createHash } from 'node:crypto';

const digits = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * Mints an id from the first 64 non-blank characters of a body (of whatever the article has, where it has no body).
 *
 * @param taken tells whether another article has the id already; a collision takes more characters
 * @returns at least eight characters of 0-9 a-z without i l o u
 */
export function mintId(text: string, taken: (id: string) => boolean): string {
  const start = [...text.replace(/\s+/gu, '')].slice(0, 64).join('');
  const hash = createHash('sha256').update(start).digest();
  const bits = [...hash].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const letters = (bits.match(/.{5}/g) ?? []).map((five) => digits[Number.parseInt(five, 2)]).join('');
  for (let length = 8; length <= letters.length; length++) {
    const id = letters.slice(0, length);
    if (!taken(id)) return id;
  }
  throw new Error(`no free id for a text that begins ${start.slice(0, 16)}`);
}
