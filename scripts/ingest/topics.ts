/** Which topics an article is about, by the terms of `content/topics.yaml`. */
import type { Topic } from '../../src/article/topics.ts';
import { lowerCase, simplify } from './text.ts';
import { unitsOf } from './units.ts';

export type Classified = { topics: string[]; sure: boolean };

/** `second` is its second UTF-16 unit, -1 where it has none: most terms that begin as the text does differ there. */
type Term = { text: string; second: number; latin: boolean };

/** All terms, by their first UTF-16 unit. */
type Terms = readonly (readonly { term: Term; number: number }[] | undefined)[];

/** Counts of each term; a Latin one must stand as a word. */
function occurrences(text: string, terms: Terms, count: number): Uint32Array {
  const counts = new Uint32Array(count);
  /** Where each term ended last: it does not overlap itself. */
  const ends = new Uint32Array(count);
  const units = unitsOf(text);
  for (let at = 0; at < text.length; at++) {
    const candidates = terms[units[at] as number];
    if (!candidates) continue;
    const following = at + 1 < text.length ? (units[at + 1] as number) : -1;
    for (const { term, number } of candidates) {
      if ((term.second !== following && term.second >= 0) || at < (ends[number] as number)) continue;
      if (term.text.length > 2 && !text.startsWith(term.text, at)) continue;
      const end = at + term.text.length;
      ends[number] = end;
      if (term.latin && (/[a-z]/.test(text.charAt(at - 1)) || /[a-z]/.test(text.charAt(end)))) continue;
      counts[number] = (counts[number] ?? 0) + 1;
    }
  }
  return counts;
}

export class Classifier {
  private readonly topics: { id: string; terms: { term: Term; number: number }[] }[];
  private readonly terms: Terms;
  private readonly count: number;

  constructor(topics: readonly Topic[]) {
    let count = 0;
    const byFirst: { term: Term; number: number }[][] = new Array(0x10000);
    this.topics = topics.map(({ id, terms }) => ({
      id,
      terms: terms.map((printed) => {
        const text = simplify(printed).toLowerCase();
        const second = text.length > 1 ? text.charCodeAt(1) : -1;
        const entry = { term: { text, second, latin: /^[a-z]/.test(text) }, number: count++ };
        const first = text.charCodeAt(0);
        byFirst[first] = [...(byFirst[first] ?? []), entry];
        return entry;
      }),
    }));
    this.terms = byFirst;
    this.count = count;
  }

  /**
   * Scores each topic by its terms in the title (most), the standfirst and subheads, and the body (with decreasing
   * returns, so that one word said often does not outweigh several).
   *
   * @returns one to four topic ids, the most important first
   */
  classify(title: string, subheads: readonly string[], standfirst: string, body: string): Classified {
    const plain = lowerCase(simplify(body));
    const [head, middle, long] = [
      lowerCase(simplify(title)),
      lowerCase(simplify(`${standfirst}\n${subheads.join('\n')}`)),
      plain,
    ].map((text) => occurrences(text, this.terms, this.count)) as [Uint32Array, Uint32Array, Uint32Array];
    const length = Math.max(400, plain.length) / 1500;
    const scores = this.topics
      .map(({ id, terms }) => {
        let score = 0;
        for (const { term, number } of terms) {
          const inHead = head[number] ?? 0;
          const inMiddle = middle[number] ?? 0;
          const inBody = long[number] ?? 0;
          if (inHead + inMiddle + inBody === 0) continue;
          const weight = term.text.length >= 3 ? 1.15 : 1;
          score +=
            weight * (3 * Math.min(2, inHead) + 1.6 * Math.min(3, inMiddle) + Math.log2(1 + inBody / length));
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
