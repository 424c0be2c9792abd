/** Cues of a break between two lines: whether a sentence goes on over it. */
import type { Features } from './features.ts';
import type { Unit } from './layout.ts';
import { simplify, unfinished } from './text.ts';

/** Lines that may be the first half of a torn paragraph, by their looks, hold no more. */
const widestFragment = 34;

/** What the characters on either side of a break say of whether the text goes on over it. */
export function cuesOfBreaks(units: readonly Unit[], features: readonly Features[], at: number): string[] {
  const { text } = units[at] as Unit;
  const { ending, width } = features[at] as Features;
  const cues: string[] = [];
  let above = at - 1;
  while (above > at - 4 && (features[above]?.furniture?.score ?? 0) >= 2.5) above--;
  const before = features[above];
  if (before) {
    if (before.ending === 'open' || before.ending === 'comma')
      cues.push(`goes on:${simplify(text.slice(0, 1))}`);
    if (before.semicolon) cues.push('after semicolon');
  }
  if (ending !== 'open' || width > widestFragment) return cues;
  cues.push(`stops:${simplify(text.slice(-1))}`);
  if (unfinished.test(simplify(text))) cues.push('unfinished');
  return cues;
}
