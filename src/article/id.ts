/** Article ids: Crockford base-32 of a hash of how the body begins. */
import { createHash } from 'node:crypto';

const digits = '0123456789abcdefghjkmnpqrstvwxyz';

function lettersOf(text: string): string {
  const bits = [...createHash('sha256').update(text).digest()]
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => digits[Number.parseInt(five, 2)]).join('');
}

/**
 * Mints an id from the first 64 non-blank characters of a body (of whatever the article has, where it has no body).
 *
 * @param taken tells whether another article has the id already; a collision takes more characters, and after some of
 *   those another hash
 * @returns at least eight characters of 0-9 a-z without i l o u
 */
export function mintId(text: string, taken: (id: string) => boolean): string {
  const start = [...text.replace(/\s+/gu, '')].slice(0, 64).join('');
  for (let round = 0; ; round++) {
    const letters = lettersOf(round === 0 ? start : `${start} ${round}`);
    for (let length = 8; length <= 12; length++) {
      const id = letters.slice(0, length);
      if (!taken(id)) return id;
    }
  }
}
