/** Where a reading of a page is in doubt: small margins of the parse, and fields that rest on little. */

import type { Headed } from './assignment.ts';
import { codeFor, type Doubt, fieldCorrection, lineCorrection, towards, wordsFor } from './doubts.ts';
import type { Features } from './features.ts';
import { authorsOf, noAuthor, seriesOf, titleOf } from './fields.ts';
import type { Unit } from './layout.ts';
import type { Parse } from './parse.ts';
import type { Label } from './state.ts';
import { endingOf, widthOf } from './text.ts';

/**
 * Below these margins a reading is doubtful. They were chosen on dumps that the weights had not been learnt from, so that of
 * the articles that are read right fewer than 15% are suspected, and of those that are read wrong as many as that allows.
 */
const sure = {
  /** By what a line was read as, and what else it might be. */
  unit: {
    headline: { byline: 1.5, subhead: 0.5, continuation: 1 },
    carrier: { headline: 1.3 },
    byline: { headline: 1, furniture: 5, continuation: 4.4 },
    standfirst: { continuation: 2, headline: 1, paragraph: 0.5 },
    paragraph: { carrier: 6, subhead: 0.4 },
    continuation: { furniture: 5 },
    subhead: { headline: 2.4, paragraph: 0.7, furniture: 2, carrier: 3 },
    signature: {},
    furniture: { headline: 2.9, subhead: 1.5 },
  } satisfies Record<Label, Partial<Record<Label, number>>> as Record<Label, Partial<Record<Label, number>>>,
  otherUnit: 0.3,
  headline: 0.5,
  /** … of several lines; of lines that lengths alone hold together; from elsewhere in the file. */
  joinedHeadline: 2.1,
  looseHeadline: 0.8,
  tornHeadline: 1.8,
  series: 7,
  /** Where a heading is left over that might be one. */
  noSeries: 2.1,
  begins: 1,
  inside: 0.3,
  /** Where a comma makes a subhead a rare one. */
  rare: 6,
  shortHeadline: 4.5,
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
    const [rival, label] = [parse.rivals[at], labels[at]];
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

/** The line inside an article where another might begin most likely. */
function closeBoundary(evidence: Evidence, article: number, { draft }: Headed): Doubt[] {
  const { file, features, parse, labels } = evidence;
  for (let at = draft.begin + 1; at <= draft.end; at++) {
    const margin = parse.boundaries[at] ?? Number.POSITIVE_INFINITY;
    const seen = features[at];
    const comma = labels[at] === 'subhead' && seen?.innerComma && seen.shift >= 0.5;
    if (margin >= (comma ? sure.rare : sure.inside)) continue;
    const line = lineAt(evidence, at);
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
  return [];
}

/** A paragraph that ends in the midst of a sentence: perhaps its other half stands elsewhere, or was lost. */
function unendedParagraphs(evidence: Evidence, article: number, { draft }: Headed): Doubt[] {
  return draft.blocks.flatMap(({ kind, text, pieces, units }): Doubt[] => {
    const last = units.at(-1) ?? 0;
    const seen = evidence.features[last];
    const ends = endingOf(text);
    const isComplete = kind === 'h' || (ends !== 'open' && ends !== 'comma');
    if (isComplete || !seen || seen.literal || seen.listed || seen.authorNote || seen.width <= 8) return [];
    const line = pieces.at(-1)?.line ?? lineAt(evidence, last);
    return [
      {
        article,
        line,
        code: 'join-unsure',
        decided: 'a paragraph that ends in the midst of a sentence',
        runnerUp: 'the first half of one that goes on elsewhere',
        margin: 0.5,
        correction: lineCorrection(evidence.file, [line, line], 'joins: true'),
      },
    ];
  });
}

/** Short prose beside a picture's credit, in the middle of a torn paragraph: perhaps its caption. */
function likeCaptions(evidence: Evidence, article: number, { draft }: Headed): Doubt[] {
  const { file, features, labels } = evidence;
  const doubts: Doubt[] = [];
  let last: Features | undefined;
  for (let at = draft.begin; at <= draft.end; at++) {
    const [seen, label] = [features[at], labels[at]];
    if (!seen || label === 'furniture') continue;
    const isProse = label === 'paragraph' || label === 'continuation';
    if (isProse && seen.nearPicture && seen.width <= 40 && seen.ending !== 'sentence' && last?.torn) {
      const line = lineAt(evidence, at);
      doubts.push({
        article,
        line,
        code: 'furniture-unsure',
        decided: wordsFor(label),
        runnerUp: 'the caption of the picture beside it',
        margin: 1,
        correction: lineCorrection(file, linesAt(evidence, at), 'label: furniture'),
      });
    }
    last = seen;
  }
  return doubts;
}

function sureOfHeadline({ title, looselyJoined, torn, contested }: Headed): number {
  if (looselyJoined) return sure.looseHeadline;
  if (torn || contested) return sure.tornHeadline;
  return title.length > 1 ? sure.joinedHeadline : sure.headline;
}

/** Fields that rest on little. */
function weakFields(evidence: Evidence, article: number, headed: Headed): Doubt[] {
  const { draft } = headed;
  const doubts: Doubt[] = [];
  const line = headed.title[0]?.pieces[0]?.line ?? lineAt(evidence, draft.begin);
  const add = (code: Doubt['code'], decided: string, runnerUp: string, margin: number, set: string): void => {
    doubts.push({ article, line, code, decided, runnerUp, margin, correction: fieldCorrection(set) });
  };
  const title = titleOf(headed);
  const retitle = 'title: "…"';
  if (headed.title.length === 0)
    add('no-headline', 'without a headline, named TITLE', 'with one that the dump does not hold', 0, retitle);
  else if (headed.margin < sureOfHeadline(headed))
    add('headline-unsure', 'the headline TITLE', 'another heading of the file', headed.margin, retitle);
  else if (headed.title.length === 1 && widthOf(title) <= sure.shortHeadline)
    add('headline-unsure', 'the headline TITLE', 'the name of a series', 0.5, retitle);
  if (headed.seriesMargin < (headed.series ? sure.series : sure.noSeries)) {
    const series = seriesOf(headed);
    const [decided, runnerUp, set] = series
      ? ['the series SERIES', 'another heading, or none', 'series: null']
      : ['of no series', 'a heading that is left over, as its series or part of its headline', 'series: "…"'];
    add('series-unsure', decided, runnerUp, headed.seriesMargin, set);
  }
  if (headed.torn && draft.bylines.length === 0)
    add(
      'boundary-unsure',
      'an article without a header of its own',
      'the rest of the article above',
      0,
      retitle,
    );
  const authors = authorsOf(headed);
  const rewrite = 'authors: [{ name: "…", roles: [] }]';
  if (authors[0] === noAuthor)
    add('no-byline', 'without an author line (佚名)', 'with one that was not recognised', 0, rewrite);
  return doubts;
}

/** All doubts of a page, by article. */
export function doubtsOf(evidence: Evidence, articles: readonly Headed[]): Doubt[] {
  return articles.flatMap((headed, article) => {
    const doubts = [
      ...closeLines(evidence, article, headed),
      ...closeBoundary(evidence, article, headed),
      ...likeCaptions(evidence, article, headed),
      ...unendedParagraphs(evidence, article, headed),
      ...weakFields(evidence, article, headed),
    ];
    // A beginning in doubt is an end in doubt for the article before it.
    const margin = evidence.parse.boundaries[headed.draft.begin] ?? Number.POSITIVE_INFINITY;
    if (article === 0 || margin >= sure.begins) return doubts;
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
