/** What was put together from several lines of the first source. */
import type { ShownArticle } from './model.ts';
import type { BlockLines } from './places.ts';

/** A standfirst or a paragraph, by the end of its address on the page, and its lines. */
export interface Join {
  /** `standfirst`, or the number of the paragraph. */
  block: 'standfirst' | number;
  lines: number[];
}

/** The joins of an article, in its order. */
export function joinsOf(lines: BlockLines, { data, blocks }: ShownArticle): Join[] {
  const standfirst: Join = { block: 'standfirst', lines: lines.of('standfirst', 1) };
  const paragraphs = blocks
    .filter(({ kind }) => kind === 'p')
    .map(({ n }): Join => ({ block: n, lines: lines.ofBlock('p', n) }));
  return [...(data.standfirst === undefined ? [] : [standfirst]), ...paragraphs].filter(
    (join) => join.lines.length > 1,
  );
}
