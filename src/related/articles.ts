/** Related articles, found once for an archive. */
import type { Archive, Article } from '../archive/model.ts';
import { Kept } from '../cache/kept.ts';
import { alike } from './related.ts';
import { countTerms } from './terms.ts';

/** Related articles at most. */
const most = 5;

const terms = new Kept('terms', countTerms);

const known = new WeakMap<Archive, Map<Article, Article[]>>();

/** The headline counts more than once: it says what the text is about. */
function textOf({ data, blocks }: Article): string {
  return [data.title, data.title, data.standfirst ?? '', ...blocks.map(({ text }) => text)].join('\n');
}

/** What the development server found first: an edit is to be seen at once, and compares no texts anew. */
let first: Map<string, string[]> | undefined;

function asAtFirst({ articles, byId }: Archive, ids: Map<string, string[]>): Map<Article, Article[]> {
  const alikeTo = ({ data }: Article) => (ids.get(data.id) ?? []).flatMap((id) => byId.get(id) ?? []);
  return new Map(articles.map((article) => [article, alikeTo(article)]));
}

/** The articles that say what is most like an article, the most alike first. */
export function relatedTo(library: Archive, article: Article): Article[] {
  let related = known.get(library);
  if (related === undefined && first !== undefined) {
    related = asAtFirst(library, first);
    known.set(library, related);
  }
  if (related === undefined) {
    const { articles } = library;
    const numbers = alike(
      articles.map((each) => terms.get(textOf(each))),
      most,
    );
    terms.save();
    related = new Map(
      articles.map((each, at) => [each, (numbers[at] ?? []).flatMap((number) => articles[number] ?? [])]),
    );
    known.set(library, related);
    if (import.meta.env.DEV)
      first = new Map(
        [...related].map(([each, others]) => [each.data.id, others.map(({ data }) => data.id)]),
      );
  }
  return related.get(article) ?? [];
}
