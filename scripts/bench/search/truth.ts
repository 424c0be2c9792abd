/** What the queries should find in made articles, and how near an answer comes to it. */
import type { Entry } from '../../../src/article/read.ts';
import { countedTexts, uncountedTexts } from '../../../src/search/document.ts';
import { countInFolded, foldedForCounting } from '../../../tests/support/search-oracle.ts';

/** Hits by address of the article; a query that an article's byline alone holds has 0. */
export type Truth = ReadonlyMap<string, number>;

export function addressOf({ id }: Pick<Entry, 'id'>): string {
  return `/articles/${id}/`;
}

/** Makes what knows the truth about articles. */
export function oracleOf(articles: readonly Entry[]): (query: string) => Truth {
  const folded = articles.map((entry) => ({
    address: addressOf(entry),
    counted: countedTexts(entry).map(foldedForCounting),
    others: uncountedTexts(entry).map(foldedForCounting),
  }));
  const known = new Map<string, Truth>();
  return (query) => {
    const before = known.get(query);
    if (before !== undefined) return before;
    const truth = new Map<string, number>();
    for (const { address, counted, others } of folded) {
      const hits = counted.reduce((sum, text) => sum + countInFolded(text, query), 0);
      if (hits > 0 || others.some((text) => countInFolded(text, query) > 0)) truth.set(address, hits);
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
