/** The pairs of adjacent characters in the units of a file, numbered: texts that share many of them speak of the same. */
import { pairsInto } from './similarity.ts';

/**
 * The numbers of the pairs that each unit holds, each once and in the order in which they are met; those of a unit stand
 * from its start up to the next.
 */
export type Pairs = {
  numbers: Int32Array;
  starts: readonly number[];
  /** How many pairs there are: numbers are below it. */
  count: number;
};

/** What numbers the pairs of a page serves page after page. */
class Numbering {
  /** A table with open addresses: a pair, of 30 bits so that -1 is none, and behind it its number. */
  private table = new Int32Array();
  /** For each number the unit that held it last. */
  private holders = new Int32Array();
  private pairs = new Int32Array();

  of(units: readonly { text: string }[]): Pairs {
    // A unit of UTF-16 begins one pair, or two where it is two in lower case.
    const most = 2 * units.reduce((sum, { text }) => sum + text.length, 0);
    const size = 2 ** Math.ceil(Math.log2(most + 1));
    if (this.pairs.length < size) {
      this.table = new Int32Array(2 * size);
      this.holders = new Int32Array(size);
      this.pairs = new Int32Array(size);
    }
    const { table, holders, pairs } = this;
    table.fill(-1, 0, 2 * size);
    const starts = [0];
    let [count, kept] = [0, 0];
    for (let unit = 0; unit < units.length; unit++) {
      const end = kept + pairsInto(pairs, kept, (units[unit] as { text: string }).text);
      // Those of the unit are written over by their numbers, which are no more than they.
      for (let at = kept; at < end; at++) {
        const pair = pairs[at] as number;
        let slot = (Math.imul(pair, 0x9e3779b1) >>> 7) & (size - 1);
        while (table[2 * slot] !== pair && table[2 * slot] !== -1) slot = (slot + 1) & (size - 1);
        let number = table[2 * slot + 1] as number;
        if (number < 0) {
          number = count++;
          table[2 * slot] = pair;
          table[2 * slot + 1] = number;
        } else if (holders[number] === unit) continue;
        holders[number] = unit;
        pairs[kept++] = number;
      }
      starts.push(kept);
    }
    return { numbers: pairs, starts, count };
  }
}

const numbering = new Numbering();
let last: { units: readonly { text: string }[]; pairs: Pairs } | undefined;

/** The pairs of all units of a file, which several look at; good until those of another file are asked for. */
export function pairsOfUnits(units: readonly { text: string }[]): Pairs {
  if (last?.units !== units) last = { units, pairs: numbering.of(units) };
  return last.pairs;
}
