/** The terms of a text by which it is compared: pairs of Han characters, and Latin words and numbers, all folded. */
import { fold } from '../text/fold.ts';

const runs = /\p{Script=Han}{2,}|[\p{Script=Latin}\p{N}]{2,}/gu;
const han = /\p{Script=Han}/u;

/** How often each term occurs in a text. */
export function countTerms(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [run] of fold(text).matchAll(runs)) {
    if (!han.test(run)) {
      add(counts, run);
      continue;
    }
    const characters = [...run];
    for (let at = 1; at < characters.length; at++) add(counts, `${characters[at - 1]}${characters[at]}`);
  }
  return counts;
}

function add(counts: Map<string, number>, term: string): void {
  counts.set(term, (counts.get(term) ?? 0) + 1);
}
