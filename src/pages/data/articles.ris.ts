import type { APIRoute } from 'astro';
import { archive } from '../../archive/archive.ts';
import { risOf } from '../../citation/ris.ts';
import { bibliographyOf } from '../../data/bibliography.ts';

/** All articles as RIS. */
export const GET: APIRoute = async ({ site }) =>
  new Response(
    bibliographyOf(await archive(), site)
      .map(risOf)
      .join(''),
    {
      headers: { 'content-type': 'application/x-research-info-systems; charset=utf-8' },
    },
  );
