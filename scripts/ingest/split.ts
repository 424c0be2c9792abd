/** Paragraphs that a person cut in two: `splitBefore` of a line correction. */
import type { Corrections } from '../../src/article/corrections.ts';
import type { Passage } from './drafts.ts';
import type { ReadBlock, ReadPage } from './page.ts';

/** Cuts a passage at an offset of its text. */
function cutAt(block: ReadBlock, from: number): [ReadBlock, ReadBlock] {
  const offset = block.text.length - block.text.slice(from).trimStart().length;
  const parts: [Passage['pieces'], Passage['pieces']] = [[], []];
  let seen = 0;
  for (const { line, from, to, spaced } of block.pieces) {
    if (spaced) seen++;
    const cut = Math.max(0, Math.min(to - from, offset - seen));
    if (cut > 0) parts[0].push({ line, from, to: from + cut, ...(spaced && { spaced }) });
    const isInside = cut === 0 && parts[1].length > 0;
    if (cut < to - from) parts[1].push({ line, from: from + cut, to, ...(spaced && isInside && { spaced }) });
    seen += to - from;
  }
  return [
    { ...block, text: block.text.slice(0, offset).trimEnd(), pieces: parts[0] },
    { ...block, text: block.text.slice(offset), pieces: parts[1] },
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
      for (const [at, { line, splitBefore = '' }] of cuts) {
        const [first, last] = typeof line === 'number' ? [line, line] : line;
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
