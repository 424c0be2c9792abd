/** What is asked in the measurements, by class. */

import { readTopics } from '../../../src/archive/files.ts';
import type { Entry } from '../../../src/article/read.ts';
import { countedTexts } from '../../../src/search/document.ts';
import { convert } from '../../../src/text/script.ts';
import { randomFrom } from './corpus.ts';

export type Queries = Map<string, string[]>;

/** Stretches of Han drawn at random from the texts, each once. */
function substrings(texts: readonly string[], length: number, count: number, random: () => number): string[] {
  const found = new Set<string>();
  for (let tries = 0; found.size < count && tries < count * 200; tries++) {
    const text = texts[Math.floor(random() * texts.length)] as string;
    const characters = Array.from(text);
    const stretch = characters.slice(Math.floor(random() * characters.length)).slice(0, length);
    if (stretch.length === length && stretch.every((each) => /\p{Script=Han}/u.test(each)))
      found.add(stretch.join(''));
  }
  return [...found];
}

const variantPairs = ['爲為', '裏裡', '綫線', '臺台', '着著', '衞衛', '峯峰', '羣群', '啟啓', '説說'];

/** Stretches with a variant character written the other way. */
function withVariants(stretches: readonly string[]): string[] {
  return stretches.flatMap((text) => {
    const pair = variantPairs.find(
      ([one, other]) => text.includes(one as string) || text.includes(other as string),
    );
    if (pair === undefined) return [];
    const [one, other] = pair as unknown as [string, string];
    return [text.includes(one) ? text.replaceAll(one, other) : text.replaceAll(other, one)];
  });
}

/**
 * Makes the queries of every class, the same in every run.
 *
 * @param each queries of a class of random stretches
 */
export function queriesFor(articles: readonly Entry[], each: number): Queries {
  const random = randomFrom(11);
  const texts = articles.slice(0, 2000).flatMap((entry) => countedTexts(entry));
  const queries: Queries = new Map();
  for (const length of [1, 2, 3, 4, 6, 8])
    queries.set(`${length} Han`, substrings(texts, length, each, random));
  const names = [...new Set(articles.flatMap(({ authors }) => authors.map(({ name }) => name)))];
  queries.set('all authors', names);
  const terms = readTopics().flatMap((topic) => topic.terms);
  queries.set(
    'terms',
    terms.filter((_, at) => at % Math.floor(terms.length / 50) === 0),
  );
  const fours = substrings(texts, 4, each, random);
  queries.set(
    'in Simplified',
    fours.map((text) => convert(text, 'zh-Hant', 'zh-Hans')),
  );
  queries.set('variants', withVariants(substrings(texts, 3, each * 20, random)).slice(0, each));
  const mixed = texts.flatMap(
    (text) => text.match(/\p{Script=Han}{2}[A-Za-z0-9][A-Za-z0-9.]*\p{Script=Han}{1,2}/gu) ?? [],
  );
  const latin = ['AI', 'HKGAI', '16.5億', '98.3%', '2,300萬', 'QFII/RQFII', 'C++', 'L4級', '5G'];
  queries.set(
    'mixed Latin and Han',
    [...latin, ...new Set(mixed.filter((_, at) => at % 3 === 0))].slice(0, each),
  );
  return queries;
}
