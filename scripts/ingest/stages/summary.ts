/** What the archive needs to know of an article to tell it from others. */
import { mintId, startOf } from '../../../src/article/id.ts';
import { fingerprintOf } from '../archive/fingerprint.ts';
import { passagesOf, type ReadArticle } from '../page.ts';

/** Of an article, what tells it from others and gives it its id. */
export type Summary = {
  series?: string;
  /** Whether its series is one is in doubt. */
  seriesUnsure?: true;
  /** The text its id is minted from, and the id that it has where no other article has it. */
  start: string;
  own: string;
  fingerprint: number[];
  /** Lines of its paragraphs; all its lines where it has none. */
  lines: number[];
  /** Where it stands in the dump. */
  ranges: [number, number][];
};

/** The text that makes an article what it is. */
function bodyText({ blocks, standfirst, title }: ReadArticle): string {
  const paragraphs = blocks.filter(({ kind }) => kind === 'p').map(({ text }) => text);
  return paragraphs.join('') || standfirst?.text || title;
}

/**
 * What tells an article of a page from others.
 *
 * @param seriesUnsure whether the page is in doubt of its series
 */
export function summaryOf(article: ReadArticle, ranges: [number, number][], seriesUnsure: boolean): Summary {
  const text = bodyText(article);
  const start = startOf(text);
  const paragraphs = article.blocks.filter(({ kind }) => kind === 'p');
  const lines = (paragraphs.length > 0 ? paragraphs : passagesOf(article)).flatMap(({ pieces }) =>
    pieces.map(({ line }) => line),
  );
  return {
    ...(article.series === undefined ? {} : { series: article.series }),
    ...(seriesUnsure && { seriesUnsure }),
    start,
    own: mintId(start, () => false),
    fingerprint: fingerprintOf(text),
    lines: [...new Set(lines)],
    ranges,
  };
}
