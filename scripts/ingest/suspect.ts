/** Where a reading of a page is in doubt: small margins of the parse, and fields that rest on little. */

import type { Headed } from './assignment.ts';
import {
  acceptance,
  codeFor,
  type Doubt,
  fieldCorrection,
  lineCorrection,
  towards,
  wordsFor,
} from './doubts.ts';
import { type Fields, noAuthor, titleOf } from './fields.ts';
import type { Unit } from './layout.ts';
import type { Features } from './looks.ts';
import type { Parse } from './parse.ts';
import { hasSeriesWord } from './series-look.ts';
import type { Label } from './state.ts';
import { endingOf, isLeftOpen, widthOf } from './text.ts';

/**
 * Below these margins a reading is doubtful. They were chosen on dumps that the weights had not been learnt from, so that of
 * the articles that are read right fewer than 15% are suspected, and of those that are read wrong as many as that allows.
 */
const sure = {
  /** By what a line was read as, and what else it might be. */
  unit: {
    headline: { byline: 2.2, subhead: 1.1, continuation: 3.6, signature: 4.3 },
    carrier: { headline: 3.1, paragraph: 5.8, subhead: 1.3 },
    byline: { headline: 1.3, paragraph: 2.3, signature: 1.9 },
    standfirst: { paragraph: 0.7 },
    paragraph: { carrier: 6.8, continuation: 1.8, headline: 2.7, standfirst: 2, subhead: 1 },
    continuation: { subhead: 4.3 },
    subhead: { furniture: 2.3, paragraph: 1.8 },
    signature: { continuation: 2.1, headline: 2.6 },
    furniture: { byline: 2.3, headline: 2.6, paragraph: 2, subhead: 3.3 },
  } satisfies Record<Label, Partial<Record<Label, number>>> as Record<Label, Partial<Record<Label, number>>>,
  otherUnit: 0.3,
  /** Of the last paragraph of an article, for the one below it. */
  standfirstBelow: 1.7,
  headline: 1.9,
  /** … of several lines; of lines that lengths alone hold together; from elsewhere in the file. */
  joinedHeadline: 1,
  looseHeadline: 2.2,
  tornHeadline: 1.7,
  /** … where a heading that stands with it was given away. */
  contestedHeadline: 1.6,
  series: 2.3,
  /** Where a heading is left over that might be one. */
  noSeries: 0.4,
  begins: 0.3,
  /** … without an author line. */
  beginsBare: 1.7,
  inside: 0.3,
  /** … of an article that is so many times as long as most of its page, and may be two. */
  insideLong: 5.2,
  tooLong: 1.7,
  shortHeadline: 5.5,
  /** … that ends as names of series do. */
  shortSeriesName: 6.5,
};

export type Evidence = {
  file: string;
  units: readonly Unit[];
  features: readonly Features[];
  parse: Parse;
  /** The label of each unit. */
  labels: readonly Label[];
};

function lineAt({ units }: Evidence, at: number): number {
  return units[at]?.pieces[0]?.line ?? 1;
}

/** First and last line of a unit. */
function linesAt({ units }: Evidence, at: number): [number, number] {
  const pieces = units[at]?.pieces ?? [];
  return [pieces[0]?.line ?? 1, pieces.at(-1)?.line ?? 1];
}

/** Lines whose second-best reading comes close. */
function closeLines(evidence: Evidence, article: number, { draft }: Headed): Doubt[] {
  const { file, parse, labels } = evidence;
  const doubts: Doubt[] = [];
  for (let at = draft.begin; at <= draft.end; at++) {
    const rival = parse.rivals[at];
    const label = labels[at];
    if (!rival || label === undefined) continue;
    if (rival.margin >= (sure.unit[label][rival.label] ?? sure.otherUnit)) continue;
    const line = lineAt(evidence, at);
    doubts.push({
      article,
      line,
      code: codeFor(label, rival.label),
      decided: wordsFor(label),
      runnerUp: wordsFor(rival.label),
      margin: rival.margin,
      correction: lineCorrection(file, linesAt(evidence, at), towards(label, rival.label)),
    });
  }
  return doubts;
}

/** A paragraph that ends an article, and might be the standfirst of the next, is a doubt of that one too. */
function atTheEnd(evidence: Evidence, article: number, { draft }: Headed, close: readonly Doubt[]): Doubt[] {
  const { parse, labels } = evidence;
  if (labels[draft.end] !== 'paragraph' || parse.rivals[draft.end]?.label !== 'standfirst') return [];
  const line = lineAt(evidence, draft.end);
  return close
    .filter((doubt) => doubt.line === line && doubt.margin < sure.standfirstBelow)
    .map((doubt) => ({ ...doubt, article: article + 1 }));
}

/** The line inside an article where another might begin most likely; in a long one sooner. */
function closeBoundary(evidence: Evidence, article: number, { draft }: Headed, isLong: boolean): Doubt[] {
  const { file, parse } = evidence;
  const { boundaries } = parse;
  const marginAt = (at: number): number => boundaries[at] ?? Number.POSITIVE_INFINITY;
  let likeliest = draft.begin + 1;
  for (let at = likeliest + 1; at <= draft.end; at++) if (marginAt(at) < marginAt(likeliest)) likeliest = at;
  const margin = marginAt(likeliest);
  if (likeliest > draft.end || margin >= (isLong ? sure.insideLong : sure.inside)) return [];
  const line = lineAt(evidence, likeliest);
  return [
    {
      article,
      line,
      code: 'boundary-unsure',
      decided: 'a line inside the article',
      runnerUp: 'the beginning of another article',
      margin,
      correction: lineCorrection(file, [line, line], 'begins: true'),
    },
  ];
}

/** For each article, whether it is so much longer than most of its page that it may be two. */
function longOnes(articles: readonly Headed[]): boolean[] {
  const lengths = articles.map(({ draft }) => draft.blocks.reduce((sum, { text }) => sum + text.length, 0));
  const usual = [...lengths].sort((a, b) => a - b)[lengths.length >> 1] ?? 0;
  return lengths.map((length) => lengths.length >= 3 && length > usual * sure.tooLong);
}

/**
 * A paragraph that ends in the midst of a sentence: perhaps its other half is the next one, stands elsewhere, or was lost.
 *
 * @param close doubts of the article that are told already
 */
function unendedParagraphs(
  evidence: Evidence,
  article: number,
  { draft }: Headed,
  close: readonly Doubt[],
): Doubt[] {
  return draft.blocks.flatMap(({ kind, text, pieces, units }, index): Doubt[] => {
    const last = units.at(-1) ?? 0;
    const seen = evidence.features[last];
    const isComplete = kind === 'h' || !isLeftOpen(endingOf(text));
    if (isComplete || !seen || seen.literal || seen.listed || seen.authorNote || seen.width <= 8) return [];
    const line = pieces.at(-1)?.line ?? lineAt(evidence, last);
    const below = draft.blocks[index + 1]?.pieces[0]?.line;
    const correction =
      below === undefined ? acceptance('ID') : lineCorrection(evidence.file, [below, below], 'joins: true');
    if (close.some((doubt) => doubt.correction === correction)) return [];
    return [
      {
        article,
        line,
        code: 'join-unsure',
        decided: 'a paragraph that ends in the midst of a sentence',
        runnerUp: 'the first half of one that goes on elsewhere',
        margin: 0.5,
        correction,
      },
    ];
  });
}

/** Text that the page sent elsewhere, and that was put behind what stands before the turn. */
function resumedParts(evidence: Evidence, article: number, { draft }: Headed): Doubt[] {
  return (draft.resumedAt ?? []).map((at) => {
    const line = lineAt(evidence, at);
    return {
      article,
      line,
      code: 'join-unsure',
      decided: 'the rest of an article that the page sent elsewhere',
      runnerUp: 'text of another article',
      margin: 1,
      correction: lineCorrection(evidence.file, [line, line], 'begins: true'),
    };
  });
}

/**
 * Short prose beside a picture's credit, in the middle of a torn paragraph: perhaps its caption. And what parts the halves of
 * a paragraph as a caption without any mark does: perhaps a third of its parts.
 */
function likeCaptions(evidence: Evidence, article: number, { draft }: Headed): Doubt[] {
  const { file, features, labels } = evidence;
  const doubts: Doubt[] = [];
  const add = (at: number, decided: string, runnerUp: string, rival: Label): void => {
    const correction = lineCorrection(file, linesAt(evidence, at), towards(labels[at] as Label, rival));
    const line = lineAt(evidence, at);
    doubts.push({ article, line, code: 'furniture-unsure', decided, runnerUp, margin: 1, correction });
  };
  let last: Features | undefined;
  for (let at = draft.begin; at <= draft.end; at++) {
    const seen = features[at];
    const label = labels[at];
    if (!seen || label === undefined) continue;
    if (label === 'furniture') {
      if (seen.bareCaption) add(at, 'the caption of a picture', wordsFor('continuation'), 'continuation');
      continue;
    }
    const isProse = label === 'paragraph' || label === 'continuation';
    const besidePicture = seen.nearPicture && seen.width <= 40 && seen.ending !== 'sentence' && last?.torn;
    if (isProse && (besidePicture || seen.bareCaption))
      add(at, wordsFor(label), 'the caption of the picture beside it', 'furniture');
    last = seen;
  }
  return doubts;
}

function sureOfHeadline({ title, looselyJoined, torn, contested }: Headed): number {
  if (looselyJoined) return sure.looseHeadline;
  // Two headlines of a list may have been taken for one, where the text of the other was not found.
  if (torn && title.some(({ units }) => units.length > 1)) return Number.POSITIVE_INFINITY;
  if (torn) return sure.tornHeadline;
  if (contested) return sure.contestedHeadline;
  return title.length > 1 ? sure.joinedHeadline : sure.headline;
}

/** Headlines of one line that are no wider may be names of series. */
function shortestSure(title: string): number {
  return hasSeriesWord(title) ? sure.shortSeriesName : sure.shortHeadline;
}

/** The headline that came second, in words and as a correction that sets it. */
function rivalHeadline(headed: Headed, chosen: string): { words: string; set: string } {
  const { title } = headed.rival;
  const line = title[0]?.pieces[0]?.line;
  const text = titleOf({ ...headed, ...headed.rival });
  const isSame = title.length === 0 || text === chosen;
  return isSame
    ? { words: 'none of its own, or another heading of the file', set: 'title: "…"' }
    : { words: `the headline ${text} (line ${line})`, set: `title: ${JSON.stringify(text)}` };
}

/** Fields that rest on little. */
function weakFields(
  evidence: Evidence,
  article: number,
  headed: Headed,
  { title, series, authors }: Fields,
): Doubt[] {
  const { draft } = headed;
  const doubts: Doubt[] = [];
  const line = headed.title[0]?.pieces[0]?.line ?? lineAt(evidence, draft.begin);
  const add = (code: Doubt['code'], decided: string, runnerUp: string, margin: number, set: string): void => {
    doubts.push({ article, line, code, decided, runnerUp, margin, correction: fieldCorrection(set) });
  };
  const retitle = 'title: "…"';
  if (headed.title.length === 0)
    add('no-headline', 'without a headline, named TITLE', 'with one that the dump does not hold', 0, retitle);
  else if (headed.margin < sureOfHeadline(headed)) {
    const { words, set } = rivalHeadline(headed, title);
    add('headline-unsure', 'the headline TITLE', words, headed.margin, set);
  } else if (headed.title.length === 1 && widthOf(title) <= shortestSure(title))
    add('headline-unsure', 'the headline TITLE', 'the name of a series', 0.5, retitle);
  if (headed.seriesMargin < (headed.series ? sure.series : sure.noSeries)) {
    const [decided, runnerUp, set] = series
      ? ['the series SERIES', 'another heading, or none', 'series: null']
      : ['of no series', 'a heading that is left over, as its series or part of its headline', 'series: "…"'];
    add('series-unsure', decided, runnerUp, headed.seriesMargin, set);
  }
  if (headed.torn && draft.bylines.length === 0 && article > 0) {
    const begin = lineAt(evidence, draft.begin);
    doubts.push({
      article,
      line: begin,
      code: 'boundary-unsure',
      decided: 'an article without a header of its own',
      runnerUp: 'the rest of the article above',
      margin: 0,
      correction: lineCorrection(evidence.file, [begin, begin], 'begins: false'),
    });
  }
  const rewrite = 'authors: [{ name: "…", roles: [] }]';
  if (authors[0] === noAuthor)
    add('no-byline', 'without an author line (佚名)', 'with one that was not recognised', 0, rewrite);
  return doubts;
}

/**
 * All doubts of a page, by article.
 *
 * @param fields those of each article
 */
export function doubtsOf(
  evidence: Evidence,
  articles: readonly Headed[],
  fields: readonly Fields[],
): Doubt[] {
  const areLong = longOnes(articles);
  return articles.flatMap((headed, article) => {
    const close = closeLines(evidence, article, headed);
    const doubts = [
      ...close,
      ...(article + 1 < articles.length ? atTheEnd(evidence, article, headed, close) : []),
      ...closeBoundary(evidence, article, headed, areLong[article] ?? false),
      ...likeCaptions(evidence, article, headed),
      ...unendedParagraphs(evidence, article, headed, close),
      ...resumedParts(evidence, article, headed),
      ...weakFields(evidence, article, headed, fields[article] as Fields),
    ];
    // A beginning in doubt is an end in doubt for the article before it.
    const margin = evidence.parse.boundaries[headed.draft.begin] ?? Number.POSITIVE_INFINITY;
    const least = headed.draft.bylines.length === 0 ? sure.beginsBare : sure.begins;
    if (article === 0 || margin >= least) return doubts;
    const line = lineAt(evidence, headed.draft.begin);
    const doubt = {
      line,
      code: 'boundary-unsure' as const,
      decided: 'the beginning of another article',
      runnerUp: 'a line inside the article above',
      margin,
      correction: lineCorrection(evidence.file, [line, line], 'begins: false'),
    };
    return [...doubts, { ...doubt, article }, { ...doubt, article: article - 1 }];
  });
}
