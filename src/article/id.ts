/** Article ids: Crockford base-32 of a hash of how the body begins. */
import { hash } from 'node:crypto';

const digits = '0123456789abcdefghjkmnpqrstvwxyz';

/** An id has at least so many characters, and at most, where those before were taken. */
const [shortest, longest] = [8, 12];

function lettersOf(text: string): string {
  let letters = '';
  let [held, bits] = [0, 0];
  for (const byte of hash('sha256', text, 'buffer')) {
    held = (held << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) letters += digits.charAt((held >> (bits - 5)) & 31);
    held &= (1 << bits) - 1;
    if (letters.length >= longest) break;
  }
  return letters;
}

/** So many characters decide an id. */
const deciding = 64;
/** As prose begins: no blank, and no character that is more than one unit. */
const plainStart = new RegExp(`^[^\\s\ud800-\udfff]{${deciding}}`);

/** The first 64 non-blank characters of a text. */
export function startOf(text: string): string {
  if (plainStart.test(text)) return text.slice(0, deciding);
  return [...text.replace(/\s+/gu, '')].slice(0, deciding).join('');
}

/**
 * Mints an id from the first 64 non-blank characters of a body (of whatever the article has, where it has no body).
 *
 * @param taken tells whether another article has the id already; a collision takes more characters, and after some of
 *   those another hash
 * @returns at least eight characters of 0-9 a-z without i l o u
 */
export function mintId(text: string, taken: (id: string) => boolean): string {
  const start = startOf(text);
  for (let round = 0; ; round++) {
    const letters = lettersOf(round === 0 ? start : `${start} ${round}`);
    for (let length = shortest; length <= longest; length++) {
      const id = letters.slice(0, length);
      if (!taken(id)) return id;
    }
  }
}
