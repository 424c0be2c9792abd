import type { APIRoute } from 'astro';
import { archive } from '../../../archive/archive.ts';
import type { Article } from '../../../archive/model.ts';
import { recordOf } from '../../../archive/record.ts';
import { inBothScripts } from '../../../archive/routes.ts';
import type { Script } from '../../../text/script.ts';

export async function getStaticPaths() {
  const { articles } = await archive();
  return inBothScripts(() =>
    articles.map((article) => ({ params: { id: article.data.id }, props: { article } })),
  );
}

/** An article as data, in the script of the address. */
export const GET: APIRoute<{ article: Article; script: Script }> = ({ props }) =>
  Response.json(recordOf(props.article, props.script));
