/** How a file prints what stands over its articles: mostly in one way throughout. */
import type { Evidence } from './choice-cues.ts';
import type { Choice } from './choices.ts';
import { rightBelow } from './joints.ts';
import type { HeadLine } from './sheet.ts';

/**
 * What two lines at the head of an article are read as: one broken headline, or a column and a headline right over
 * or below each other. A file has mostly one of both.
 */
export type Way = 'broken' | 'column' | 'other';

const mixedWeight = 0.6;
/** Columns right beside the headlines of one text after the other, none of which is known, are rarer than headlines of two lines. */
const columnsWeight = 1.2;

/** What a choice reads the lines over an article as. */
export function wayOf(
  { title, series }: Choice,
  heads: readonly HeadLine[],
  likeness: Evidence['likeness'],
): Way {
  if (title.length > 1) return 'broken';
  if (series === undefined || title.length === 0 || Math.abs(series - (title[0] as number)) !== 1)
    return 'other';
  const line = heads[series] as HeadLine;
  // What is surely a column says nothing of the others.
  const isSure = line.carried !== undefined || likeness(line, series) >= 3;
  const upper = Math.min(series, title[0] as number);
  return !isSure && rightBelow(heads[upper], heads[upper + 1] as HeadLine) ? 'column' : 'other';
}

/**
 * How much speaks against a file that reads like headers now one way and now the other.
 *
 * @param ways what each choice of each article reads them as
 * @param pick the choice for each article
 */
export function mixed(ways: readonly (readonly Way[])[], pick: readonly number[]): number {
  const count = { broken: 0, column: 0, other: 0 };
  for (let at = 0; at < pick.length; at++) count[ways[at]?.[pick[at] as number] ?? 'other']++;
  const { broken, column } = count;
  return (
    mixedWeight * Math.min(broken, column) * Math.min(3, Math.max(broken, column)) +
    columnsWeight * Math.max(0, column - 1)
  );
}
