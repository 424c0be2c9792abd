/** What may be the headline of an article, and what the name of its series, among the headings over it. */
import { stair } from './cues.ts';
import type { Draft, HeadLine } from './drafts.ts';
import { brokenScore, jointOf, rightBelow, tellsJoint } from './joints.ts';
import { hasPartMark, hasSeriesWord, type SeriesKnowledge, splitPart, wholeBracket } from './series-look.ts';
import { simplify, simplifyPattern, widthOf } from './text.ts';
import type { Weighing } from './weights.ts';

/** Places among the headings of a draft. */
export type Choice = { title: number[]; series?: number; spare: number[]; score: number };

/** What is known of headings beyond their looks. */
export type Evidence = {
  /** How well a heading says what the article says, 0 to about 1. */
  affinity: (head: HeadLine) => number;
  known: SeriesKnowledge;
  /** How much a heading at a place looks like the name of a series. */
  likeness: (head: HeadLine, at: number) => number;
  weighing: Weighing;
};

/** Headings over one article among which its headline and series are looked for: the nearest. Pages have some ten. */
const mostHeads = 24;
export const affinityWeight = 5;
export const withoutTitle = -3;

const widths = [4, 6, 8, 11, 15, 20, 26];
export const affinityEdges = [0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.6];

/** What sentences are made with, and headlines; names of columns hardly ever. */
const clauseWord = simplifyPattern(
  /[不再是會要能被把讓由當若還也才就誰怎何了嗎須應先別莫勿未已]|在(?!線)|甚麼|什麼|如何|為何|怎樣/gu,
);

const looks = new WeakMap<HeadLine, readonly string[]>();

/** Cues of a heading's own looks. */
function looksOf(head: HeadLine): readonly string[] {
  const known = looks.get(head) ?? lookAt(head);
  looks.set(head, known);
  return known;
}

function lookAt({ text, carried, apart }: HeadLine): string[] {
  const cues = [`width${stair(widthOf(text), widths)}`];
  if (/\s/u.test(text)) cues.push('parts');
  if (/[？?]$/u.test(text)) cues.push('asks');
  if (/[！!]$/u.test(text)) cues.push('calls');
  if (/[：:]/u.test(text)) cues.push('colon');
  if (/[「『]/u.test(text)) cues.push('quotes');
  if (/[A-Za-z\d]/u.test(text)) cues.push('latin');
  if (wholeBracket.test(text)) cues.push('bracket');
  if (hasPartMark(text)) cues.push('part mark');
  if (hasSeriesWord(splitPart(text).name)) cues.push('series word');
  cues.push(`clause${stair(simplify(text).match(clauseWord)?.length ?? 0, [0, 1])}`);
  if (carried) cues.push(`carried as ${carried}`);
  if (apart) cues.push('apart');
  return cues;
}

/** Whether a heading stands over the author line of its header, under it, or in a header without one. */
function besideByline({ bylines }: Draft, { units }: HeadLine): string {
  const byline = bylines.find(({ signature }) => !signature)?.units[0];
  if (byline === undefined) return 'no byline';
  return (units[0] ?? 0) < byline ? 'above byline' : 'below byline';
}

function cuesOfTitle(draft: Draft, title: readonly number[], affinity: Evidence['affinity']): string[] {
  const { heads } = draft;
  const lines = title.map((at) => heads[at] as HeadLine);
  const [first] = lines;
  const cues = [`lines${title.length}`];
  if (!first) cues.push(`none of ${Math.min(3, heads.length)}`);
  const [lone] = heads;
  // What stands alone over a text is its headline, or the name of a column whose pieces have none.
  if (lone && heads.length === 1) {
    const as = first ? 'lone' : 'lone is none';
    cues.push(`${as} width${stair(widthOf(lone.text), [4, 6, 8, 11])}`);
    if (hasSeriesWord(lone.text)) cues.push(`${as} series word`);
    cues.push(
      `${as} of ${draft.bylines[0]?.byline.authors[0]?.kind ?? (draft.bylines.length > 0 ? 'person' : 'nobody')}`,
    );
  }
  if (!first) return cues;
  const mean = lines.reduce((sum, line) => sum + affinity(line), 0) / lines.length;
  const others = heads.flatMap((head, at) => (title.includes(at) ? [] : [affinity(head)]));
  cues.push(
    ...looksOf(first),
    `affinity${stair(mean, affinityEdges)}`,
    `of${Math.min(4, heads.length)}`,
    `from top${Math.min(2, title[0] as number)}`,
    `from bottom${Math.min(2, heads.length - 1 - (title.at(-1) as number))}`,
    besideByline(draft, first),
  );
  if (others.length > 0)
    cues.push(`ahead${stair(mean - Math.max(...others), [-0.2, -0.1, -0.03, 0.03, 0.1, 0.2])}`);
  for (const [at, below] of lines.entries()) {
    const above = lines[at - 1];
    if (!above) continue;
    const [a, b] = [widthOf(above.text), widthOf(below.text)];
    cues.push(
      `joint ${jointOf(above, below) === '' ? 'closed' : 'open'}${above.full ? ' full' : ''}`,
      `joint widths${stair(Math.max(a, b), [8, 11, 15, 20])} ${stair(Math.abs(a - b), [0.5, 1.5, 3.5, 6.5])}`,
      `joint narrow${stair(Math.min(a, b), [3, 4.5, 6])} ${a < b ? 'above' : 'below'}`,
      `joint blanks${/\s/u.test(above.text) ? ' above' : ''}${/\s/u.test(below.text) ? ' below' : ''}`,
      `joint ${tellsJoint(above, below) ? 'told' : 'by lengths'}`,
    );
    if (below.parted) cues.push('joint parted');
    if (hasSeriesWord(above.text)) cues.push('joint series word');
    if (/[：:？?！!]$/u.test(above.text)) cues.push('joint mark');
  }
  return cues;
}

function cuesOfSeries(
  draft: Draft,
  title: readonly number[],
  series: number | undefined,
  { affinity, likeness }: Evidence,
): string[] {
  const { heads } = draft;
  const line = series === undefined ? undefined : heads[series];
  const spare = heads.length - title.length - (line ? 1 : 0);
  const cues = [`spare${Math.min(3, spare)}`];
  if (!line || series === undefined) return [...cues, 'none'];
  const first = heads[title[0] ?? -1];
  cues.push(
    ...looksOf(line),
    `likeness${stair(likeness(line, series), [-3, -1.5, -0.5, 0.5, 1.5, 3, 5])}`,
    `affinity${stair(affinity(line), affinityEdges)}`,
    `from top${Math.min(2, series)}`,
    besideByline(draft, line),
  );
  if (!first) return [...cues, 'alone'];
  const isAbove = series < (title[0] as number);
  const isNext = isAbove ? title[0] === series + 1 : title.at(-1) === series - 1;
  const touches = isNext && (isAbove ? rightBelow(line, first) : rightBelow(heads[series - 1], line));
  return [
    ...cues,
    `${isAbove ? 'above' : 'below'} title${touches ? ', touching' : ''}`,
    `narrower${stair(widthOf(first.text) - widthOf(line.text), [-8, -3, 0.5, 4, 9])}`,
    `less affine${stair(affinity(first) - affinity(line), [-0.2, -0.05, 0.05, 0.2])}`,
  ];
}

function namesOfTitle(draft: Draft, title: readonly number[], { affinity }: Evidence): string[] {
  return cuesOfTitle(draft, title, affinity).map((cue) => `title | ${cue}`);
}

function namesOfSeries(
  draft: Draft,
  title: readonly number[],
  series: number | undefined,
  evidence: Evidence,
): string[] {
  return cuesOfSeries(draft, title, series, evidence).map((cue) => `series | ${cue}`);
}

/** The names of all cues of a choice. */
export function namesOfChoice(
  draft: Draft,
  { title, series }: Pick<Choice, 'title' | 'series'>,
  evidence: Evidence,
): string[] {
  return [...namesOfTitle(draft, title, evidence), ...namesOfSeries(draft, title, series, evidence)];
}

/** What it says for or against a headline going to a text that the author behind it signs, or does not. */
export function worthOfSigner({ bylines }: Draft, { signedBy }: HeadLine): number {
  if (signedBy === undefined) return 0;
  return bylines.some(({ byline }) => byline.authors.some(({ name }) => name === signedBy)) ? 6 : -4;
}

/** How likely some lines are the headline, by judgement. */
function titleScore(heads: readonly HeadLine[], title: readonly number[], evidence: Evidence): number {
  const { affinity, known } = evidence;
  const lines = title.map((at) => heads[at] as HeadLine);
  if (lines.length === 0) return withoutTitle;
  return (
    2.5 +
    (lines.reduce((sum, line) => sum + affinity(line), 0) / lines.length) * affinityWeight +
    (lines.length > 1 ? brokenScore(lines) : 0) +
    (lines[0]?.carried === 'title' ? 3 : 0) -
    (lines[0]?.carried === 'series' ? 6 : 0) -
    (lines.some(({ text }) => wholeBracket.test(text)) ? 4 : 0) -
    (lines.some((line) => line.carried !== 'title' && known(splitPart(line.text).name)) ? 6 : 0)
  );
}

/** How likely a heading is the series where others are the headline, by judgement. */
function seriesScore(
  heads: readonly HeadLine[],
  title: readonly number[],
  series: number,
  { likeness }: Evidence,
): number {
  const line = heads[series] as HeadLine;
  // A column's name stands above the headline, or apart from it; hardly ever right below.
  const isBelow =
    line.carried === undefined && title.includes(series - 1) && rightBelow(heads[series - 1], line);
  // Above a headline the mark of a part is the series': a headline that has one has it at its own end.
  const marked = hasPartMark(line.text) && title[0] === series + 1 ? 2 : 0;
  return likeness(line, series) + marked - (isBelow ? 1.5 : 0);
}

/** All that the headings of a draft may be, best first. */
export function choicesFor(draft: Draft, evidence: Evidence): Choice[] {
  const { heads } = draft;
  const all = heads.map((_, at) => at).slice(-mostHeads);
  const titles: number[][] = [[]];
  for (let from = 0; from < all.length; from++)
    for (let to = from; to < Math.min(all.length, from + 3); to++) titles.push(all.slice(from, to + 1));
  const choices: Choice[] = [];
  for (const title of titles) {
    const [first] = title;
    const base =
      titleScore(heads, title, evidence) +
      (first === undefined ? 0 : worthOfSigner(draft, heads[first] as HeadLine)) +
      evidence.weighing.sumIn('title', cuesOfTitle(draft, title, evidence.affinity));
    for (const series of [undefined, ...all.filter((at) => !title.includes(at))]) {
      choices.push({
        title,
        ...(series === undefined ? {} : { series }),
        spare: heads.flatMap((_, at) => (title.includes(at) || at === series ? [] : [at])),
        score:
          base +
          evidence.weighing.sumIn('series', cuesOfSeries(draft, title, series, evidence)) +
          (series === undefined ? 0 : seriesScore(heads, title, series, evidence)),
      });
    }
  }
  return choices.sort((a, b) => b.score - a.score);
}
