/**
 * A page as it is kept from the first stage to the last: without the texts that its dump gives again, which are most of it.
 */
import type { Piece } from './lines.ts';
import { passagesOf, type ReadPage } from './page.ts';

type Passage = { text: string; pieces: readonly Piece[] };

/** The text of the pieces of a passage, as the dump has them. */
function printed({ pieces }: Passage, lines: readonly string[]): string {
  let text = '';
  for (const { line, from, to, spaced } of pieces)
    text += (spaced ? ' ' : '') + (lines[line - 1] ?? '').slice(from, to);
  return text;
}

/** A page of which a text that its pieces give is `undefined`. */
export type KeptPage = Readonly<Record<keyof ReadPage, unknown>>;

function allPassages({ articles, furniture, unplaced }: ReadPage): Passage[] {
  return [...articles.flatMap((article) => passagesOf(article)), ...furniture, ...unplaced];
}

/**
 * What is to be kept of a page.
 *
 * @param lines of its dump
 */
export function keptOf(page: ReadPage, lines: readonly string[]): KeptPage {
  const without = <Each extends Passage>(each: Each): Each =>
    printed(each, lines) === each.text ? { ...each, text: undefined as unknown as string } : each;
  const perhaps = <Each extends Passage>(each: Each | undefined): Each | undefined => each && without(each);
  return {
    ...page,
    articles: page.articles.map((article) => ({
      ...article,
      titleLines: article.titleLines.map(without),
      seriesLine: perhaps(article.seriesLine),
      bylines: article.bylines.map(without),
      standfirst: perhaps(article.standfirst),
      blocks: article.blocks.map(without),
    })),
    furniture: page.furniture.map(without),
    unplaced: page.unplaced.map(without),
  };
}

/**
 * The page that was kept; the object is made whole in place.
 *
 * @param lines of its dump
 */
export function pageOfKept(kept: KeptPage, lines: readonly string[]): ReadPage {
  const page = kept as ReadPage;
  for (const passage of allPassages(page)) passage.text ??= printed(passage, lines);
  return page;
}
