/**
 * Which texts say similar things: TF-IDF over pairs of characters.
 *
 * Texts are never compared pair by pair. Each text is known by its strongest terms, each term by the texts in which it
 * is strongest, and a text meets only the texts that stand under its own terms; the work for one text has a bound, so
 * the whole grows as the archive does. Equal input gives equal output.
 */
import { Frequencies } from './frequencies.ts';
import type { TermCounts } from './terms.ts';

/** Terms by which a text is known. */
const termsOfText = 48;
/** Texts that stand under a term. */
const textsOfTerm = 96;
/** A term of more texts than this share of all tells nothing. */
const commonShare = 0.3;
/** Below this likeness (1 is the same text) two texts have only words in common. */
const leastLikeness = 0.08;

interface Weighed {
  term: number;
  weight: number;
}

/** Weighs terms by how often they stand in a text, and in how few of all texts. */
class Weights {
  readonly #found: Frequencies;
  /** By the number of texts that hold a term; 0 where that tells nothing. */
  readonly #rarity: Float64Array;

  constructor(texts: readonly TermCounts[]) {
    this.#found = new Frequencies(texts);
    this.#rarity = Float64Array.from({ length: texts.length + 1 }, (_, held) =>
      held < 2 || held > Math.max(2, texts.length * commonShare) ? 0 : Math.log(texts.length / held),
    );
  }

  of(term: number, count: number): number {
    const rarity = this.#rarity[this.#found.of(term)] as number;
    return rarity === 0 ? 0 : (1 + Math.log(count)) * rarity;
  }
}

/** The strongest terms of a text, scaled so that a text is wholly like itself. */
function strongest({ terms, counts }: TermCounts, weights: Weights): Weighed[] {
  // The strongest so far, in their order; of terms as strong as each other the first, as they come in ascending order.
  const kept: Weighed[] = [];
  let least = 0;
  for (let at = 0; at < terms.length; at++) {
    const weight = weights.of(terms[at] as number, counts[at] as number);
    if (weight <= least) continue;
    if (kept.length === termsOfText) kept.pop();
    let place = kept.length;
    while (place > 0 && (kept[place - 1] as Weighed).weight < weight) place--;
    kept.splice(place, 0, { term: terms[at] as number, weight });
    if (kept.length === termsOfText) least = (kept[termsOfText - 1] as Weighed).weight;
  }
  const length = Math.hypot(...kept.map(({ weight }) => weight)) || 1;
  return kept.map(({ term, weight }) => ({ term, weight: weight / length }));
}

/**
 * For each text the numbers of the texts that are most like it, the most alike first.
 *
 * @param most how many at most
 */
export function alike(texts: readonly TermCounts[], most: number): number[][] {
  const weights = new Weights(texts);
  const known = texts.map((text) => strongest(text, weights));
  const under = new Map<number, { text: number; weight: number }[]>();
  for (const [text, terms] of known.entries()) {
    for (const { term, weight } of terms) {
      const entries = under.get(term);
      if (entries === undefined) under.set(term, [{ text, weight }]);
      else entries.push({ text, weight });
    }
  }
  for (const [term, entries] of under) {
    if (entries.length <= textsOfTerm) continue;
    under.set(term, entries.sort((a, b) => b.weight - a.weight || a.text - b.text).slice(0, textsOfTerm));
  }
  return known.map((terms, text) => {
    const likeness = new Map<number, number>();
    for (const { term, weight } of terms) {
      for (const other of under.get(term) ?? []) {
        if (other.text === text) continue;
        likeness.set(other.text, (likeness.get(other.text) ?? 0) + weight * other.weight);
      }
    }
    return [...likeness]
      .filter(([, value]) => value >= leastLikeness)
      .sort(([a, x], [b, y]) => y - x || a - b)
      .slice(0, most)
      .map(([other]) => other);
  });
}
