/**
 * Reads the articles and compares their texts: node process.ts
 *
 * While the development server shows pages, and before several processes of a build do; what is found is kept for them.
 */
import { readWithdrawn } from '../archive/files.ts';
import { inArchiveOrder } from '../archive/order.ts';
import { allEntries, keepTexts } from '../article/entries.ts';
import { findRelated } from './find.ts';

try {
  const entries = await allEntries();
  keepTexts();
  const withdrawn = readWithdrawn();
  findRelated(entries.filter(({ id }) => !withdrawn.has(id)).sort(inArchiveOrder));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
