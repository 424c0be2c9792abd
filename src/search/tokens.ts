/**
 * How streams of units are written as words for Pagefind, and which words a pattern asks for.
 *
 * Each unit takes one position and is indexed together with the unit after it, so that any two neighbours are one
 * word. A gap takes a position of its own, the end of a block takes two; both hold a filler that indexes nothing.
 * Units are therefore neighbours where their positions are, and no pattern reaches over the edge of a block.
 * Words are ASCII letters and digits only, which no segmenter cuts and no stemmer of Chinese touches.
 */
import type { Pattern } from './pattern.ts';
import { plainUnit, runStart, type Stream } from './units.ts';

/** Takes a position and stands for no word. */
export const filler = '·';

const han = { first: 0x3400, last: 0x9fff } as const;
const asciiSize = 0x80;
const gapMark = 'z';
const otherUnit = 'y';
const otherRunStart = 'x';

const codes = new Map<string, string>();

/** No code is the beginning of another, and none begins with the gap mark, so that words of codes are unique. */
function codeOf(unit: string): string {
  let code = codes.get(unit);
  if (code === undefined) {
    const plain = plainUnit(unit);
    const point = plain.codePointAt(0) as number;
    const starts = plain !== unit;
    if (point < asciiSize) code = base36(point + (starts ? asciiSize : 0), 3);
    else if (point >= han.first && point <= han.last) code = base36(point - han.first + 2 * asciiSize, 3);
    else code = (starts ? otherRunStart : otherUnit) + base36(point, 4);
    codes.set(unit, code);
  }
  return code;
}

function base36(value: number, digits: number): string {
  return value.toString(36).padStart(digits, '0');
}

/** The word for two units with nothing between them. */
export function nextTo(unit: string, next: string): string {
  return codeOf(unit) + codeOf(next);
}

/** The word for two units with punctuation or white space between them. */
export function apart(unit: string, next: string): string {
  return codeOf(unit) + gapMark + codeOf(next);
}

/** The words of a block: the n-th stands at the n-th position from where the block begins. */
export function wordsOf({ units, gaps }: Stream): string[] {
  const words: string[] = [];
  for (const [at, unit] of units.entries()) {
    if (gaps[at]) words.push(filler);
    const next = units[at + 1];
    if (next === undefined) words.push(filler, filler);
    else words.push(gaps[at + 1] ? apart(unit, next) : nextTo(unit, next));
  }
  return words;
}

/** The position of each unit of a block, counted from where the block begins; the same count as in `wordsOf`. */
export function positionsOf({ units, gaps }: Stream): number[] {
  const positions: number[] = [];
  let position = 0;
  for (const at of units.keys()) {
    if (gaps[at]) position++;
    positions.push(position++);
  }
  return positions;
}

/**
 * What has to be looked up for the step from unit `at` of a pattern to the next. More than one word, where a unit may
 * either begin a run or go on with one: in 5G-A, the A does as punctuation is there or not.
 */
export interface Link {
  at: number;
  near: string[];
  /** Empty where the units must be neighbours. */
  far: string[];
}

const run = /[\p{Script=Latin}\p{Nd}]/u;

function formsOf({ units, loose }: Pattern, at: number): string[] {
  const unit = units[at] as string;
  const plain = plainUnit(unit);
  return loose[at] && plain !== unit ? [unit, plain] : [unit];
}

function linkAt(pattern: Pattern, at: number): Link {
  const forms = formsOf(pattern, at);
  const next = pattern.units[at + 1] as string;
  if (!pattern.loose[at + 1]) return { at, near: forms.map((form) => nextTo(form, next)), far: [] };
  const goesOn = run.test(plainUnit(pattern.units[at] as string));
  const nearNext = goesOn ? plainUnit(next) : next;
  return {
    at,
    near: forms.map((form) => nextTo(form, nearNext)),
    far: forms.map((form) => apart(form, next)),
  };
}

/**
 * The links to look up for a pattern of two units or more, in its order. Where units must be neighbours, every
 * second link says enough: positions show that nothing stands between.
 */
export function linksOf(pattern: Pattern): Link[] {
  const { units, loose } = pattern;
  const links: Link[] = [];
  let skipped = true;
  for (let at = 0; at + 1 < units.length; at++) {
    const closes = at + 2 === units.length || loose[at + 2] === true;
    if (loose[at + 1] || skipped || closes) links.push(linkAt(pattern, at));
    else {
      skipped = true;
      continue;
    }
    skipped = loose[at + 1] === true;
  }
  return links;
}

/** Units by which single characters are found: all but those inside a Latin or numeric run. */
export function standsAlone(unit: string): boolean {
  return unit.startsWith(runStart) || !run.test(unit);
}
