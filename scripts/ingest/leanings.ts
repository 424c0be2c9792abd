/** How much more a short line has to do with the text below it than with the text above: subheads lean down. */

import type { Unit } from './layout.ts';
import type { Features } from './looks.ts';
import { type Pairs, pairsOfUnits } from './pairs.ts';
import { pairsOf } from './similarity.ts';

/** Lines are prose from this width on. */
const prosaic = 35;
/** Paragraphs to either side that a short line is held against, and how much of each is looked at. */
const reach = 4;
const lookedAt = 400;

/** For each pair the paragraphs that hold it, in their order: from its start up to that of the next pair. */
type Holders = { starts: Int32Array; paragraphs: Int32Array };

/** @param prose the units that are paragraphs; they are numbered by their place in it */
function holdersOf(
  units: readonly Unit[],
  { numbers, starts, count }: Pairs,
  prose: readonly number[],
): Holders {
  const ends = prose.map((unit) => {
    const { text } = units[unit] as Unit;
    const [from, to] = [starts[unit] as number, starts[unit + 1] as number];
    return text.length <= lookedAt ? to : from + new Set(pairsOf(text.slice(0, lookedAt))).size;
  });
  const places = new Int32Array(count + 1);
  for (let paragraph = 0; paragraph < prose.length; paragraph++) {
    const end = ends[paragraph] as number;
    for (let at = starts[prose[paragraph] as number] as number; at < end; at++) {
      const pair = numbers[at] as number;
      places[pair + 1] = (places[pair + 1] as number) + 1;
    }
  }
  for (let pair = 0; pair < count; pair++)
    places[pair + 1] = (places[pair + 1] as number) + (places[pair] as number);
  const next = places.slice();
  const paragraphs = new Int32Array(places[count] as number);
  for (let paragraph = 0; paragraph < prose.length; paragraph++) {
    const end = ends[paragraph] as number;
    for (let at = starts[prose[paragraph] as number] as number; at < end; at++) {
      const pair = numbers[at] as number;
      const place = next[pair] as number;
      paragraphs[place] = paragraph;
      next[pair] = place + 1;
    }
  }
  return { starts: places, paragraphs };
}

/** Whether one of the paragraphs from one up to, not including, another holds a pair. */
function isHeld({ starts, paragraphs }: Holders, pair: number, from: number, to: number): boolean {
  let [low, high] = [starts[pair] as number, starts[pair + 1] as number];
  const end = high;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((paragraphs[middle] as number) < from) low = middle + 1;
    else high = middle;
  }
  return low < end && (paragraphs[low] as number) < to;
}

/**
 * How much more each short line has to do with the prose below it than with the prose above: the share of its pairs of
 * characters that stand there, -1 to 1.
 *
 * @returns `undefined` where a unit is no short line
 */
export function leaningsIn(units: readonly Unit[], features: readonly Features[]): (number | undefined)[] {
  const pairs = pairsOfUnits(units);
  const prose = units.flatMap((_, at) => ((features[at] as Features).width >= prosaic ? [at] : []));
  const holders = holdersOf(units, pairs, prose);
  /** How many of these stand above a unit. */
  let above = 0;
  return units.map((_, at) => {
    const { width } = features[at] as Features;
    while ((prose[above] as number) < at) above++;
    if (width > 40 || width < 4) return undefined;
    const [from, to] = [pairs.starts[at] as number, pairs.starts[at + 1] as number];
    if (from === to) return undefined;
    const below = prose[above] === at ? above + 1 : above;
    let [inBelow, inAbove] = [0, 0];
    for (let own = from; own < to; own++) {
      const pair = pairs.numbers[own] as number;
      if (isHeld(holders, pair, below, below + reach)) inBelow++;
      if (isHeld(holders, pair, above - reach, above)) inAbove++;
    }
    const share = (found: number): number => 1 - (to - from - found) / (to - from);
    return share(inBelow) - share(inAbove);
  });
}
