/** Compares all texts of an archive, and remembers what was found. */
import type { Entry } from '../article/read.ts';
import { Kept } from '../cache/kept.ts';
import { keyOf } from '../cache/key.ts';
import { alike } from './related.ts';
import { type RelatedIds, recall, remember } from './remembered.ts';
import { countTerms, type NumberedTerms, numbered } from './terms.ts';
import { keepVocabulary, keptVocabulary } from './vocabulary-file.ts';

/** Related articles at most. */
const most = 5;

const terms = new Kept<NumberedTerms>('terms');

/** The parts of an article by which it is compared, and the hash of its file. */
export type Compared = Pick<Entry, 'id' | 'sha256' | 'title' | 'standfirst' | 'blocks'>;

/** The headline counts more than once: it says what the text is about. */
function textOf({ title, standfirst = '', blocks }: Compared): string {
  return [title, title, standfirst, ...blocks.map(({ text }) => text)].join('\n');
}

/** @param articles in the order of the archive */
export function findRelated(articles: readonly Compared[]): RelatedIds {
  const of = keyOf(articles.map(({ id, sha256 }) => [id, sha256]));
  const known = recall(of);
  if (known !== undefined) return known;
  const { vocabulary, name } = keptVocabulary();
  const before = vocabulary.size;
  const texts = articles.map((article) =>
    terms.get(`${name} ${article.sha256}`, () => numbered(countTerms(textOf(article)), vocabulary)),
  );
  // No text may be kept whose numbers are not.
  if (vocabulary.size > before) keepVocabulary({ vocabulary, name });
  terms.save();
  const numbers = alike(texts, vocabulary.size, most);
  const related = Object.fromEntries(
    articles.map(({ id }, at) => [id, (numbers[at] ?? []).flatMap((number) => articles[number]?.id ?? [])]),
  );
  remember(of, related);
  return related;
}
