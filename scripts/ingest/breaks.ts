/** Cues of a break between two lines: whether a sentence goes on over it. */

import type { Unit } from './layout.ts';
import type { Features } from './looks.ts';
import { foldedUnits, isLeftOpen, isUnfinished } from './text.ts';
import { cueNumber, cuesOfUnits } from './vocabulary.ts';

/** Furniture between the halves of a paragraph is so many lines at most. */
const longestInterruption = 3;

/** Whether a line is furniture by its looks, so that a sentence may go on behind it. */
export function mayInterrupt(features: Features | undefined): boolean {
  return (features?.furniture?.score ?? 0) >= 2.5;
}

/** The place of the nearest text above (-1) or below (1) a unit, behind some furniture. */
export function pastFurniture(features: readonly Features[], at: number, by: 1 | -1): number {
  let next = at + by;
  for (let left = longestInterruption; left > 0 && mayInterrupt(features[next]); left--) next += by;
  return next;
}

/** Lines that may be the first half of a torn paragraph, by their looks, hold no more. */
const widestFragment = 34;

const goesOn = cuesOfUnits('goes on:');
const stops = cuesOfUnits('stops:');
const afterSemicolon = cueNumber('after semicolon');
const unfinished = cueNumber('unfinished');

/** Adds what the characters on either side of a break say of whether the text goes on over it. */
export function addBreaks(
  cues: number[],
  units: readonly Unit[],
  features: readonly Features[],
  at: number,
): void {
  const { text } = units[at] as Unit;
  const { ending, width } = features[at] as Features;
  const before = features[pastFurniture(features, at, -1)];
  if (before) {
    if (isLeftOpen(before.ending)) cues.push(goesOn(foldedUnits[text.charCodeAt(0)] as number));
    if (before.semicolon) cues.push(afterSemicolon);
  }
  if (ending !== 'open' || width > widestFragment) return;
  cues.push(stops(foldedUnits[text.charCodeAt(text.length - 1)] as number));
  if (isUnfinished(text)) cues.push(unfinished);
}
