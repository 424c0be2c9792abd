import type { APIRoute } from 'astro';
import { wholeFile } from '../../data/whole.ts';

/** All articles as data, one a line. */
export const GET: APIRoute = ({ site }) =>
  wholeFile(
    {
      name: 'data/articles.jsonl',
      type: 'application/jsonl',
      write: (record) => `${JSON.stringify(record)}\n`,
    },
    site,
  );
