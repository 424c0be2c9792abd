import type { APIRoute } from 'astro';
import { archive } from '../../../archive/archive.ts';
import type { ShownArticle } from '../../../archive/model.ts';
import { recordOf } from '../../../archive/record.ts';
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

/** An article as data, in the script of the address. */
export const GET: APIRoute<{ article: ShownArticle; script: Script }> = ({ props }) =>
  Response.json(recordOf(props.article, props.script));
