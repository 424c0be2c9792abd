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

/** The articles that say what is most like an article, the most alike first. */
export function relatedTo(library: Archive, article: Article): Article[] {
  let related = known.get(library);
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
  }
  return related.get(article) ?? [];
}
