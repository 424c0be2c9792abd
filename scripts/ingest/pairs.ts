/** The pairs of adjacent characters in the units of a file, numbered: texts that share many of them speak of the same. */
import { pairsInto } from './similarity.ts';

/** The numbers of the pairs of all units; those of a unit stand from its start up to the next. */
export type Pairs = {
  numbers: Int32Array;
  starts: Int32Array;
  /** How many pairs there are: numbers are below it. */
  count: number;
};

/** A table with open addresses: pairs have 30 bits, so that -1 is none. That of a page serves page after page. */
const usual = 2 ** 16;
const usualTable = { slots: new Int32Array(usual), numbers: new Int32Array(usual) };

/** Gives equal pairs equal numbers, from 0 on in the order in which they are met; returns how many differ. */
function number(pairs: Int32Array): number {
  const size = 2 ** Math.ceil(Math.log2(2 * pairs.length + 1));
  const { slots, numbers } =
    size <= usual ? usualTable : { slots: new Int32Array(size), numbers: new Int32Array(size) };
  slots.fill(-1, 0, size);
  let count = 0;
  for (let at = 0; at < pairs.length; at++) {
    const pair = pairs[at] as number;
    let slot = (Math.imul(pair, 0x9e3779b1) >>> 7) & (size - 1);
    let there = slots[slot] as number;
    while (there !== pair && there !== -1) {
      slot = (slot + 1) & (size - 1);
      there = slots[slot] as number;
    }
    if (there === -1) {
      slots[slot] = pair;
      numbers[slot] = count++;
    }
    pairs[at] = numbers[slot] as number;
  }
  return count;
}

const known = new WeakMap<readonly { text: string }[], Pairs>();

/** The pairs of all units of a file, which several look at; nobody changes them. */
export function pairsOfUnits(units: readonly { text: string }[]): Pairs {
  const before = known.get(units);
  if (before) return before;
  const room = new Int32Array(units.reduce((sum, { text }) => sum + text.length * 2, 0));
  const starts = new Int32Array(units.length + 1);
  let length = 0;
  for (let at = 0; at < units.length; at++) {
    starts[at] = length;
    length += pairsInto(room, length, (units[at] as { text: string }).text);
  }
  starts[units.length] = length;
  const numbers = room.subarray(0, length);
  const all = { numbers, starts, count: number(numbers) };
  known.set(units, all);
  return all;
}
