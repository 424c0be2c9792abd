/**
 * Characters that patterns cannot do without. Most lines hold none of those that most patterns need, and one look at the
 * characters of a line tells which patterns need not be tried on it. What a pattern needs is read off its source.
 */
import { behindHan, firstHan } from './folded.ts';
import { readPattern } from './pattern.ts';
import { foldedUnits } from './text.ts';
import { unitsOf } from './units.ts';

/** Patterns of one table: as many as an integer has bits, but for its sign. */
const ofTable = 31;
const units = 0x10000;

type Table = {
  /** Patterns that need a UTF-16 unit, and those that may begin with it, as bits. */
  needing: Int32Array;
  beginning: Int32Array;
  /** Patterns that need none in particular. */
  always: number;
  /** Of the text that was looked at last. */
  found: number;
};

function mark(column: Int32Array, characters: Iterable<string>, bit: number): void {
  for (const character of characters) {
    const unit = character.charCodeAt(0);
    column[unit] = (column[unit] as number) | bit;
  }
}

function tableOf(patterns: readonly RegExp[], folded: boolean): Table {
  const read = patterns.map(readPattern);
  const bitsOf = (isOne: (each: (typeof read)[number]) => boolean): number =>
    read.reduce((bits, each, at) => (isOne(each) ? bits | (1 << at) : bits), 0);
  const needing = new Int32Array(units);
  const beginning = new Int32Array(units).fill(bitsOf(({ first }) => first === undefined));
  for (const [at, { need = [], first = [] }] of read.entries()) {
    mark(needing, need, 1 << at);
    mark(beginning, first, 1 << at);
  }
  if (folded)
    for (const column of [needing, beginning])
      for (let unit = firstHan; unit < behindHan; unit++)
        column[unit] = (column[unit] as number) | (column[foldedUnits[unit] as number] as number);
  return { needing, beginning, always: bitsOf(({ need }) => need === undefined), found: 0 };
}

/** Patterns that are asked together. */
export class Sieve {
  private readonly tables: Table[] = [];
  private readonly places: readonly number[];

  /** @param folded whether the patterns are made for simplified texts, while texts are looked at as they are */
  constructor(patterns: readonly RegExp[], folded = false) {
    this.places = [...patterns.keys()];
    for (let from = 0; from < patterns.length; from += ofTable)
      this.tables.push(tableOf(patterns.slice(from, from + ofTable), folded));
  }

  /** Looks at a text; the other questions are about it until the next is looked at. */
  look(text: string): this {
    const { length } = text;
    const first = text.charCodeAt(0);
    for (const table of this.tables) {
      const { needing, beginning, always } = table;
      const begun = text === '' ? -1 : (beginning[first] as number);
      let bits = always;
      if (begun !== 0) {
        const units = unitsOf(text);
        for (let at = 0; at < length; at++) bits |= needing[units[at] as number] as number;
      }
      table.found = bits & begun;
    }
    return this;
  }

  /** Whether any pattern may match the text. */
  mayAny(): boolean {
    return this.tables.some(({ found }) => found !== 0);
  }

  /** Whether a pattern may match the text, by its place among the patterns. */
  may(at: number): boolean {
    const { found } = this.tables[Math.floor(at / ofTable)] as Table;
    return (found & (1 << (at % ofTable))) !== 0;
  }

  /** Places of the patterns that may match the text, in their order: mostly none. */
  candidates(): number[] {
    const places: number[] = [];
    for (const [table, { found }] of this.tables.entries())
      for (let bits = found; bits !== 0; bits &= bits - 1)
        places.push(table * ofTable + 31 - Math.clz32(bits & -bits));
    return places;
  }

  /** Whether each of the patterns may match a text. */
  which(text: string): boolean[] {
    this.look(text);
    return this.places.map((at) => this.may(at));
  }
}
