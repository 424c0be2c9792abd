/** What the queries should find in made articles, and how near an answer comes to it. */
import type { Entry } from '../../../src/article/read.ts';
import { countedTexts, uncountedTexts } from '../../../src/search/document.ts';
import { countInFolded, foldedForCounting } from '../../../tests/support/search-oracle.ts';

/** Hits by address of the article; a query that an article's byline alone holds has 0. */
export type Truth = ReadonlyMap<string, number>;

export function addressOf({ id }: Pick<Entry, 'id'>): string {
  return `/articles/${id}/`;
}

/** Which texts hold a Han character, so that not each of them has to be looked through for each query. */
function holders(texts: readonly string[]): (query: string) => Iterable<number> {
  const byCharacter = new Map<string, Set<number>>();
  for (const [number, text] of texts.entries()) {
    for (const character of new Set(text)) {
      if (!han.test(character)) continue;
      const known = byCharacter.get(character) ?? new Set<number>();
      byCharacter.set(character, known.add(number));
    }
  }
  return (query) => {
    const wanted = [...new Set(foldedForCounting(query))].filter((character) => han.test(character));
    const sets = wanted.map((character) => byCharacter.get(character) ?? new Set<number>());
    const [fewest, ...others] = sets.sort((a, b) => a.size - b.size);
    if (fewest === undefined) return texts.keys();
    return [...fewest].filter((number) => others.every((each) => each.has(number)));
  };
}

const han = /\p{Script=Han}/u;

/** Between the texts of an article: no word of a query reaches over it. */
const edge = '\u0000';

/** Makes what knows the truth about articles. */
export function oracleOf(articles: readonly Entry[]): (query: string) => Truth {
  const folded = articles.map((entry) => ({
    address: addressOf(entry),
    counted: countedTexts(entry).map(foldedForCounting).join(edge),
    others: uncountedTexts(entry).map(foldedForCounting).join(edge),
  }));
  const candidates = holders(folded.map(({ counted, others }) => counted + edge + others));
  const known = new Map<string, Truth>();
  return (query) => {
    const before = known.get(query);
    if (before !== undefined) return before;
    const truth = new Map<string, number>();
    for (const number of candidates(query)) {
      const { address, counted, others } = folded[number] as (typeof folded)[0];
      const hits = countInFolded(counted, query);
      if (hits > 0 || countInFolded(others, query) > 0) truth.set(address, hits);
    }
    known.set(query, truth);
    return truth;
  };
}

/** Shares of 1, averaged over queries, and how many counts of hits were right. */
export interface Score {
  recall: number;
  precision: number;
  exact: number;
  counts: number;
}

/** Scores answers, each a list of addresses with hits; counts are compared where an article was found rightly. */
export function scoreOf(
  answers: readonly { query: string; results: readonly (readonly [string, number])[] }[],
  truthOf: (query: string) => Truth,
): Score {
  const score: Score = { recall: 0, precision: 0, exact: 0, counts: 0 };
  for (const { query, results } of answers) {
    const truth = truthOf(query);
    const right = results.filter(([address]) => truth.has(address));
    score.recall += (truth.size === 0 ? 1 : right.length / truth.size) / answers.length;
    score.precision += (results.length === 0 ? 1 : right.length / results.length) / answers.length;
    score.exact += right.filter(([address, hits]) => truth.get(address) === hits).length;
    score.counts += right.length;
  }
  // Sums of shares may miss 1 by a rounding.
  for (const name of ['recall', 'precision'] as const) {
    if (Math.abs(score[name] - 1) < 1e-9) score[name] = 1;
  }
  return score;
}
