/** What speaks for some headings of an article being its headline, and another its series: cues that weights were learnt for. */

import { type HeadLook, lookOf } from './head-look.ts';
import { jointOf, rightBelow, tellsJoint } from './joints.ts';
import { hasSeriesWord, type SeriesKnowledge } from './series-look.ts';
import type { Draft, HeadLine } from './sheet.ts';
import { simplify, simplifyPattern } from './text.ts';
import { cueName, cueNumber, cuesCounted, cuesNamed, stair } from './vocabulary.ts';

/** What is known of headings beyond their looks. */
export type Evidence = {
  /** How well a heading says what the article says, 0 to about 1. */
  affinity: (head: HeadLine) => number;
  /** How well it says what the one says that it fits best of those without a heading of their own; 0 where there is none. */
  elsewhere: (head: HeadLine) => number;
  known: SeriesKnowledge;
  /** How much a heading at a place looks like the name of a series. */
  likeness: (head: HeadLine, at: number) => number;
};

const widths = [4, 6, 8, 11, 15, 20, 26];
const loneWidths = [4, 6, 8, 11];
export const affinityEdges = [0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.6];
const aheadEdges = [-0.2, -0.1, -0.03, 0.03, 0.1, 0.2];
const elsewhereEdges = [0.05, 0.12, 0.2, 0.3];
const likenessEdges = [-3, -1.5, -0.5, 0.5, 1.5, 3, 5];
const narrowerEdges = [-8, -3, 0.5, 4, 9];
const lessAffineEdges = [-0.2, -0.05, 0.05, 0.2];

/** What sentences are made with, and headlines; names of columns hardly ever. */
const clauseWord = simplifyPattern(
  /[不再是會要能被把讓由當若還也才就誰怎何了嗎須應先別莫勿未已]|在(?!線)|甚麼|什麼|如何|為何|怎樣/gu,
);

const counted = {
  width: cuesCounted('width'),
  clause: cuesCounted('clause'),
  lines: cuesCounted('lines'),
  noneOf: cuesCounted('none of '),
  loneWidth: cuesCounted('lone width'),
  loneNoneWidth: cuesCounted('lone is none width'),
  affinity: cuesCounted('affinity'),
  of: cuesCounted('of'),
  fromTop: cuesCounted('from top'),
  fromBottom: cuesCounted('from bottom'),
  ahead: cuesCounted('ahead'),
  elsewhere: cuesCounted('elsewhere'),
  spare: cuesCounted('spare'),
  likeness: cuesCounted('likeness'),
  narrower: cuesCounted('narrower'),
  lessAffine: cuesCounted('less affine'),
};

const named = {
  carried: cuesNamed<'title' | 'series'>('carried as '),
  loneOf: cuesNamed('lone of '),
  loneNoneOf: cuesNamed('lone is none of '),
};

/** Cues of one name. */
const plain = {
  parts: cueNumber('parts'),
  asks: cueNumber('asks'),
  calls: cueNumber('calls'),
  colon: cueNumber('colon'),
  quotes: cueNumber('quotes'),
  latin: cueNumber('latin'),
  bracket: cueNumber('bracket'),
  partMark: cueNumber('part mark'),
  seriesWord: cueNumber('series word'),
  apart: cueNumber('apart'),
  loneSeriesWord: cueNumber('lone series word'),
  loneNoneSeriesWord: cueNumber('lone is none series word'),
  noByline: cueNumber('no byline'),
  aboveByline: cueNumber('above byline'),
  belowByline: cueNumber('below byline'),
  none: cueNumber('none'),
  alone: cueNumber('alone'),
  aboveTitle: cueNumber('above title'),
  aboveTouching: cueNumber('above title, touching'),
  belowTitle: cueNumber('below title'),
  belowTouching: cueNumber('below title, touching'),
};

/** A heading of a draft with all that its choices ask of it. */
export type Seen = {
  head: HeadLine;
  look: HeadLook;
  /** Cues of its own looks. */
  looks: readonly number[];
  affinity: number;
  elsewhere: number;
  likeness: number;
  /** Nothing says that it is a headline, and its name is known as a series. */
  isKnown: boolean;
  /** The cue of where it stands to the author line. */
  besideByline: number;
};

/** Cues of a heading's own looks. */
function looksOf({ text, carried, apart }: HeadLine, look: HeadLook): number[] {
  const cues = [counted.width(stair(look.width, widths))];
  if (look.parted) cues.push(plain.parts);
  if (/[？?]$/u.test(text)) cues.push(plain.asks);
  if (/[！!]$/u.test(text)) cues.push(plain.calls);
  if (look.colon) cues.push(plain.colon);
  if (/[「『]/u.test(text)) cues.push(plain.quotes);
  if (/[A-Za-z\d]/u.test(text)) cues.push(plain.latin);
  if (look.bracketed) cues.push(plain.bracket);
  if (look.partMarked) cues.push(plain.partMark);
  if (look.namedAsSeries) cues.push(plain.seriesWord);
  cues.push(counted.clause(Math.min(2, simplify(text).match(clauseWord)?.length ?? 0)));
  if (carried) cues.push(named.carried(carried));
  if (apart) cues.push(plain.apart);
  return cues;
}

/** Whether a heading stands over the author line of its header, under it, or in a header without one. */
function besideByline({ bylines }: Draft, { units }: HeadLine): number {
  const byline = bylines.find(({ signature }) => !signature)?.units[0];
  if (byline === undefined) return plain.noByline;
  return (units[0] ?? 0) < byline ? plain.aboveByline : plain.belowByline;
}

/** The headings of a draft. */
export function seenIn(draft: Draft, { affinity, elsewhere, known, likeness }: Evidence): Seen[] {
  return draft.heads.map((head, at) => {
    const look = lookOf(head);
    return {
      head,
      look,
      looks: looksOf(head, look),
      affinity: affinity(head),
      elsewhere: elsewhere(head),
      likeness: likeness(head, at),
      isKnown: head.carried !== 'title' && known(look.name),
      besideByline: besideByline(draft, head),
    };
  });
}

/** How well the lines of a headline say what the article says. */
export function meanAffinity(lines: readonly Seen[]): number {
  let sum = 0;
  for (const { affinity } of lines) sum += affinity;
  return sum / lines.length;
}

/** How much better the lines of a headline say what an article without headings says. */
export function fitsElsewhere(lines: readonly Seen[]): number {
  return Math.max(...lines.map(({ elsewhere }) => elsewhere)) - meanAffinity(lines);
}

/** Adds the cues of what stands alone over a text: it is its headline, or the name of a column whose pieces have none. */
function addLone(cues: number[], { bylines }: Draft, { head, look }: Seen, isTitle: boolean): void {
  cues.push((isTitle ? counted.loneWidth : counted.loneNoneWidth)(stair(look.width, loneWidths)));
  if (hasSeriesWord(head.text)) cues.push(isTitle ? plain.loneSeriesWord : plain.loneNoneSeriesWord);
  const of = bylines[0]?.byline.authors[0]?.kind ?? (bylines.length > 0 ? 'person' : 'nobody');
  cues.push((isTitle ? named.loneOf : named.loneNoneOf)(of));
}

/** Adds the cues of two lines of one headline. */
function addJoint(cues: number[], above: Seen, below: Seen): void {
  const a = above.look.width;
  const b = below.look.width;
  const joint = jointOf(above.head, below.head) === '' ? 'closed' : 'open';
  const blanks = `${above.look.parted ? ' above' : ''}${below.look.parted ? ' below' : ''}`;
  cues.push(
    cueNumber(`joint ${joint}${above.head.full ? ' full' : ''}`),
    cueNumber(
      `joint widths${stair(Math.max(a, b), [8, 11, 15, 20])} ${stair(Math.abs(a - b), [0.5, 1.5, 3.5, 6.5])}`,
    ),
    cueNumber(`joint narrow${stair(Math.min(a, b), [3, 4.5, 6])} ${a < b ? 'above' : 'below'}`),
    cueNumber(`joint blanks${blanks}`),
    cueNumber(`joint ${tellsJoint(above.head, below.head) ? 'told' : 'by lengths'}`),
  );
  if (below.head.parted) cues.push(cueNumber('joint parted'));
  if (hasSeriesWord(above.head.text)) cues.push(cueNumber('joint series word'));
  if (/[：:？?！!]$/u.test(above.head.text)) cues.push(cueNumber('joint mark'));
}

/** Cues of some headings being the headline. */
export function cuesOfTitle(draft: Draft, seen: readonly Seen[], title: readonly number[]): number[] {
  const lines = title.map((at) => seen[at] as Seen);
  const first = lines[0];
  const cues = [counted.lines(title.length)];
  if (!first) cues.push(counted.noneOf(Math.min(3, seen.length)));
  if (seen.length === 1) addLone(cues, draft, seen[0] as Seen, first !== undefined);
  if (!first) return cues;
  const mean = meanAffinity(lines);
  for (const cue of first.looks) cues.push(cue);
  cues.push(
    counted.affinity(stair(mean, affinityEdges)),
    counted.of(Math.min(4, seen.length)),
    counted.fromTop(Math.min(2, title[0] as number)),
    counted.fromBottom(Math.min(2, seen.length - 1 - (title.at(-1) as number))),
    first.besideByline,
  );
  let others = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < seen.length; at++)
    if (!title.includes(at)) others = Math.max(others, (seen[at] as Seen).affinity);
  if (lines.length < seen.length) cues.push(counted.ahead(stair(mean - others, aheadEdges)));
  const ahead = fitsElsewhere(lines);
  if (ahead >= (elsewhereEdges[0] as number)) cues.push(counted.elsewhere(stair(ahead, elsewhereEdges)));
  for (let at = 1; at < lines.length; at++) addJoint(cues, lines[at - 1] as Seen, lines[at] as Seen);
  return cues;
}

/** Cues of a heading being the series where some others are the headline. */
export function cuesOfSeries(
  seen: readonly Seen[],
  title: readonly number[],
  series: number | undefined,
): readonly number[] {
  const line = series === undefined ? undefined : seen[series];
  const cues = [counted.spare(Math.min(3, seen.length - title.length - (line ? 1 : 0)))];
  if (!line || series === undefined) {
    cues.push(plain.none);
    return cues;
  }
  for (const cue of line.looks) cues.push(cue);
  cues.push(
    counted.likeness(stair(line.likeness, likenessEdges)),
    counted.affinity(stair(line.affinity, affinityEdges)),
    counted.fromTop(Math.min(2, series)),
    line.besideByline,
  );
  const first = seen[title[0] ?? -1];
  if (!first) {
    cues.push(plain.alone);
    return cues;
  }
  const isAbove = series < (title[0] as number);
  const isNext = isAbove ? title[0] === series + 1 : title.at(-1) === series - 1;
  const touches =
    isNext && (isAbove ? rightBelow(line.head, first.head) : rightBelow(seen[series - 1]?.head, line.head));
  if (isAbove) cues.push(touches ? plain.aboveTouching : plain.aboveTitle);
  else cues.push(touches ? plain.belowTouching : plain.belowTitle);
  cues.push(
    counted.narrower(stair(first.look.width - line.look.width, narrowerEdges)),
    counted.lessAffine(stair(first.affinity - line.affinity, lessAffineEdges)),
  );
  return cues;
}

/** The names of all cues of a choice. */
export function namesOfChoice(
  draft: Draft,
  { title, series }: { title: readonly number[]; series?: number },
  evidence: Evidence,
): string[] {
  const seen = seenIn(draft, evidence);
  return [
    ...cuesOfTitle(draft, seen, title).map((cue) => `title | ${cueName(cue)}`),
    ...cuesOfSeries(seen, title, series).map((cue) => `series | ${cueName(cue)}`),
  ];
}
