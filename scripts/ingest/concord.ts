/**
 * How far the texts above a place of a page and those below it are of the same characters: those of one article are, and
 * those of two hardly. And whether a short line is of those of the texts below it more than of those above.
 */
import { isCommon } from './characters.ts';
import type { Unit } from './layout.ts';
import type { Features } from './looks.ts';
import { bareOf } from './similarity.ts';

/** Texts are so wide at least; so many to either side are held against each other, and so many are needed. */
const [narrowestText, reach, fewest] = [22, 4, 2];
/** Lines that lean are no wider. */
const widestLine = 40;
/** How much less a character says of which all texts are made. */
const commonWeight = 0.1;
/** Letters and digits have lower codes than Han characters. */
const firstHan = 0x3400;

export type Concord = {
  /** The cosine of the characters of the texts above and below, 0 to 1. */
  between: number;
  /** By how much the line is nearer to those below than to those above, -1 to 1; of short lines alone. */
  leans: number | undefined;
};

/** The characters of texts, counted; a table that is cleared by what was met. */
class Counts {
  private readonly table = new Uint16Array(0x10000);
  private met: number[] = [];

  count(texts: readonly Uint16Array[]): void {
    for (const unit of this.met) this.table[unit] = 0;
    this.met = [];
    for (const units of texts)
      for (const unit of units) {
        if (unit < firstHan) continue;
        const before = this.table[unit] as number;
        if (before === 0) this.met.push(unit);
        this.table[unit] = before + 1;
      }
  }

  private weight(unit: number): number {
    const count = this.table[unit] as number;
    return count === 0 ? 0 : (1 + Math.log(count)) * (isCommon(unit) ? commonWeight : 1);
  }

  private length(): number {
    let sum = 0;
    for (const unit of this.met) sum += this.weight(unit) ** 2;
    return Math.sqrt(sum);
  }

  /** The cosine of two of these. */
  cosine(other: Counts): number {
    let sum = 0;
    for (const unit of this.met) sum += this.weight(unit) * other.weight(unit);
    const lengths = this.length() * other.length();
    return lengths === 0 ? 0 : sum / lengths;
  }
}

const [above, below, own] = [new Counts(), new Counts(), new Counts()];

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
    const isText = prose[behind] === at;
    // Text that goes on right below text begins nothing.
    if (isText && gap <= usualGap && prose[behind - 1] === at - 1) return undefined;
    if (behind < fewest || prose.length - behind < fewest) return undefined;
    if (counted !== behind) {
      counted = behind;
      above.count(bare.slice(Math.max(0, behind - reach), behind));
      below.count(bare.slice(behind, behind + reach));
      between = above.cosine(below);
    }
    if (isText || (features[at] as Features).width > widestLine) return { between, leans: undefined };
    own.count([bareOf(text)]);
    return { between, leans: own.cosine(below) - own.cosine(above) };
  });
}
