/** The pairs of adjacent characters in the units of a file, numbered: texts that share many of them speak of the same. */
import { bareOf, pairOf } from './similarity.ts';

/**
 * The numbers of the pairs that each unit holds, each once and in the order in which they are met; those of a unit stand
 * from its start up to the next.
 */
export type Pairs = {
  numbers: Int32Array;
  starts: readonly number[];
  /** Above all numbers. */
  count: number;
};

/** What numbers the pairs of a page serves page after page. */
class Numbering {
  /** A table with open addresses: a pair, of 30 bits so that -1 is none, and behind it the unit that held it last. */
  private table = new Int32Array();
  /** The places of the pairs in the table, which are their numbers. */
  private places = new Int32Array();

  of(units: readonly { text: string }[]): Pairs {
    // A unit of UTF-16 begins one pair, or two where it is two in lower case.
    const most = 2 * units.reduce((sum, { text }) => sum + text.length, 0);
    const size = 2 ** Math.ceil(Math.log2(most + 1));
    if (this.places.length < size) {
      this.table = new Int32Array(2 * size);
      this.places = new Int32Array(size);
    }
    const { table, places } = this;
    table.fill(-1, 0, 2 * size);
    const starts = [0];
    let kept = 0;
    for (let unit = 0; unit < units.length; unit++) {
      const plain = bareOf((units[unit] as { text: string }).text);
      const { length } = plain;
      let before = plain[0] as number;
      for (let at = 1; at < length; at++) {
        const after = plain[at] as number;
        const pair = pairOf(before, after);
        before = after;
        let place = (Math.imul(pair, 0x9e3779b1) >>> 7) & (size - 1);
        let found = table[2 * place] as number;
        while (found !== pair && found !== -1) {
          place = (place + 1) & (size - 1);
          found = table[2 * place] as number;
        }
        if (found === -1) table[2 * place] = pair;
        else if (table[2 * place + 1] === unit) continue;
        table[2 * place + 1] = unit;
        places[kept++] = place;
      }
      starts.push(kept);
    }
    return { numbers: places, starts, count: size };
  }
}

const numbering = new Numbering();
let last: { units: readonly { text: string }[]; pairs: Pairs } | undefined;

/** The pairs of all units of a file, which several look at; good until those of another file are asked for. */
export function pairsOfUnits(units: readonly { text: string }[]): Pairs {
  if (last?.units !== units) last = { units, pairs: numbering.of(units) };
  return last.pairs;
}
