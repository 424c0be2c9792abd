/** Which topics an article is about, by the terms of `content/topics.yaml`. */
import type { Topic } from '../../src/article/topics.ts';
import { simplify } from './text.ts';

export type Classified = { topics: string[]; sure: boolean };

type Term = { text: string; latin: boolean };

/** Counts of a term; a Latin one must stand as a word. */
function occurrences(text: string, term: Term): number {
  let count = 0;
  for (let at = text.indexOf(term.text); at >= 0; at = text.indexOf(term.text, at + term.text.length)) {
    if (term.latin) {
      const [before, after] = [text.charAt(at - 1), text.charAt(at + term.text.length)];
      if (/[a-z]/.test(before) || /[a-z]/.test(after)) continue;
    }
    count++;
  }
  return count;
}

export class Classifier {
  private readonly topics: { id: string; terms: Term[] }[];

  constructor(topics: readonly Topic[]) {
    this.topics = topics.map(({ id, terms }) => ({
      id,
      terms: terms.map((term) => {
        const text = simplify(term).toLowerCase();
        return { text, latin: /^[a-z]/.test(text) };
      }),
    }));
  }

  /**
   * Scores each topic by its terms in the title (most), the standfirst and subheads, and the body (with decreasing
   * returns, so that one word said often does not outweigh several).
   *
   * @returns one to four topic ids, the most important first
   */
  classify(title: string, subheads: readonly string[], standfirst: string, body: string): Classified {
    const [head, middle, long] = [title, `${standfirst}\n${subheads.join('\n')}`, body].map((text) =>
      simplify(text).toLowerCase(),
    ) as [string, string, string];
    const length = Math.max(400, long.length) / 1500;
    const scores = this.topics
      .map(({ id, terms }) => {
        let score = 0;
        for (const term of terms) {
          const inBody = occurrences(long, term);
          const weight = term.text.length >= 3 ? 1.15 : 1;
          score +=
            weight *
            (3 * Math.min(2, occurrences(head, term)) +
              1.6 * Math.min(3, occurrences(middle, term)) +
              Math.log2(1 + inBody / length));
        }
        return { id, score };
      })
      .sort((a, b) => b.score - a.score);
    const best = scores[0];
    if (!best || best.score === 0) return { topics: [this.topics[0]?.id ?? ''], sure: false };
    const topics = scores.filter(({ score }) => score >= Math.max(2.2, best.score * 0.42)).slice(0, 4);
    return {
      topics: topics.length > 0 ? topics.map(({ id }) => id) : [best.id],
      sure: best.score >= 2,
    };
  }
}
