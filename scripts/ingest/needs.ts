/**
 * Characters that patterns cannot do without. Most lines hold none of those that most patterns need, and one look at the
 * characters of a line tells which patterns need not be tried on it. What a pattern needs is read off its source.
 */
import { readPattern } from './pattern.ts';
import { foldedUnits } from './text.ts';
import { unitsOf } from './units.ts';

/** Patterns of one row: as many as an integer has bits, but for its sign. */
const ofRow = 31;

/** Patterns by the kinds of UTF-16 units that they look for, as bits. */
type Row = {
  readonly patterns: readonly ReturnType<typeof readPattern>[];
  readonly folded: boolean;
  /** For each kind of unit the patterns that need one such or none in particular, and those that may begin with it. */
  needing: Int32Array;
  beginning: Int32Array;
  /** Of the text that was looked at last. */
  found: number;
};

/** The rows of all sieves. */
const rows: Row[] = [];
/**
 * The kind of each unit: those of one kind say the same to all patterns, and most are of kind 0, which none looks for. One
 * table serves all sieves, so that a text has to be gone through once.
 */
const kinds = new Uint16Array(0x10000);
/** A bit for each unit that is not of kind 0: a table that stays at hand, where that of all kinds is too large for that. */
const isNamed = new Uint32Array(0x10000 / 32);
/** For each kind the last look that met it. */
let met = new Int32Array();
let [looks, areKindsMade] = [0, false];

/** Units by the unit that they are folded to, where it is another. */
function unfolded(): Map<number, number[]> {
  const units = new Map<number, number[]>();
  foldedUnits.forEach((folded, unit) => {
    if (unit !== folded) units.set(folded, [...(units.get(folded) ?? []), unit]);
  });
  return units;
}

function makeKinds(): void {
  const others = unfolded();
  /** What a unit says that no pattern names: for each row which patterns need none in particular, and may begin with it. */
  const usual = rows.flatMap(({ patterns }) => [
    patterns.reduce((bits, { need }, at) => (need ? bits : bits | (1 << at)), 0),
    patterns.reduce((bits, { first }, at) => (first ? bits : bits | (1 << at)), 0),
  ]);
  const said = new Map<number, number[]>();
  const mark = (characters: Iterable<string>, folded: boolean, column: number, bit: number): void => {
    for (const character of characters) {
      const named = character.charCodeAt(0);
      for (const unit of [named, ...((folded && others.get(named)) || [])]) {
        const bits = said.get(unit) ?? [...usual];
        bits[column] = (bits[column] as number) | bit;
        said.set(unit, bits);
      }
    }
  };
  for (const [row, { patterns, folded }] of rows.entries())
    for (const [at, { need = [], first = [] }] of patterns.entries()) {
      mark(need, folded, 2 * row, 1 << at);
      mark(first, folded, 2 * row + 1, 1 << at);
    }
  const known = new Map([[usual.join(), { kind: 0, bits: usual }]]);
  kinds.fill(0);
  isNamed.fill(0);
  for (const [unit, bits] of said) {
    const key = bits.join();
    const { kind } = known.get(key) ?? { kind: known.size };
    known.set(key, { kind, bits });
    kinds[unit] = kind;
    if (kind > 0) isNamed[unit >> 5] = (isNamed[unit >> 5] as number) | (1 << (unit & 31));
  }
  const all = [...known.values()];
  for (const [at, row] of rows.entries()) {
    row.needing = Int32Array.from(all, ({ bits }) => bits[2 * at] as number);
    row.beginning = Int32Array.from(all, ({ bits }) => bits[2 * at + 1] as number);
  }
  met = new Int32Array(all.length);
  areKindsMade = true;
  held = undefined;
}

/** The kinds of units in the text that was gone through last, each once. */
const present: number[] = [];
let count = 0;
let held: string | undefined;

function goThrough(text: string): void {
  if (text === held) return;
  held = text;
  looks++;
  count = 0;
  const { length } = text;
  const units = unitsOf(text);
  for (let at = 0; at < length; at++) {
    const unit = units[at] as number;
    if (((isNamed[unit >> 5] as number) & (1 << (unit & 31))) === 0) continue;
    const kind = kinds[unit] as number;
    if (met[kind] === looks) continue;
    met[kind] = looks;
    present[count++] = kind;
  }
}

/** Patterns that are asked together. */
export class Sieve {
  private readonly rows: readonly Row[];

  /** @param folded whether the patterns are made for simplified texts, while texts are looked at as they are */
  constructor(patterns: readonly RegExp[], folded = false) {
    const read = patterns.map(readPattern);
    const none = new Int32Array();
    this.rows = Array.from({ length: Math.ceil(read.length / ofRow) }, (_, at) => ({
      patterns: read.slice(at * ofRow, (at + 1) * ofRow),
      folded,
      needing: none,
      beginning: none,
      found: 0,
    }));
    rows.push(...this.rows);
    areKindsMade = false;
  }

  /** Looks at a text; the other questions are about it until the next is looked at. */
  look(text: string): this {
    if (!areKindsMade) makeKinds();
    const first = kinds[text.charCodeAt(0)] as number;
    for (const row of this.rows) {
      const { needing, beginning } = row;
      const begun = text === '' ? -1 : (beginning[first] as number);
      let bits = needing[0] as number;
      if (begun !== 0) {
        goThrough(text);
        for (let at = 0; at < count; at++) bits |= needing[present[at] as number] as number;
      }
      row.found = bits & begun;
    }
    return this;
  }

  /** Whether any pattern may match the text. */
  mayAny(): boolean {
    for (const { found } of this.rows) if (found !== 0) return true;
    return false;
  }

  /** Whether a pattern may match the text, by its place among the patterns. */
  may(at: number): boolean {
    const { found } = this.rows[Math.floor(at / ofRow)] as Row;
    return (found & (1 << (at % ofRow))) !== 0;
  }

  /** Places of the patterns that may match the text, in their order: mostly none. */
  candidates(): number[] {
    const places: number[] = [];
    for (const [row, { found }] of this.rows.entries())
      for (let bits = found; bits !== 0; bits &= bits - 1)
        places.push(row * ofRow + 31 - Math.clz32(bits & -bits));
    return places;
  }
}
