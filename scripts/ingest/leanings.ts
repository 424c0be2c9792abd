/** How much more a short line has to do with the text below it than with the text above: subheads lean down. */

import type { Unit } from './layout.ts';
import type { Features } from './looks.ts';
import { type Pairs, pairsOfUnits } from './pairs.ts';
import { pairsOf } from './similarity.ts';

/** Lines are prose from this width on. */
const prosaic = 35;
/** Lines of such a width lean. */
const [narrowest, widest] = [4, 40];
/** Paragraphs to either side that a short line is held against, and how much of each is looked at. */
const reach = 4;
const lookedAt = 400;

/** For each pair the last question about a line that holds it, of page after page; and how many questions there were. */
let asked = new Int32Array();
let questions = 0;

/** Which pairs of short lines stand in paragraphs near by. */
class Sharing {
  private readonly pairs: Pairs;
  /** For each paragraph its unit, and the place behind the last of its pairs that are looked at. */
  private readonly paragraphs: readonly { unit: number; end: number }[];

  constructor(units: readonly Unit[], prose: readonly number[]) {
    this.pairs = pairsOfUnits(units);
    if (asked.length < this.pairs.count) asked = new Int32Array(this.pairs.count);
    this.paragraphs = prose.map((unit) => {
      const { text } = units[unit] as Unit;
      const from = this.pairs.starts[unit] as number;
      const to = this.pairs.starts[unit + 1] as number;
      const end = text.length <= lookedAt ? to : from + new Set(pairsOf(text.slice(0, lookedAt))).size;
      return { unit, end };
    });
  }

  /** The share of the pairs of a unit that stand in the paragraphs from one up to, not including, another. */
  share(unit: number, first: number, behind: number): number {
    const { numbers, starts } = this.pairs;
    const question = ++questions;
    const from = starts[unit] as number;
    const to = starts[unit + 1] as number;
    for (let at = from; at < to; at++) asked[numbers[at] as number] = question;
    let found = 0;
    for (let place = Math.max(0, first); place < Math.min(behind, this.paragraphs.length); place++) {
      const paragraph = this.paragraphs[place] as { unit: number; end: number };
      for (let at = starts[paragraph.unit] as number; at < paragraph.end; at++) {
        const pair = numbers[at] as number;
        if (asked[pair] !== question) continue;
        // What is found counts once.
        asked[pair] = 0;
        found++;
      }
    }
    return 1 - (to - from - found) / (to - from);
  }
}

/**
 * How much more each short line has to do with the prose below it than with the prose above: the share of its pairs of
 * characters that stand there, -1 to 1.
 *
 * @returns `undefined` where a unit is no short line
 */
export function leaningsIn(units: readonly Unit[], features: readonly Features[]): (number | undefined)[] {
  const prose = units.flatMap((_, at) => ((features[at] as Features).width >= prosaic ? [at] : []));
  const sharing = new Sharing(units, prose);
  const { starts } = pairsOfUnits(units);
  /** How many paragraphs stand above a unit. */
  let above = 0;
  return units.map((_, at) => {
    const { width } = features[at] as Features;
    while ((prose[above] as number) < at) above++;
    if (width > widest || width < narrowest || starts[at] === starts[at + 1]) return undefined;
    const below = prose[above] === at ? above + 1 : above;
    return sharing.share(at, below, below + reach) - sharing.share(at, above - reach, above);
  });
}
