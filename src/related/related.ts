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

function byWeight(a: Weighed, b: Weighed): number {
  return b.weight - a.weight || a.term - b.term;
}

/** The strongest terms of a text, scaled so that a text is wholly like itself. */
function strongest({ terms, counts }: TermCounts, found: Frequencies, total: number): Weighed[] {
  const most = Math.max(2, total * commonShare);
  const weights = new Float64Array(terms.length);
  for (let at = 0; at < terms.length; at++) {
    const texts = found.of(terms[at] as number);
    if (texts < 2 || texts > most) continue;
    weights[at] = (1 + Math.log(counts[at] as number)) * Math.log(total / texts);
  }
  // What is weaker than this many others need not be put in order.
  const least = weights.toSorted().at(-termsOfText) ?? 0;
  const strong: Weighed[] = [];
  for (let at = 0; at < terms.length; at++) {
    const weight = weights[at] as number;
    if (weight > 0 && weight >= least) strong.push({ term: terms[at] as number, weight });
  }
  const kept = strong.sort(byWeight).slice(0, termsOfText);
  const length = Math.hypot(...kept.map(({ weight }) => weight)) || 1;
  return kept.map(({ term, weight }) => ({ term, weight: weight / length }));
}

/**
 * For each text the numbers of the texts that are most like it, the most alike first.
 *
 * @param most how many at most
 */
export function alike(texts: readonly TermCounts[], most: number): number[][] {
  const found = new Frequencies(texts);
  const known = texts.map((text) => strongest(text, found, texts.length));
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
