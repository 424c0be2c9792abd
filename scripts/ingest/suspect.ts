/** Where a reading of a page is in doubt: small margins of the parse, texts that seem to go on elsewhere, and fields that rest on little. */
import { atTheEnd, closeBeginning, closeBoundary, closeLines, longOnes } from './close-readings.ts';
import type { Doubt } from './doubts.ts';
import type { Fields } from './fields.ts';
import type { Headed } from './headed.ts';
import type { Parsed } from './parsed.ts';
import { weakFields } from './weak-fields.ts';
import { likeCaptions, resumedParts, unendedParagraphs, wordsOfSubheads } from './weak-joins.ts';
import { summingParagraphs } from './weak-standfirsts.ts';

/**
 * All doubts of a page, by article.
 *
 * @param fields those of each article
 */
export function doubtsOf(parsed: Parsed, articles: readonly Headed[], fields: readonly Fields[]): Doubt[] {
  const areLong = longOnes(articles);
  return articles.flatMap((headed, article) => {
    const close = closeLines(parsed, article, headed);
    return [
      ...close,
      ...(article + 1 < articles.length ? atTheEnd(parsed, article, headed, close) : []),
      ...closeBoundary(parsed, article, headed, areLong[article] ?? false),
      ...likeCaptions(parsed, article, headed),
      ...unendedParagraphs(parsed, article, headed, close),
      ...wordsOfSubheads(parsed, article, headed),
      ...resumedParts(parsed, article, headed),
      ...summingParagraphs(parsed, article, headed, close),
      ...weakFields(parsed, article, headed, fields[article] as Fields),
      ...closeBeginning(parsed, article, headed),
    ];
  });
}
