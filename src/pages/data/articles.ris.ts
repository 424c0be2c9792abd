import type { APIRoute } from 'astro';
import { risOf } from '../../citation/ris.ts';
import { itemOfRecord } from '../../data/bibliography.ts';
import { wholeFile } from '../../data/whole.ts';

/** All articles as RIS. */
export const GET: APIRoute = ({ site }) =>
  wholeFile(
    {
      name: 'data/articles.ris',
      type: 'application/x-research-info-systems',
      write: (record) => risOf(itemOfRecord(record)),
    },
    site,
  );
