import type { APIRoute } from 'astro';
import { archive } from '../../archive/archive.ts';
import { bibtexOf } from '../../citation/bibtex.ts';
import { bibliographyOf } from '../../data/bibliography.ts';

/** All articles as BibTeX. */
export const GET: APIRoute = async ({ site }) =>
  new Response(bibtexOf(bibliographyOf(await archive(), site)), {
    headers: { 'content-type': 'application/x-bibtex; charset=utf-8' },
  });
