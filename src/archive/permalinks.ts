/** What stands at each permalink of an article: the article, the way to it, or what is left of it. */
import type { Archive, Article } from './model.ts';
import { keyOfView, viewOf } from './view.ts';

export type ArticlePlace =
  | { kind: 'article'; id: string; article: Article }
  | { kind: 'moved'; id: string; article: Article }
  | { kind: 'withdrawn'; id: string; reason: string };

/** All permalinks: ids in use, earlier ids that nothing else uses, and ids of withdrawn articles. */
export function articlePlaces({ articles, byId, withdrawn }: Archive): ArticlePlace[] {
  const places: ArticlePlace[] = articles.map((article) => ({
    kind: 'article',
    id: article.data.id,
    article,
  }));
  const taken = new Set(byId.keys());
  const add = (place: ArticlePlace) => {
    if (taken.has(place.id)) return;
    taken.add(place.id);
    places.push(place);
  };
  for (const { id, reason } of withdrawn) add({ kind: 'withdrawn', id, reason });
  for (const article of articles) {
    for (const id of article.data.formerly ?? []) add({ kind: 'moved', id, article });
  }
  return places;
}

/** What is known of the views of articles, which are the same in both scripts. */
const keys = new WeakMap<Article, string>();

function keyOfPage(library: Archive, article: Article): string {
  let key = keys.get(article);
  if (key === undefined) {
    key = keyOfView(viewOf(library, article));
    keys.set(article, key);
  }
  return key;
}

/** All that the page at a permalink shows; nothing where that cannot be known. */
export function showsOf(library: Archive, place: ArticlePlace): { shows?: () => unknown } {
  if (place.kind === 'withdrawn') return { shows: () => place };
  const { article } = place;
  if (place.kind === 'moved') {
    const { id, title, lang } = article.data;
    return { shows: () => ({ from: place.id, id, title, lang }) };
  }
  // What a person wrote as MDX may show anything.
  if (article.markup) return {};
  return { shows: () => keyOfPage(library, article) };
}
