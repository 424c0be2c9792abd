import type { APIRoute } from 'astro';
import { archive } from '../../../archive/archive.ts';
import type { ShownArticle } from '../../../archive/model.ts';
import { plainTextOf } from '../../../archive/record.ts';
import { filesInBothScripts } from '../../../archive/routes.ts';
import { keyOfShown, shownOf } from '../../../archive/view.ts';
import type { Script } from '../../../text/script.ts';

export async function getStaticPaths() {
  const { articles } = await archive();
  return filesInBothScripts(() =>
    articles.map((each) => {
      const article = shownOf(each);
      return { params: { id: article.data.id }, props: { article }, shows: () => keyOfShown(article) };
    }),
  );
}

/** An article as plain text, in the script of the address. */
export const GET: APIRoute<{ article: ShownArticle; script: Script }> = ({ props, site }) =>
  new Response(plainTextOf(props.article, props.script, site), {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
