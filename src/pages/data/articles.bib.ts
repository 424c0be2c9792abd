import type { APIRoute } from 'astro';
import { bibtexOf } from '../../citation/bibtex.ts';
import { itemOfRecord } from '../../data/bibliography.ts';
import { wholeFile } from '../../data/whole.ts';

/** All articles as BibTeX. */
export const GET: APIRoute = ({ site }) =>
  wholeFile(
    {
      name: 'data/articles.bib',
      type: 'application/x-bibtex',
      write: (record) => `${bibtexOf(itemOfRecord(record))}\n`,
    },
    site,
  );
