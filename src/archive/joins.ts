/** What was put together from several lines of the first source. */
import type { Archive, Article } from './model.ts';

/** A standfirst or a paragraph, by the end of its address on the page, and its lines. */
export interface Join {
  /** `standfirst`, or the number of the paragraph. */
  block: 'standfirst' | number;
  lines: number[];
}

/** The joins of an article, in its order. */
export function joinsOf({ places }: Archive, { data, blocks }: Article): Join[] {
  const file = data.sources[0]?.file ?? '';
  const standfirst: Join = { block: 'standfirst', lines: places.of(data.id, 'standfirst', 1, file) };
  const paragraphs = blocks
    .filter(({ kind }) => kind === 'p')
    .map(({ n }): Join => ({ block: n, lines: places.ofBlock(data.id, 'p', n, file) }));
  return [...(data.standfirst === undefined ? [] : [standfirst]), ...paragraphs].filter(
    ({ lines }) => lines.length > 1,
  );
}
