/** Characters that were lost before a dump came to the archive: where, and whether a person has mended them. */
import type { slipPlaces } from '../../src/article/corrections.ts';
import { lostMark } from '../../src/article/encodings.ts';
import type { Block, Frontmatter } from '../../src/article/schema.ts';
import type { ReadArticle } from './page.ts';
import { type Passage, part } from './passage.ts';
import { firstPoints, lastPoints } from './text.ts';

type SlipPlace = (typeof slipPlaces)[number];

const lostRun = new RegExp(`${lostMark}+`, 'gu');

/** Characters beside a lost one that tell its place to a reader. */
const beside = 6;

/** Where a character of an article was lost before it came to the archive: the line, the part of the article, and the words around it. */
export type Lost = { line: number; in: SlipPlace; words: string };

/** The places of an article where characters were lost, in its order. */
export function lostCharacters(article: ReadArticle): Lost[] {
  const { titleLines, seriesLine, bylines, standfirst, blocks, authors } = article;
  const isInName = authors.some(({ name }) => name.includes(lostMark));
  const parts: [SlipPlace, Passage][] = [
    ...titleLines.map((line): [SlipPlace, Passage] => ['title', line]),
    ...(seriesLine ? [['series', seriesLine] as [SlipPlace, Passage]] : []),
    ...bylines.map((line): [SlipPlace, Passage] => [isInName ? 'author' : 'role', line]),
    ...(standfirst ? [['standfirst', standfirst] as [SlipPlace, Passage]] : []),
    ...blocks.map((block): [SlipPlace, Passage] => [block.kind === 'p' ? 'paragraph' : 'subhead', block]),
  ];
  return parts.flatMap(([place, passage]) => lostIn(place, passage));
}

function lostIn(place: SlipPlace, passage: Passage): Lost[] {
  const { text, pieces } = passage;
  if (!text.includes(lostMark)) return [];
  return [...text.matchAll(lostRun)].map(({ index, 0: run }) => {
    const [piece = pieces[0]] = part(passage, index, index + 1).pieces;
    const words =
      lastPoints(text.slice(0, index), beside) + run + firstPoints(text.slice(index + run.length), beside);
    return { line: piece?.line ?? 1, in: place, words };
  });
}

/** Whether a place where characters were lost is as it was in an article as a person corrected it. */
export function isLostStill(
  { in: place, words }: Lost,
  { frontmatter, blocks }: { frontmatter: Frontmatter; blocks: readonly Block[] },
): boolean {
  const { title, series = '', standfirst = '', authors } = frontmatter;
  // The words are those of the line, of which names and roles are parts.
  if (place === 'author' || place === 'role')
    return authors.some(({ name, roles }) => [name, ...roles].some((text) => text.includes(lostMark)));
  return [title, series, standfirst, ...blocks.map(({ text }) => text)].some((text) => text.includes(words));
}
