/** Every hit of many articles, one under the other, with what precedes and what follows it. */
import type { ArticleRecord } from '../article/record.ts';
import type { Folding } from '../text/folding.ts';
import { rangesIn } from './passages.ts';
import type { Pattern } from './pattern.ts';

export interface ConcordanceLine {
  record: ArticleRecord;
  /** `#p7`, `#h2`, `#standfirst`; empty for the title. */
  anchor: string;
  before: string;
  hit: string;
  after: string;
}

export type ConcordanceOrder = 'text' | 'after' | 'before';

/** Code points of context on each side. */
const context = 24;

function linesOfBlock(
  record: ArticleRecord,
  anchor: string,
  text: string,
  patterns: readonly Pattern[],
  folding: Folding,
): ConcordanceLine[] {
  return rangesIn(text, patterns, folding).map(({ from, to }) => ({
    record,
    anchor,
    before: Array.from(text.slice(0, from)).slice(-context).join(''),
    hit: text.slice(from, to),
    after: Array.from(text.slice(to)).slice(0, context).join(''),
  }));
}

/** The hits of one article's title, standfirst and body, in reading order. */
export function concordanceOf(
  record: ArticleRecord,
  patterns: readonly Pattern[],
  folding: Folding,
): ConcordanceLine[] {
  const blocks = [
    { anchor: '', text: record.title },
    ...(record.standfirst === undefined ? [] : [{ anchor: '#standfirst', text: record.standfirst }]),
    ...record.blocks.map(({ kind, n, text }) => ({ anchor: `#${kind}${n}`, text })),
  ];
  return blocks.flatMap(({ anchor, text }) => linesOfBlock(record, anchor, text, patterns, folding));
}

/** What lines are ordered by: what follows as it is read, what precedes from the hit backwards. */
function keyOf({ before, after }: ConcordanceLine, order: ConcordanceOrder): string {
  return order === 'after' ? after : Array.from(before).reverse().join('');
}

/** Puts lines in order; `text` leaves them as they stand in the articles. */
export function inOrder(
  lines: readonly ConcordanceLine[],
  order: ConcordanceOrder,
  collator: Intl.Collator,
): ConcordanceLine[] {
  if (order === 'text') return [...lines];
  return lines.toSorted((a, b) => collator.compare(keyOf(a, order), keyOf(b, order)));
}
