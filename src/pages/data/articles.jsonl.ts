import type { APIRoute } from 'astro';
import { archive } from '../../archive/archive.ts';
import { dataRecordOf } from '../../data/record.ts';

/** All articles as data, one a line. */
export const GET: APIRoute = async ({ site }) => {
  const { articles } = await archive();
  return new Response(
    articles.map((article) => `${JSON.stringify(dataRecordOf(article, site))}\n`).join(''),
    {
      headers: { 'content-type': 'application/jsonl; charset=utf-8' },
    },
  );
};
