/** Addresses of people, roles and series: ASCII, and a function of the folded name alone. */
import { createHash } from 'node:crypto';
import { pinyin } from 'pinyin-pro';
import { fold } from './fold.ts';

/** Characters of romanisation at most; whole syllables are kept. */
const longest = 40;

/**
 * The slug of a role, a series or another name: its romanisation and five hex digits of a hash, so that equal
 * romanisations stay apart. Traditional, Simplified and variant spellings of one name share a slug.
 */
export function slugOf(name: string): string {
  return slug(name, 'off');
}

/** The slug of a person, whose surname is read as surnames are: 曾 is Zeng, 區 is Ou. */
export function personSlugOf(name: string): string {
  return slug(name, 'head');
}

function slug(name: string, surname: 'off' | 'head'): string {
  const folded = fold(name).replace(/\s+/gu, ' ').trim();
  const syllables = pinyin(folded, { toneType: 'none', type: 'array', nonZh: 'consecutive', surname })
    .map((syllable) =>
      syllable
        .normalize('NFKD')
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, ''),
    )
    .filter((syllable) => syllable !== '');
  let romanised = '';
  for (const syllable of syllables) {
    const longer = romanised === '' ? syllable : `${romanised}-${syllable}`;
    if (longer.length > longest) break;
    romanised = longer;
  }
  const hash = createHash('sha256').update(folded).digest('hex').slice(0, 5);
  return romanised === '' ? hash : `${romanised}-${hash}`;
}
