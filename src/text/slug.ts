/** Addresses of people, roles and series: ASCII, and a function of the folded name alone. */
import { createHash } from 'node:crypto';
import { pinyin } from 'pinyin-pro';
import { fold } from './fold.ts';

/**
 * The slug of a name: its romanisation (at most 40 characters, whole syllables) and five hex digits of a hash, so that equal
 * romanisations stay apart. Traditional, Simplified and variant spellings of one name share a slug.
 */
export function slugOf(name: string): string {
  const folded = fold(name).replace(/\s+/gu, ' ').trim();
  const syllables = pinyin(folded, { toneType: 'none', type: 'array', nonZh: 'consecutive' })
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
    if (longer.length > 40) break;
    romanised = longer;
  }
  const hash = createHash('sha256').update(folded).digest('hex').slice(0, 5);
  return romanised === '' ? hash : `${romanised}-${hash}`;
}
