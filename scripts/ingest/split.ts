/** Paragraphs that a person cut in two: `splitBefore` of a line correction. */
import { type Corrections, linesSaid } from '../../src/article/corrections.ts';
import type { ReadBlock, ReadPage } from './page.ts';
import { part } from './passage.ts';

/** Cuts a block at an offset of its text; blanks at the cut belong to neither half. */
function cutAt(block: ReadBlock, from: number): [ReadBlock, ReadBlock] {
  const { length } = block.text;
  const offset = length - block.text.slice(from).trimStart().length;
  const [first, second] = [part(block, 0, offset), part(block, offset, length)];
  return [
    { ...block, ...first, text: first.text.trimEnd() },
    { ...block, ...second },
  ];
}

/**
 * The page with the paragraphs that corrections of its file cut in two.
 *
 * @returns the page, and the places in `lines` of the corrections that found their words
 */
export function splitParagraphs(
  page: ReadPage,
  file: string,
  corrections: Corrections,
): { page: ReadPage; cut: number[] } {
  const cuts = [...(corrections.lines ?? []).entries()].filter(
    ([, each]) => each.file === file && each.splitBefore !== undefined,
  );
  const cut = new Set<number>();
  if (cuts.length === 0) return { page, cut: [] };
  const articles = page.articles.map((article) => ({
    ...article,
    blocks: article.blocks.flatMap((block) => {
      const parts = [block];
      for (const [at, each] of cuts) {
        const { splitBefore = '' } = each;
        const [first, last] = linesSaid(each);
        const tail = parts.at(-1) as ReadBlock;
        const offset = tail.text.indexOf(splitBefore);
        if (offset <= 0 || !tail.pieces.some((piece) => piece.line >= first && piece.line <= last)) continue;
        parts.splice(-1, 1, ...cutAt(tail, offset));
        cut.add(at);
      }
      return parts;
    }),
  }));
  return { page: { ...page, articles }, cut: [...cut] };
}
