/** What may be the headline of an article, and what the name of its series, among the headings over it. */
import {
  cuesOfSeries,
  cuesOfTitle,
  type Evidence,
  fitsElsewhere,
  meanAffinity,
  type Seen,
  seenIn,
} from './choice-cues.ts';
import { brokenScore, isSaidTitle, rightBelow } from './joints.ts';
import type { Draft, HeadLine } from './sheet.ts';
import type { Weighing } from './weights.ts';

/** Places among the headings of a draft. */
export type Choice = { title: number[]; series?: number; spare: number[]; score: number };

/** Headings over one article among which its headline and series are looked for: the nearest. Pages have some ten. */
const mostHeads = 24;
export const affinityWeight = 5;
/** By how much better a headline fits an article without any that it belongs there, and up to which it says nothing. */
const [elsewhereWeight, usuallyElsewhere] = [10, 0.08];
export const withoutTitle = -3;

/** What it says for or against a headline going to a text that the author behind it signs, or does not. */
export function worthOfSigner({ bylines }: Draft, { signedBy }: HeadLine): number {
  if (signedBy === undefined) return 0;
  return bylines.some(({ byline }) => byline.authors.some(({ name }) => name === signedBy)) ? 6 : -4;
}

/** A line that fits its article so well is no name of a column. */
const tellsArticle = 0.2;

/** How likely some lines are the headline, by judgement. */
function titleScore(lines: readonly Seen[]): number {
  const first = lines[0];
  if (!first) return withoutTitle;
  return (
    2.5 +
    meanAffinity(lines) * affinityWeight -
    Math.max(0, fitsElsewhere(lines) - usuallyElsewhere) * elsewhereWeight +
    (lines.length > 1
      ? brokenScore(
          lines.map(({ head }) => head),
          first.affinity >= tellsArticle,
        )
      : 0) +
    (first.head.carried === 'title' ? 3 : 0) -
    (first.head.carried === 'series' ? 6 : 0) -
    (lines.some(({ look }) => look.bracketed) ? 4 : 0) -
    (lines.some(({ isKnown }) => isKnown) ? 6 : 0)
  );
}

/** How far an article may say what its column is called, and what it counts beyond. */
const [seldomTold, toldWeight] = [0.45, 5];

/** How likely a heading is the series where others are the headline, by judgement. */
function seriesScore(seen: readonly Seen[], title: readonly number[], series: number): number {
  const { head, look, likeness, affinity } = seen[series] as Seen;
  // A column's name stands above the headline, or apart from it; hardly ever right below.
  const isBelow =
    head.carried === undefined && title.includes(series - 1) && rightBelow(seen[series - 1]?.head, head);
  // Above a headline the mark of a part is the series': a headline that has one has it at its own end.
  const marked = look.partMarked && title[0] === series + 1 ? 2 : 0;
  // What an article speaks of throughout is what it is about, and hardly the name of a column.
  const told = head.carried ? 0 : Math.max(0, affinity - seldomTold) * toldWeight;
  return likeness + marked - (isBelow ? 1.5 : 0) - told;
}

/** A column with the mark of a part behind it is hardly wider. */
const widestWithPart = 10;

/**
 * How much more likely a heading that stands alone is the name of a column whose pieces have no headlines, by its width: of
 * those no wider than four characters hardly any is a headline, and of those of five none that is named as columns are.
 */
function loneWorth(seen: readonly Seen[], title: readonly number[], series: number | undefined): number {
  const [lone] = seen;
  if (seen.length !== 1 || !lone || title.length > 0 || series === undefined) return 0;
  const { width, namedAsSeries, partMarked } = lone.look;
  // A long one with the mark of a part is a headline in parts.
  if (partMarked && width > widestWithPart) return -6;
  return (width <= 4.5 ? 2 : 0) + (namedAsSeries && width <= 5.5 ? 2 : 0);
}

/** What comes out on days of its own has a name: how much more likely a heading is that name, than none is. */
const scheduledWeight = 1.5;

/** What it is worth to take a heading for what a person said of it: more than all evidence. */
export const saidWorth = 100;

/** How far a choice is what a person said of the headings. */
function worthOfSaid(seen: readonly Seen[], title: readonly number[], series: number | undefined): number {
  let worth = 0;
  for (const [at, { head }] of seen.entries()) {
    if (!head.said) continue;
    if (title.includes(at)) worth += isSaidTitle(head) ? saidWorth : -saidWorth;
    else if (at === series) worth += isSaidTitle(head) ? -saidWorth : saidWorth;
  }
  return worth;
}

/** All that the headings of a draft may be, best first. */
export function choicesFor(draft: Draft, evidence: Evidence, weighing: Weighing): Choice[] {
  const seen = seenIn(draft, evidence);
  const all = seen.map((_, at) => at);
  const near = all.slice(-mostHeads);
  const titles: number[][] = [[]];
  for (let from = 0; from < near.length; from++)
    for (let to = from; to < Math.min(near.length, from + 3); to++) titles.push(near.slice(from, to + 1));
  const choices: Choice[] = [];
  for (const title of titles) {
    const lines = title.map((at) => seen[at] as Seen);
    const base =
      titleScore(lines) +
      (lines[0] ? worthOfSigner(draft, lines[0].head) : 0) +
      weighing.sumIn('title', cuesOfTitle(draft, seen, title));
    const rest = all.filter((at) => !title.includes(at));
    const add = (series: number | undefined): void => {
      const worth = weighing.sumIn('series', cuesOfSeries(seen, title, series));
      const likely =
        series === undefined ? 0 : seriesScore(seen, title, series) + (draft.scheduled ? scheduledWeight : 0);
      const score = base + worth + likely + loneWorth(seen, title, series) + worthOfSaid(seen, title, series);
      if (series === undefined) choices.push({ title, spare: rest, score });
      else choices.push({ title, series, spare: rest.filter((at) => at !== series), score });
    };
    add(undefined);
    for (const at of near) if (!title.includes(at)) add(at);
  }
  return choices.sort((a, b) => b.score - a.score);
}
