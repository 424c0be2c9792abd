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
    'within a role',
  ],
  padded: ['no', 'yes'],
  series: ['bare', 'brackets', 'square'],
  furniture: ['none', 'head', 'between', 'several heads', 'web page'],
  torn: ['no', 'no', 'yes'],
  /** Whether each article may have an order and a fashion of author line of its own, as on pages of letters. */
  mixed: ['no', 'no', 'yes'],
  /** How some articles of a page give their author: as the page does, in a note that ends the text, or on the headline's line. */
  author: ['as the page', 'as the page', 'some by note', 'some carried'],
  /** What stands between the halves of a torn paragraph. */
  interrupted: ['no', 'no', 'yes'],
  gap: ['one', 'two', 'three'],
  /** Where lines stand close: whether a blank line stands over a subhead all the same. */
  subheads: ['close', 'close', 'apart'],
} as const;

export type Ways = { -readonly [Way in keyof typeof choices]: (typeof choices)[Way][number] };

/** The order and author line of one article on a page where they are mixed. */
export function mixedWays(ways: Ways, random: Random): Ways {
  return ways.mixed === 'no'
    ? ways
    : { ...ways, order: random.of(choices.order), byline: random.of(choices.byline) };
}

export function drawWays(random: Random): Ways {
  const drawn = Object.entries(choices).map(([way, options]) => [way, random.of<string>(options)]);
  return Object.fromEntries(drawn) as Ways;
}
