/** The terms of a text by which it is compared: pairs of Han characters, and Latin words and numbers, all folded. */
import { fold } from '../text/fold.ts';
import type { Vocabulary } from './vocabulary.ts';

const runs = /\p{Script=Han}{2,}|[\p{Script=Latin}\p{N}]{2,}/gu;
const han = /\p{Script=Han}/u;
/** Characters of one UTF-16 unit each. */
const onePlane = /^[^\ud800-\udfff]*$/;

/** The first pair of Han characters; numbers below it stand for other terms. */
const firstPair = 0x2e80_0000;

/** Terms as numbers, ascending, and how often each occurs. */
export interface TermCounts {
  terms: Uint32Array;
  counts: Uint16Array;
}

/**
 * The number of a term: the two UTF-16 units of a pair of Han characters, a hash for every other term. Two terms of one
 * number would count as one, which so few of them do that no list of related texts shows it.
 */
export function numberOf(term: string): number {
  if (term.length === 2 && han.test(term)) return term.charCodeAt(0) * 0x1_0000 + term.charCodeAt(1);
  let hash = 0x811c_9dc5;
  for (let at = 0; at < term.length; at++) hash = Math.imul(hash ^ term.charCodeAt(at), 0x0100_0193);
  return (hash >>> 0) % firstPair;
}

/** How often each term occurs in a text. */
export function countTerms(text: string): TermCounts {
  const folded = fold(text);
  const found = new Uint32Array(folded.length);
  let size = 0;
  for (const { 0: run } of folded.matchAll(runs)) {
    if (!han.test(run)) {
      found[size++] = numberOf(run);
      continue;
    }
    if (onePlane.test(run)) {
      for (let at = 1; at < run.length; at++)
        found[size++] = run.charCodeAt(at - 1) * 0x1_0000 + run.charCodeAt(at);
      continue;
    }
    const characters = [...run];
    for (let at = 1; at < characters.length; at++)
      found[size++] = numberOf(`${characters[at - 1]}${characters[at]}`);
  }
  const sorted = found.subarray(0, size).sort();
  const counts = new Uint16Array(size);
  let last = -1;
  for (let at = 0; at < size; at++) {
    const term = sorted[at] as number;
    if (last < 0 || sorted[last] !== term) sorted[++last] = term;
    counts[last] = Math.min(0xffff, (counts[last] as number) + 1);
  }
  return { terms: sorted.slice(0, last + 1), counts: counts.slice(0, last + 1) };
}

/** The same, the terms by their numbers in an archive. */
export interface NumberedTerms {
  numbers: Uint32Array;
  counts: Uint16Array;
}

/** Gives terms the numbers that they have in an archive; they stay in their order. */
export function numbered({ terms, counts }: TermCounts, vocabulary: Vocabulary): NumberedTerms {
  return { numbers: terms.map((term) => vocabulary.numberOf(term)), counts };
}
