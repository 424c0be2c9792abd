/**
 * Folding for programs that run on Node: one form for characters that readers take for the same, so that
 * Traditional, Simplified and variant forms, widths, cases and accents find each other.
 *
 * Han characters go through OpenCC one by one, which keeps every text as long as it was, and through the list of
 * variants that OpenCC leaves apart.
 */
import { Converter } from 'opencc-js';
import { createFolding, foldText, type HanTable } from './folding.ts';
import { UnitWriter } from './unit-writer.ts';
import { variantGroups } from './variants.ts';

const converters = [
  Converter({ from: 't', to: 'cn' }),
  Converter({ from: 'hk', to: 'cn' }),
  Converter({ from: 'tw', to: 'cn' }),
];

const variants = new Map<string, string>();
for (const group of variantGroups) {
  const [target, ...others] = Array.from(group);
  for (const other of others) if (!variants.has(other)) variants.set(other, target as string);
}

function isOneCharacter(text: string): boolean {
  return Array.from(text).length === 1;
}

/** One step: the listed variant, else the first converter that has another form. */
function step(character: string): string {
  const listed = variants.get(character);
  if (listed !== undefined) return listed;
  for (const convert of converters) {
    const converted = convert(character);
    if (converted !== character && isOneCharacter(converted)) return converted;
  }
  return character;
}

const han = /\p{Script=Han}|[○◯]/u;
const foldedHan = new Map<string, string>();

function foldHan(character: string): string {
  if (!han.test(character)) return character;
  let folded = foldedHan.get(character);
  if (folded === undefined) {
    const seen = new Set<string>();
    folded = character;
    // Lists that send two forms to each other would never come to rest.
    while (!seen.has(folded)) {
      seen.add(folded);
      folded = step(folded);
    }
    foldedHan.set(character, folded);
  }
  return folded;
}

/** Folds one character with its combining marks. */
export const folding = createFolding(foldHan);

const units = 0x1_0000;
/** What is known of a UTF-16 unit; 0 where it was not yet asked for. */
const kind = { single: 1, several: 2, partly: 3 } as const;
const kinds = new Uint8Array(units);
const folded = new Uint16Array(units);
/** Marks belong to what stands before them, and halves of characters to each other. */
const partly = /[\p{M}\ud800-\udfff]/u;

function learn(unit: number): number {
  const character = String.fromCharCode(unit);
  const result = folding(character);
  if (partly.test(character)) kinds[unit] = kind.partly;
  else if (result.length !== 1) kinds[unit] = kind.several;
  else {
    kinds[unit] = kind.single;
    folded[unit] = result.charCodeAt(0);
  }
  return kinds[unit] as number;
}

const writer = new UnitWriter();

/** Folds a text. Equal results mean that readers find one by typing the other. */
export function fold(text: string): string {
  writer.begin(text.length);
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const what = kinds[unit] || learn(unit);
    if (what === kind.single) writer.put(folded[unit] as number);
    else if (what === kind.several) writer.add(folding(text[at] as string));
    else return foldText(text, folding);
  }
  return writer.text();
}

/** Ranges of code points in which folding changes characters beyond what Unicode itself says. */
const hanRanges = [
  [0x25cb, 0x25ef],
  [0x2e80, 0x2fdf],
  [0x3400, 0x9fff],
  [0x20000, 0x323af],
] as const;

/** The table that gives a browser the same folding without OpenCC. */
export function hanTable(): HanTable {
  const table = { from: '', to: '' };
  for (const [first, last] of hanRanges) {
    for (let code = first; code <= last; code++) {
      const character = String.fromCodePoint(code);
      const folded = foldHan(character);
      if (folded === character) continue;
      table.from += character;
      table.to += folded;
    }
  }
  return table;
}
