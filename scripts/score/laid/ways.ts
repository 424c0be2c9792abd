/** The ways in which a made page can be laid out: one choice of each is drawn for a whole dump, as a paper has them. */
import type { Random } from '../../fuzz/random.ts';

const choices = {
  /** What parts paragraphs: blank lines, nothing but a new line, an indent, or columns of fixed width with indents. */
  spacing: ['blank', 'blank', 'blank', 'tight', 'indented', 'column'],
  /** s series, h headline, f standfirst (always before a byline), b byline; n: the byline stands after the text. */
  order: ['shfb', 'shfb', 'sbh', 'bsh', 'hsfb', 'hfb', 'shn'],
  headline: ['whole', 'whole', 'broken'],
  /** Where headlines stand: each over its article, or some of them at the top or the end of the file. */
  headlines: ['in place', 'in place', 'in place', 'top', 'end'],
  byline: [
    'name roles',
    'name roles wide',
    'roles name',
    'roles colon name',
    'name bracket',
    'text mark',
    'author mark',
    'circle',
    'roles above',
    'roles below',
    'bracketed',
  ],
  padded: ['no', 'yes'],
  series: ['bare', 'brackets', 'square'],
  furniture: ['none', 'head', 'between'],
  torn: ['no', 'no', 'yes'],
  gap: ['one', 'two', 'three'],
} as const;

export type Ways = { -readonly [Way in keyof typeof choices]: (typeof choices)[Way][number] };

export function drawWays(random: Random): Ways {
  const drawn = Object.entries(choices).map(([way, options]) => [way, random.of<string>(options)]);
  return Object.fromEntries(drawn) as Ways;
}
