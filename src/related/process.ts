/**
 * Reads the articles and compares their texts, beside the development server; what is found is kept for it: node process.ts
 */
import { allEntries, keepTexts } from '../article/entries.ts';
import { compareAll } from './compare.ts';

try {
  const entries = await allEntries();
  keepTexts();
  compareAll(entries);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
