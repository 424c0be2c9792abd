/**
 * How far the texts above a place of a page and those below it are of the same characters: those of one article are, and
 * those of two hardly. And whether a short line, or a text above one, is of those of the texts below it more than of
 * those above.
 */
import { isCommon } from './characters.ts';
import type { Unit } from './layout.ts';
import type { Features } from './looks.ts';
import { bareOf } from './similarity.ts';

/** Texts are so wide at least; so many to either side are held against each other, of which so many stand above, and one more below. */
export const narrowestText = 22;
const [reach, fewest] = [4, 2];
/** Lines that lean are no wider, nor standfirsts above a headline. */
const [widestLine, widestLead] = [40, 130];
/** Letters and digits have lower codes than Han characters; halves of pairs, that would be met alone, higher ones. */
const [firstHan, firstHalf, lastHalf] = [0x3400, 0xd800, 0xdfff];

export type Concord = {
  /** The cosine of the characters of the texts above and below, 0 to 1. */
  between: number;
  /** By how much the line is nearer to those below than to those above, -1 to 1; of short lines, and of texts above them. */
  leans: number | undefined;
};

/** What a character says that a text holds so many times; one that is met more often says no more. */
const weights = Float64Array.from({ length: 64 }, (_, count) => (count === 0 ? 0 : 1 + Math.log(count)));

/** The characters of texts, weighed by how often they stand there; a table that is cleared by what was met. */
class Weighed {
  private readonly table = new Float64Array(0x10000);
  private readonly met = new Uint16Array(0x10000);
  private count = 0;
  private length = 0;

  /** Whether nothing was weighed: texts without Han characters say nothing. */
  get isEmpty(): boolean {
    return this.count === 0;
  }

  take(texts: readonly Uint16Array[]): void {
    const { table, met } = this;
    for (let at = 0; at < this.count; at++) table[met[at] as number] = 0;
    let count = 0;
    for (const units of texts)
      for (let at = 0; at < units.length; at++) {
        const unit = units[at] as number;
        if (unit < firstHan || (unit >= firstHalf && unit <= lastHalf)) continue;
        const before = table[unit] as number;
        if (before === 0) met[count++] = unit;
        table[unit] = before + 1;
      }
    let sum = 0;
    for (let at = 0; at < count; at++) {
      const unit = met[at] as number;
      const weight =
        (weights[Math.min(weights.length - 1, table[unit] as number)] as number) * weightOf(unit);
      table[unit] = weight;
      sum += weight * weight;
    }
    this.count = count;
    this.length = Math.sqrt(sum);
  }

  /** The cosine of two of these. */
  cosine(other: Weighed): number {
    let sum = 0;
    for (let at = 0; at < this.count; at++) {
      const unit = this.met[at] as number;
      sum += (this.table[unit] as number) * (other.table[unit] as number);
    }
    const lengths = this.length * other.length;
    return lengths === 0 ? 0 : sum / lengths;
  }
}

/** How much less a character says of which all texts are made; chosen for texts that are held against texts. */
const commonWeight = 0.1;
const weightOf = (unit: number): number => (isCommon(unit) ? commonWeight : 1);

const [above, below, own] = [new Weighed(), new Weighed(), new Weighed()];

/** For each unit of a file the concord of its place; undefined where too little stands to either side. */
export function concordIn(
  units: readonly Unit[],
  features: readonly Features[],
  usualGap: number,
): (Concord | undefined)[] {
  const prose = units.flatMap((_, at) => ((features[at] as Features).width >= narrowestText ? [at] : []));
  const bare = prose.map((at) => bareOf((units[at] as Unit).text).slice());
  /** How many texts stand above a unit, and for how many the counts are. */
  let [behind, counted, between] = [0, -1, 0];
  return units.map(({ text, gap }, at) => {
    while ((prose[behind] as number) < at) behind++;
    if (behind < fewest || prose.length - behind <= fewest) return undefined;
    const isText = prose[behind] === at;
    const isBelowText = isText && gap <= usualGap && prose[behind - 1] === at - 1;
    const mayLead = isText && prose[behind + 1] !== at + 1 && (features[at] as Features).width <= widestLead;
    // Text that goes on right below text begins nothing, but for what leads to a headline.
    if (isBelowText && !mayLead) return undefined;
    if (counted !== behind) {
      counted = behind;
      above.take(bare.slice(Math.max(0, behind - reach), behind));
      below.take(bare.slice(behind, behind + reach));
      between = above.cosine(below);
    }
    if (above.isEmpty || below.isEmpty) return undefined;
    const isLine = !isText && (features[at] as Features).width <= widestLine;
    if (!isLine && !mayLead) return { between, leans: undefined };
    own.take([isText ? (bare[behind] as Uint16Array) : bareOf(text)]);
    if (isText) {
      // No text is to be held against itself.
      counted = -1;
      below.take(bare.slice(behind + 1, behind + 1 + reach));
    }
    return { between, leans: own.cosine(below) - own.cosine(above) };
  });
}
