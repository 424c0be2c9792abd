/** Related articles, found once for an archive. */
import type { Archive, Article } from '../archive/model.ts';
import { Kept } from '../cache/kept.ts';
import { alike } from './related.ts';
import { type RelatedIds, recall, remember } from './remembered.ts';
import { countTerms } from './terms.ts';

/** Related articles at most. */
const most = 5;

const terms = new Kept('terms', countTerms);

const known = new WeakMap<Archive, RelatedIds>();

/** The headline counts more than once: it says what the text is about. */
function textOf({ data, blocks }: Article): string {
  return [data.title, data.title, data.standfirst ?? '', ...blocks.map(({ text }) => text)].join('\n');
}

/** Compares the texts of an archive. */
function find({ articles }: Archive): RelatedIds {
  const numbers = alike(
    articles.map((each) => terms.get(textOf(each))),
    most,
  );
  terms.save();
  const ids = articles.map(({ data }) => data.id);
  const related = Object.fromEntries(
    ids.map((id, at) => [id, (numbers[at] ?? []).map((number) => ids[number] as string)]),
  );
  remember(related);
  return related;
}

/** What was found last, where that speaks of most of an archive: an edit is to be seen at once. */
function foundLast({ articles }: Archive): RelatedIds | undefined {
  if (!import.meta.env.DEV) return undefined;
  const last = recall();
  if (last === undefined) return undefined;
  const missing = articles.filter(({ data }) => last[data.id] === undefined);
  return missing.length * 20 <= articles.length ? last : undefined;
}

/** The articles that say what is most like an article, the most alike first. */
export function relatedTo(library: Archive, article: Article): Article[] {
  let related = known.get(library);
  if (related === undefined) {
    related = foundLast(library) ?? find(library);
    known.set(library, related);
  }
  return (related[article.data.id] ?? []).flatMap((id) => library.byId.get(id) ?? []);
}
