import type { APIRoute } from 'astro';
import { csvHead, csvRow } from '../../data/csv.ts';
import { wholeFile } from '../../data/whole.ts';

/** All articles as a table. */
export const GET: APIRoute = ({ site }) =>
  wholeFile({ name: 'data/articles.csv', type: 'text/csv', head: csvHead(), write: csvRow }, site);
