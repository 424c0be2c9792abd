/**
 * Reads the articles, compares their texts and counts their words: node process.ts
 *
 * While the development server shows pages, and beside the processes of a build that make them; what is found is kept for
 * them. Whoever started it is told when the articles are read, which the others need not do again then.
 */
import { readWithdrawn } from '../archive/files.ts';
import { inArchiveOrder } from '../archive/order.ts';
import { allEntries, keepTexts } from '../article/entries.ts';
import { keepWords } from '../glance/terms.ts';
import { findRelated } from './find.ts';

try {
  const entries = await allEntries();
  keepTexts();
  process.send?.('read');
  const withdrawn = readWithdrawn();
  const articles = entries.filter(({ id }) => !withdrawn.has(id)).sort(inArchiveOrder);
  findRelated(articles);
  keepWords(articles);
  process.disconnect?.();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
