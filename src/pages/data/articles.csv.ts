import type { APIRoute } from 'astro';
import { archive } from '../../archive/archive.ts';
import { csvOf } from '../../data/csv.ts';
import { dataRecordOf } from '../../data/record.ts';

/** All articles as a table. */
export const GET: APIRoute = async ({ site }) => {
  const { articles } = await archive();
  return new Response(csvOf(articles.map((article) => dataRecordOf(article, site))), {
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  });
};
