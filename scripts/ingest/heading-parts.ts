/** What a line that carries more than a headline is made of: column, headline, author, and furniture. */
import type { Byline } from './byline.ts';
import { isSection } from './sections.ts';
import { simplify, simplifyPattern } from './text.ts';

export type HeadingPart = { label: 'series' | 'title' | 'byline' | 'furniture'; from: number; to: number };
export type Heading = {
  parts: HeadingPart[];
  byline?: Byline;
  score: number;
  /** It says of itself that it is a headline, as in a database: 標題：…. */
  labelled?: boolean;
};

/** Whether a heading is a column with its author, and no headline. */
export function isColumnWithAuthor({ parts, byline }: Heading): boolean {
  return byline !== undefined && parts.length === 2 && parts.every(({ label }) => label !== 'title');
}

/** Two sections' names in one, before a headline, are a column's where the second is what columns are called: 兩岸觀察. */
function namesColumn(text: string): boolean {
  return /^\p{Script=Han}{4}$/u.test(text) && columnWord.test(simplify(text));
}

const columnWord = simplifyPattern(/(?:觀察|視野|視角|縱橫|漫談)$/u);

/** The parts of a line, by the groups of a pattern that are named as they are. */
export function partsOf(match: RegExpExecArray): HeadingPart[] {
  const parts: HeadingPart[] = [];
  for (const label of ['series', 'title', 'byline'] as const) {
    const range = match.indices?.groups?.[label];
    const text = match.groups?.[label];
    if (!range || text === undefined) continue;
    const isFurniture = label === 'series' && isSection(text) && !namesColumn(text);
    parts.push({ label: isFurniture ? 'furniture' : label, from: range[0], to: range[1] });
  }
  return parts.sort((a, b) => a.from - b.from);
}
