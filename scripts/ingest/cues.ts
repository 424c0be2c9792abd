/**
 * What speaks for one reading of a unit and against another, in words that weights were learnt for: cues of the unit
 * itself and of what stands around it, of a place where an article may begin, and of the way through the grammar.
 */
import type { Between } from './between.ts';
import { addBreaks } from './breaks.ts';
import type { Byline } from './byline.ts';
import type { Layout, Unit } from './layout.ts';
import { leaningsIn } from './leanings.ts';
import type { Features } from './looks.ts';
import { soundsLikePenName } from './names.ts';
import { Sieve } from './needs.ts';
import { returnsIn } from './returns.ts';
import type { State } from './state.ts';
import { type Ending, simplify, simplifyPattern } from './text.ts';
import { cueNumber, cuesCounted, cuesNamed } from './vocabulary.ts';

/** The step of a value on a stair of edges: 0 up to the first, then one more for each edge that it is above. */
export function stair(value: number, edges: readonly number[]): number {
  let step = 0;
  while (step < edges.length && value > (edges[step] as number)) step++;
  return step;
}

export const shapes = [
  'none',
  'furniture',
  'note',
  'byline',
  'carrier',
  'role',
  'prose',
  'torn',
  'sentence',
  'middling',
  'call',
  'name',
  'short',
  'line',
] as const;
export type Shape = (typeof shapes)[number];

/** What a unit looks like at a glance, for those who stand beside it. */
export function shapeOf(features: Features | undefined): Shape {
  if (!features) return 'none';
  const { furniture, byline, headings, role, width, ending, bareName, authorNote } = features;
  if ((furniture?.score ?? 0) >= 3) return 'furniture';
  if (authorNote) return 'note';
  if ((byline?.score ?? 0) >= 2.5) return 'byline';
  if (headings[0]?.byline && headings[0].score >= 4) return 'carrier';
  if (role >= 1) return 'role';
  if (width >= 35) return ending === 'sentence' ? 'prose' : 'torn';
  if (width >= 24) return ending === 'sentence' ? 'sentence' : 'middling';
  if (ending === 'sentence') return 'call';
  if (bareName) return 'name';
  return width <= 10 ? 'short' : 'line';
}

function nameOfGap(gap: number, layout: Layout): string {
  return gap > layout.usualGap ? 'wide' : gap < layout.usualGap ? 'narrow' : 'usual';
}

const flags = [
  'torn',
  'startsInside',
  'innerSentence',
  'innerCall',
  'innerComma',
  'colon',
  'asks',
  'listed',
  'counted',
  'marked',
  'inList',
  'nearPicture',
  'literal',
  'authorNote',
  'notedAuthor',
  'bareName',
  'rolesOfNeighbour',
  'repeatsByline',
  'introduces',
  'cutBelow',
  'cutAbove',
  'salutes',
  'apart',
] as const satisfies readonly (keyof Features)[];

/** A text that speaks of the piece, or of its authors as others: standfirsts do. */
const ofItself = simplifyPattern(
  /本文|文中|下文|這篇文章|(?:[兩三]位|本文|文章)?作者(?!權)|[兩三]位(?:學者|教師|教育工作者|工程師|醫生|律師|議員|社工)/u,
);

/** How a story opens: when it was, or who. Texts do, and what follows a standfirst; standfirsts hardly ever. */
const opening = simplifyPattern(
  /^(?:「|上(?:周|星期|月|個)|去年|前年|那年|當年|今早|[昨前][天日晚]|清[早晨]|凌晨|傍晚|黃昏|深夜|午夜|早上|晚上|[一二三四五六七八九十]{1,3}(?:月|年前|時|點)|\d{1,4}年|星期[一二三四五六日]|周[一二三四五六日末]|某[天日]|有[一人位]|一[個名位間場部架艘條]|記得|小時候|我|筆者|阿|每[天年逢]|農曆|朋友|兒子|女兒|媽媽|爸爸|鄰居)/u,
);

/** Whether a text of some length opens like a story. */
function opens(unit: Unit): boolean {
  return unit.width >= 24 && opening.test(simplify(unit.text.slice(0, 8)));
}

const ofItselfSieve = new Sieve([ofItself], true);

const named = {
  width: cuesCounted('width'),
  ends: cuesNamed<Ending>('ends:'),
  is: cuesNamed<Shape>('is:'),
  above: cuesNamed<Shape>('above:'),
  below: cuesNamed<Shape>('below:'),
  secondAbove: cuesNamed<Shape>('second above:'),
  secondBelow: cuesNamed<Shape>('second below:'),
  gap: cuesNamed('gap:'),
  gapBelow: cuesNamed('gap below:'),
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
  worth: cuesCounted('worth'),
  wideWorth: cuesCounted('worth', ' wide'),
  lastEnds: cuesNamed<Ending | 'none'>('last ends:'),
  lastIs: cuesNamed<Shape>('last is:'),
};

/** Cues of one name. */
const plain = {
  flags: flags.map((flag) => [flag, cueNumber(flag)] as const),
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
  /** For each unit, by number. */
  units: number[][];
  leanings: (number | undefined)[];
};

const widths = [2, 3, 5.5, 8, 12, 16, 22, 28, 34, 60, 120, 300];
const authorEdges = [0, 1, 2, 3, 4];
const leaningEdges = [-0.5, -0.25, -0.1, 0.1, 0.25, 0.5];

/** Whether a colon stands among the first characters of a text. */
function hasEarlyColon(text: string): boolean {
  for (let at = Math.min(text.length, 6) - 1; at >= 0; at--) {
    const unit = text.charCodeAt(at);
    if (unit === 0x3a || unit === 0xff1a) return true;
  }
  return false;
}

/** The cues of all units of a file, in order. */
export function cuesIn(units: readonly Unit[], features: readonly Features[], layout: Layout): Cues {
  const leaning = leaningsIn(units, features);
  const again = returnsIn(units, features);
  const seenShapes = features.map(shapeOf);
  const areOpening = units.map(opens);
  const shapeAt = (at: number): Shape => seenShapes[at] ?? 'none';
  return {
    leanings: leaning,
    units: units.map(({ text, full, indented, deep }, at) => {
      const seen = features[at] as Features;
      const { byline, headings, furniture, role } = seen;
      const cues = [
        named.width(stair(seen.width, widths)),
        named.ends(seen.ending),
        named.above(shapeAt(at - 1)),
        named.below(shapeAt(at + 1)),
        named.secondAbove(shapeAt(at - 2)),
        named.secondBelow(shapeAt(at + 2)),
        named.gap(nameOfGap(units[at]?.gap ?? 0, layout)),
        named.gapBelow(nameOfGap(units[at + 1]?.gap ?? 0, layout)),
      ];
      for (const [flag, cue] of plain.flags) if (seen[flag]) cues.push(cue);
      addBreaks(cues, units, features, at);
      if (seen.parts >= 2) cues.push(plain.parts);
      if (role >= 1) cues.push(plain.role[role >= 2 ? 1 : 0]);
      if (byline)
        cues.push(named.author(`${stair(byline.score, authorEdges)}${byline.authors[0]?.kind ?? ''}`));
      if (byline?.authors[0]?.kind === 'pen-name' && soundsLikePenName(text)) cues.push(plain.penName);
      if (headings[0]) cues.push(named.heading(stair(headings[0].score, [1, 2.6, 4])));
      if (furniture)
        cues.push(named.furniture(furniture.kind), named.furnitureScore(stair(furniture.score, [1, 2.5, 4])));
      const leans = leaning[at];
      if (leans !== undefined) cues.push(named.leans(stair(leans, leaningEdges)));
      if (again[at]) cues.push(named.returns(again[at]));
      if (at < 2) cues.push(named.top(at));
      if (at >= units.length - 2) cues.push(named.end(units.length - at));
      if (full) cues.push(plain.full);
      if (deep) cues.push(plain.deep);
      if (layout.indents) cues.push(indented ? plain.indented : plain.notIndented);
      if (layout.columns) cues.push(plain.column);
      const first = text.charAt(0);
      if (first === '「' || first === '『') cues.push(plain.quotes);
      if (/\d/u.test(text)) cues.push(plain.digit);
      if (first === '【' || first === '〔' || first === '[') cues.push(plain.bracket);
      if (hasEarlyColon(text)) cues.push(plain.earlyColon);
      if (seen.width >= 24) {
        if (ofItselfSieve.look(text).mayAny() && ofItself.test(simplify(text))) cues.push(plain.ofItself);
        if (areOpening[at]) cues.push(plain.opens);
        if (areOpening[at + 1]) cues.push(plain.belowOpens);
      }
      return cues;
    }),
  };
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
  {
    features,
    layout,
    between,
    cues,
  }: { features: readonly Features[]; layout: Layout; between: Between; cues: Cues },
  at: number,
  last: number,
): number[] {
  const seen = features[at] as Features;
  const gap = nameOfGap(between.gap(last, at), layout);
  const leans = cues.leanings[at];
  return [
    named.gap(gap),
    named.shift(stair(seen.shift, [-0.5, 0, 0.5, 1, 1.5, 2])),
    (gap === 'wide' ? named.wideWorth : named.worth)(stair(layout.gapWorth, [0.5, 1.5, 2.5])),
    named.lastEnds(features[last]?.ending ?? 'none'),
    named.lastIs(shapeOf(features[last])),
    leans === undefined ? plain.leansNowhere : named.leans(stair(leans, leaningEdges)),
    named.furnitureAbove(last < at - 1 ? (features[at - 1]?.furniture?.kind ?? 'other') : 'none'),
    named.below(shapeOf(features[at + 1])),
    named.is(shapeOf(seen)),
    ...(seen.apart ? [plain.apart] : []),
  ];
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
