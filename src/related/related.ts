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

/** The strongest terms of a text, the strongest first, and how strong each is. */
interface Known {
  terms: Uint32Array;
  weights: Float64Array;
}

/** Counts above stand in few texts. */
const logsKept = 4096;
const logs = Float64Array.from({ length: logsKept }, (_, count) => 1 + Math.log(count));

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
    if (rarity === 0) return 0;
    return (count < logsKept ? (logs[count] as number) : 1 + Math.log(count)) * rarity;
  }
}

/** The strongest terms of a text, scaled so that a text is wholly like itself. */
function strongest({ terms, counts }: TermCounts, weights: Weights): Known {
  // The strongest so far, in their order; of terms as strong as each other the first, as they come in ascending order.
  const kept: Known = { terms: new Uint32Array(termsOfText), weights: new Float64Array(termsOfText) };
  let size = 0;
  let least = 0;
  for (let at = 0; at < terms.length; at++) {
    const weight = weights.of(terms[at] as number, counts[at] as number);
    if (weight <= least) continue;
    let place = size === termsOfText ? size - 1 : size++;
    for (; place > 0 && (kept.weights[place - 1] as number) < weight; place--) {
      kept.weights[place] = kept.weights[place - 1] as number;
      kept.terms[place] = kept.terms[place - 1] as number;
    }
    kept.weights[place] = weight;
    kept.terms[place] = terms[at] as number;
    if (size === termsOfText) least = kept.weights[size - 1] as number;
  }
  const length = Math.hypot(...kept.weights.subarray(0, size)) || 1;
  return {
    terms: kept.terms.subarray(0, size),
    weights: kept.weights.subarray(0, size).map((each) => each / length),
  };
}

interface Entry {
  text: number;
  weight: number;
}

/** The texts that stand under each term. */
function textsUnder(known: readonly Known[]): Map<number, Entry[]> {
  const under = new Map<number, Entry[]>();
  for (const [text, { terms, weights }] of known.entries()) {
    for (let at = 0; at < terms.length; at++) {
      const entry = { text, weight: weights[at] as number };
      const entries = under.get(terms[at] as number);
      if (entries === undefined) under.set(terms[at] as number, [entry]);
      else entries.push(entry);
    }
  }
  for (const [term, entries] of under) {
    if (entries.length <= textsOfTerm) continue;
    under.set(term, entries.sort((a, b) => b.weight - a.weight || a.text - b.text).slice(0, textsOfTerm));
  }
  return under;
}

/**
 * For each text the numbers of the texts that are most like it, the most alike first.
 *
 * @param most how many at most
 */
export function alike(texts: readonly TermCounts[], most: number): number[][] {
  const weights = new Weights(texts);
  const known = texts.map((text) => strongest(text, weights));
  const under = textsUnder(known);
  /** How alike each text is to the one that is looked at; 0 for all that were not met. */
  const likeness = new Float64Array(texts.length);
  return known.map((own, text) => {
    const met: number[] = [];
    for (let at = 0; at < own.terms.length; at++) {
      const weight = own.weights[at] as number;
      for (const other of under.get(own.terms[at] as number) ?? []) {
        if (other.text === text) continue;
        const before = likeness[other.text] as number;
        if (before === 0) met.push(other.text);
        likeness[other.text] = before + weight * other.weight;
      }
    }
    const likely = met
      .filter((other) => (likeness[other] as number) >= leastLikeness)
      .sort((a, b) => (likeness[b] as number) - (likeness[a] as number) || a - b)
      .slice(0, most);
    for (const other of met) likeness[other] = 0;
    return likely;
  });
}
