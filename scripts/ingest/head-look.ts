/** What is seen of a heading by itself, found once, and how much it looks like the name of a series. */

import { saysOf } from './joints.ts';
import { remembered } from './remembered.ts';
import { hasPartMark, hasSeriesWord, type SeriesKnowledge, splitPart, wholeBracket } from './series-look.ts';
import type { HeadLine } from './sheet.ts';
import { widthOf } from './text.ts';

export type HeadLook = {
  width: number;
  /** The heading without the mark of a part, and that mark. */
  name: string;
  part: string | undefined;
  /** The name has a word in it that columns are named with. */
  namedAsSeries: boolean;
  /** It ends with what is surely the mark of a part. */
  partMarked: boolean;
  /** It stands in brackets as a whole. */
  bracketed: boolean;
  /** There is a blank in it. */
  parted: boolean;
  colon: boolean;
};

const lookAt = remembered((text): HeadLook => {
  const { name, part } = splitPart(text);
  return {
    width: widthOf(text),
    name,
    part,
    namedAsSeries: hasSeriesWord(name),
    partMarked: hasPartMark(text),
    bracketed: wholeBracket.test(text),
    parted: /\s/u.test(text),
    colon: /[：:]/u.test(text),
  };
});

/** The looks of a heading. */
export function lookOf({ text }: HeadLine): HeadLook {
  return lookAt(text);
}

/** How much more the first line of a header looks like a series, for its place. */
const first = 0.3;

/**
 * How much a heading looks like the name of a series, by judgement: below 0 hardly, above 3 surely.
 *
 * @returns that of the first line of a header, and that of a line elsewhere
 */
export function seriesLikeness(
  head: HeadLine,
  known: SeriesKnowledge,
  repeats: (text: string) => boolean,
): { leading: number; elsewhere: number } {
  if (head.carried === 'series') return { leading: 6, elsewhere: 6 };
  if (head.carried === 'title') return { leading: -6, elsewhere: -6 };
  const { name, part, namedAsSeries } = lookOf(head);
  const width = widthOf(name);
  const isParted = /\s/u.test(name);
  let score = -1.2;
  if (known(name)) score += 6;
  if (repeats(name)) score += 4;
  if (part !== undefined && width <= 6) score += 1;
  if (wholeBracket.test(name)) score += 4;
  else if (/^[■◆●▍▎]/u.test(name)) score += 1.5;
  if (namedAsSeries) score += 0.8;
  if (width <= 6 && !isParted) score += 1.2;
  else if (width > 18) score -= 0.5;
  if (isParted) score -= 1.6;
  if (/[：:]/u.test(name)) score += 0.4;
  if (/[？！?!]$/u.test(name)) score -= 2;
  if (saysOf(name)) score -= 2;
  return { leading: score + first, elsewhere: score };
}
