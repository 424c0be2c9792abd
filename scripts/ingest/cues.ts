/**
 * What speaks for one reading of a unit and against another, in words that weights were learnt for: cues of the unit
 * itself and of what stands around it, of a place where an article may begin, and of the way through the grammar.
 */
import type { Between } from './between.ts';
import { addBreaks } from './breaks.ts';
import type { Byline } from './byline.ts';
import { narrowestText } from './concord.ts';
import type { Layout, Unit } from './layout.ts';
import { leaningsIn } from './leanings.ts';
import type { Features } from './looks.ts';
import { soundsLikePenName } from './names.ts';
import { Sieve } from './needs.ts';
import { alikeAgain } from './returns.ts';
import { shapeNumbers, shapeOf, shapes } from './shapes.ts';
import type { State } from './state.ts';
import { type Ending, simplify, simplifyPattern } from './text.ts';
import { cueNumber, cuesCounted, cuesListed, cuesNamed, stair } from './vocabulary.ts';

const gaps = ['narrow', 'usual', 'wide'] as const;
const wide = gaps.indexOf('wide');

/** How a gap is to the usual one, as a place in their list. */
function gapNumber(gap: number, { usualGap }: Layout): number {
  return 1 + Math.sign(gap - usualGap);
}

/** How a story opens: when it was, or who. Texts do, and what follows a standfirst; standfirsts hardly ever. */
const opening = simplifyPattern(
  /^(?:「|上(?:周|星期|月|個)|去年|前年|那年|當年|今早|[昨前][天日晚]|清[早晨]|凌晨|傍晚|黃昏|深夜|午夜|早上|晚上|[一二三四五六七八九十]{1,3}(?:月|年前|時|點)|\d{1,4}年|星期[一二三四五六日]|周[一二三四五六日末]|某[天日]|有[一人位]|一[個名位間場部架艘條]|記得|小時候|我|筆者|阿|每[天年逢]|農曆|朋友|兒子|女兒|媽媽|爸爸|鄰居)/u,
);

const openingSieve = new Sieve([opening], true);
const longestOpening = 8;

/** Whether a text of some length opens like a story. */
function opens(unit: Unit): boolean {
  if (unit.width < 24) return false;
  const begin = unit.text.slice(0, longestOpening);
  return openingSieve.look(begin).mayAny() && opening.test(simplify(begin));
}

const named = {
  width: cuesCounted('width'),
  ends: cuesNamed<Ending>('ends:'),
  is: cuesListed('is:', shapes),
  above: cuesListed('above:', shapes),
  below: cuesListed('below:', shapes),
  secondAbove: cuesListed('second above:', shapes),
  secondBelow: cuesListed('second below:', shapes),
  gap: cuesListed('gap:', gaps),
  gapBelow: cuesListed('gap below:', gaps),
  author: cuesNamed('author'),
  as: cuesNamed('as '),
  heading: cuesCounted('heading'),
  furniture: cuesNamed('furniture:'),
  furnitureScore: cuesCounted('furniture'),
  furnitureAbove: cuesNamed('furniture above:'),
  leans: cuesCounted('leans'),
  returns: cuesCounted('returns'),
  top: cuesCounted('top'),
  end: cuesCounted('end'),
  shift: cuesCounted('shift'),
  concord: cuesCounted('concord'),
  concordLeans: cuesCounted('concord leans'),
  concordLeads: cuesCounted('concord leads'),
  worth: cuesCounted('worth'),
  wideWorth: cuesCounted('worth', ' wide'),
  lastEnds: cuesNamed<Ending | 'none'>('last ends:'),
  lastIs: cuesListed('last is:', shapes),
};

/** Cues of one name. */
const plain = {
  torn: cueNumber('torn'),
  startsInside: cueNumber('startsInside'),
  innerSentence: cueNumber('innerSentence'),
  innerCall: cueNumber('innerCall'),
  innerComma: cueNumber('innerComma'),
  colon: cueNumber('colon'),
  asks: cueNumber('asks'),
  listed: cueNumber('listed'),
  counted: cueNumber('counted'),
  marked: cueNumber('marked'),
  inList: cueNumber('inList'),
  nearPicture: cueNumber('nearPicture'),
  literal: cueNumber('literal'),
  authorNote: cueNumber('authorNote'),
  notedAuthor: cueNumber('notedAuthor'),
  bareName: cueNumber('bareName'),
  rolesOfNeighbour: cueNumber('rolesOfNeighbour'),
  repeatsByline: cueNumber('repeatsByline'),
  introduces: cueNumber('introduces'),
  cutBelow: cueNumber('cutBelow'),
  cutAbove: cueNumber('cutAbove'),
  salutes: cueNumber('salutes'),
  parts: cueNumber('parts'),
  role: [cueNumber('role1'), cueNumber('role2')] as const,
  leansNowhere: cueNumber('leans'),
  full: cueNumber('full'),
  deep: cueNumber('deep'),
  indented: cueNumber('indented'),
  notIndented: cueNumber('not indented'),
  column: cueNumber('column'),
  quotes: cueNumber('quotes'),
  digit: cueNumber('digit'),
  bracket: cueNumber('bracket'),
  earlyColon: cueNumber('early colon'),
  ofItself: cueNumber('of itself'),
  opens: cueNumber('opens'),
  belowOpens: cueNumber('below opens'),
  apart: cueNumber('apart'),
  penName: cueNumber('sounds like a pen name'),
  isMarked: cueNumber('is marked'),
  isNotMarked: cueNumber('is not marked'),
};

/** What can be cued of all units of a file. */
export type Cues = {
  /** The cues of all units, by number; those of a unit stand from its start up to the next. */
  numbers: readonly number[];
  starts: readonly number[];
  /** For each unit the number of its shape, and that of nothing behind the last. */
  shapes: Uint8Array;
  leanings: readonly (number | undefined)[];
};

/** A page with its cues. */
export type Cued = { features: readonly Features[]; layout: Layout; between: Between; cues: Cues };

const widths = [2, 3, 5.5, 8, 12, 16, 22, 28, 34, 60, 120, 300];
const authorEdges = [0, 1, 2, 3, 4];
const headingEdges = [1, 2.6, 4];
const furnitureEdges = [1, 2.5, 4];
const shiftEdges = [-0.5, 0, 0.5, 1, 1.5, 2];
const worthEdges = [0.5, 1.5, 2.5];
const concordEdges = [0.12, 0.15, 0.18, 0.21, 0.24, 0.28, 0.33];
const concordLeadingEdges = [-0.1, -0.05, 0, 0.05, 0.1, 0.15];
const concordLeaningEdges = [-0.05, 0, 0.04, 0.08, 0.12, 0.17, 0.24];
const leaningEdges = [-0.5, -0.25, -0.1, 0.1, 0.25, 0.5];

/** Whether a colon stands among the first characters of a text. */
function hasEarlyColon(text: string): boolean {
  for (let at = Math.min(text.length, 6) - 1; at >= 0; at--) {
    const unit = text.charCodeAt(at);
    if (unit === 0x3a || unit === 0xff1a) return true;
  }
  return false;
}

/** Adds what can be said of a unit in one word. */
function addFlags(cues: number[], seen: Features): void {
  if (seen.torn) cues.push(plain.torn);
  if (seen.startsInside) cues.push(plain.startsInside);
  if (seen.innerSentence) cues.push(plain.innerSentence);
  if (seen.innerCall) cues.push(plain.innerCall);
  if (seen.innerComma) cues.push(plain.innerComma);
  if (seen.colon) cues.push(plain.colon);
  if (seen.asks) cues.push(plain.asks);
  if (seen.listed) cues.push(plain.listed);
  if (seen.counted) cues.push(plain.counted);
  if (seen.marked) cues.push(plain.marked);
  if (seen.inList) cues.push(plain.inList);
  if (seen.nearPicture) cues.push(plain.nearPicture);
  if (seen.literal) cues.push(plain.literal);
  if (seen.authorNote) cues.push(plain.authorNote);
  if (seen.notedAuthor) cues.push(plain.notedAuthor);
  if (seen.bareName) cues.push(plain.bareName);
  if (seen.rolesOfNeighbour) cues.push(plain.rolesOfNeighbour);
  if (seen.repeatsByline) cues.push(plain.repeatsByline);
  if (seen.introduces) cues.push(plain.introduces);
  if (seen.cutBelow) cues.push(plain.cutBelow);
  if (seen.cutAbove) cues.push(plain.cutAbove);
  if (seen.salutes) cues.push(plain.salutes);
  if (seen.apart) cues.push(plain.apart);
}

/** Adds what furniture, author and heading a unit may be. */
function addReadings(cues: number[], { text }: Unit, { byline, headings, furniture }: Features): void {
  const kind = byline?.authors[0]?.kind;
  if (byline) cues.push(named.author(`${stair(byline.score, authorEdges)}${kind ?? ''}`));
  if (kind === 'pen-name' && soundsLikePenName(text)) cues.push(plain.penName);
  if (headings[0]) cues.push(named.heading(stair(headings[0].score, headingEdges)));
  if (furniture)
    cues.push(named.furniture(furniture.kind), named.furnitureScore(stair(furniture.score, furnitureEdges)));
}

/** Adds what stands in the text of a unit. */
function addText(cues: number[], text: string, { digit }: Features): void {
  const first = text.charAt(0);
  if (first === '「' || first === '『') cues.push(plain.quotes);
  if (digit) cues.push(plain.digit);
  if (first === '【' || first === '〔' || first === '[') cues.push(plain.bracket);
  if (hasEarlyColon(text)) cues.push(plain.earlyColon);
}

/** Adds how far what stands above is of the same as what stands below. */
function addConcord(cues: number[], { concord, width }: Features): void {
  if (!concord) return;
  cues.push(named.concord(stair(concord.between, concordEdges)));
  if (concord.leans === undefined) return;
  cues.push(
    width >= narrowestText
      ? named.concordLeads(stair(concord.leans, concordLeadingEdges))
      : named.concordLeans(stair(concord.leans, concordLeaningEdges)),
  );
}

/** The cues of all units of a file. */
export function cuesIn(units: readonly Unit[], features: readonly Features[], layout: Layout): Cues {
  const leanings = leaningsIn(units, features);
  const again = alikeAgain(units, features);
  const count = units.length;
  const seenShapes = new Uint8Array(count + 1).fill(shapeNumbers.none);
  for (let at = 0; at < count; at++) seenShapes[at] = shapeNumbers[shapeOf(features[at])];
  const shapeAt = (at: number): number => seenShapes[at] ?? shapeNumbers.none;
  const areOpening = units.map(opens);
  const numbers: number[] = [];
  const starts = [0];
  for (let at = 0; at < count; at++) {
    const unit = units[at] as Unit;
    const seen = features[at] as Features;
    numbers.push(
      named.width(stair(seen.width, widths)),
      named.ends(seen.ending),
      named.above[shapeAt(at - 1)] as number,
      named.below[shapeAt(at + 1)] as number,
      named.secondAbove[shapeAt(at - 2)] as number,
      named.secondBelow[shapeAt(at + 2)] as number,
      named.gap[gapNumber(unit.gap, layout)] as number,
      named.gapBelow[gapNumber(units[at + 1]?.gap ?? 0, layout)] as number,
    );
    addFlags(numbers, seen);
    addBreaks(numbers, units, features, at);
    if (seen.parts >= 2) numbers.push(plain.parts);
    if (seen.role >= 1) numbers.push(plain.role[seen.role >= 2 ? 1 : 0]);
    addReadings(numbers, unit, seen);
    const leans = leanings[at];
    if (leans !== undefined) numbers.push(named.leans(stair(leans, leaningEdges)));
    addConcord(numbers, seen);
    const returns = again[at] as number;
    if (returns > 0) numbers.push(named.returns(returns));
    if (at < 2) numbers.push(named.top(at));
    if (at >= count - 2) numbers.push(named.end(count - at));
    if (unit.full) numbers.push(plain.full);
    if (unit.deep) numbers.push(plain.deep);
    if (layout.indents) numbers.push(unit.indented ? plain.indented : plain.notIndented);
    if (layout.columns) numbers.push(plain.column);
    addText(numbers, unit.text, seen);
    if (seen.ofItself) numbers.push(plain.ofItself);
    if (areOpening[at]) numbers.push(plain.opens);
    if (unit.width >= 24 && areOpening[at + 1]) numbers.push(plain.belowOpens);
    starts.push(numbers.length);
  }
  return { numbers, starts, shapes: seenShapes, leanings };
}

/** The cues of an author line, beside those of its unit, by number. */
export function cuesOfByline({ authors, score, marked }: Byline): number[] {
  return [
    named.as(`${authors[0]?.kind ?? 'person'}${stair(score, authorEdges)}`),
    marked ? plain.isMarked : plain.isNotMarked,
  ];
}

/**
 * The cues of an article beginning at a unit, after another, by number.
 *
 * @param last index of the last unit that was not furniture
 */
export function cuesOfBeginning(
  { features, layout, between, cues }: Cued,
  at: number,
  last: number,
): number[] {
  const seen = features[at] as Features;
  const gap = gapNumber(between.gap(last, at), layout);
  const leans = cues.leanings[at];
  const shape = (of: number): number => cues.shapes[of] ?? shapeNumbers.none;
  const found = [
    named.gap[gap] as number,
    named.shift(stair(seen.shift, shiftEdges)),
    (gap === wide ? named.wideWorth : named.worth)(stair(layout.gapWorth, worthEdges)),
    named.lastEnds(features[last]?.ending ?? 'none'),
    named.lastIs[shape(last)] as number,
    leans === undefined ? plain.leansNowhere : named.leans(stair(leans, leaningEdges)),
    named.furnitureAbove(last < at - 1 ? (features[at - 1]?.furniture?.kind ?? 'other') : 'none'),
    named.below[shape(at + 1)] as number,
    named.is[shape(at)] as number,
  ];
  addConcord(found, seen);
  if (seen.apart) found.push(plain.apart);
  return found;
}

/** Where the reader is, as far as it matters to what comes next. */
export function cueOfState({ phase, last, headlines, byline, standfirst }: State): string {
  if (phase === 'header')
    return `header ${last} ${Math.min(2, headlines)}${byline ? ' byline' : ''}${standfirst ? ' standfirst' : ''}`;
  return `${phase} ${last}${phase === 'body' && byline ? ' byline' : ''}`;
}

/** What the article lacks that ends here. */
export function cueOfEnd({ phase, last, byline, headlines, paragraphs }: State): string {
  return `${phase} ${last}${byline ? ' byline' : ''}${headlines > 0 ? ' headline' : ''} ${paragraphs}`;
}
