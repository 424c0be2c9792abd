/** Where the parse of a page is in doubt: lines and boundaries whose second-best reading comes close. */
import { codeFor, type Doubt, lineCorrection, towards, wordsFor } from './doubts.ts';
import type { Headed } from './headed.ts';
import { lineAt, linesAt, type Parsed } from './parsed.ts';
import type { Label } from './state.ts';

/**
 * Below these margins a reading is doubtful. They were chosen on dumps that the weights had not been learnt from, so that of
 * the articles that are read right fewer than 15% are suspected, and of those that are read wrong as many as that allows.
 */
const sure = {
  /** By what a line was read as, and what else it might be. */
  unit: {
    headline: {
      byline: 2.2,
      subhead: 1.1,
      paragraph: 2.8,
      continuation: 3.6,
      signature: 4.3,
      furniture: 0.9,
    },
    carrier: { headline: 1.6, paragraph: 5.8, subhead: 1.3 },
    byline: { headline: 1.3, paragraph: 2.3, signature: 3.4 },
    standfirst: { paragraph: 0.7 },
    paragraph: {
      carrier: 6.8,
      continuation: 2.1,
      headline: 2.7,
      standfirst: 2,
      subhead: 2.5,
      furniture: 1.8,
    },
    continuation: { subhead: 4.3, paragraph: 1.3 },
    subhead: { furniture: 1.5, paragraph: 2.4 },
    signature: { byline: 4, continuation: 2.1, headline: 2.6, subhead: 1.8 },
    furniture: { byline: 3.8, headline: 2.6, paragraph: 2, subhead: 3.3 },
  } satisfies Record<Label, Partial<Record<Label, number>>> as Record<Label, Partial<Record<Label, number>>>,
  otherUnit: 0.3,
  /** Of the last paragraph of an article, for the one below it. */
  standfirstBelow: 1.7,
  begins: 0.6,
  /** … without an author line. */
  beginsBare: 1.7,
  inside: 0.3,
  /** … of an article that is so many times as long as most of its page, and may be two. */
  insideLong: 5.2,
  tooLong: 1.7,
};

/** Lines whose second-best reading comes close. */
export function closeLines(parsed: Parsed, article: number, { draft }: Headed): Doubt[] {
  const { file, parse, labels } = parsed;
  const doubts: Doubt[] = [];
  for (let at = draft.begin; at <= draft.end; at++) {
    const rival = parse.rivals[at];
    const label = labels[at];
    if (!rival || label === undefined) continue;
    if (rival.margin >= (sure.unit[label][rival.label] ?? sure.otherUnit)) continue;
    const line = lineAt(parsed, at);
    doubts.push({
      article,
      line,
      code: codeFor(label, rival.label),
      decided: wordsFor(label),
      runnerUp: wordsFor(rival.label),
      margin: rival.margin,
      correction: lineCorrection(file, linesAt(parsed, at), towards(label, rival.label)),
    });
  }
  return doubts;
}

/** A paragraph that ends an article, and might be the standfirst of the next, is a doubt of that one too. */
export function atTheEnd(
  parsed: Parsed,
  article: number,
  { draft }: Headed,
  close: readonly Doubt[],
): Doubt[] {
  const { parse, labels } = parsed;
  if (labels[draft.end] !== 'paragraph' || parse.rivals[draft.end]?.label !== 'standfirst') return [];
  const line = lineAt(parsed, draft.end);
  return close
    .filter((doubt) => doubt.line === line && doubt.margin < sure.standfirstBelow)
    .map((doubt) => ({ ...doubt, article: article + 1 }));
}

/** The line inside an article where another might begin most likely; in a long one sooner. */
export function closeBoundary(parsed: Parsed, article: number, { draft }: Headed, isLong: boolean): Doubt[] {
  const { file, parse } = parsed;
  const { boundaries } = parse;
  const marginAt = (at: number): number => boundaries[at] ?? Number.POSITIVE_INFINITY;
  let likeliest = draft.begin + 1;
  for (let at = likeliest + 1; at <= draft.end; at++) if (marginAt(at) < marginAt(likeliest)) likeliest = at;
  const margin = marginAt(likeliest);
  if (likeliest > draft.end || margin >= (isLong ? sure.insideLong : sure.inside)) return [];
  const line = lineAt(parsed, likeliest);
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
export function longOnes(articles: readonly Headed[]): boolean[] {
  const lengths = articles.map(({ draft }) => draft.blocks.reduce((sum, { text }) => sum + text.length, 0));
  const usual = [...lengths].sort((a, b) => a - b)[lengths.length >> 1] ?? 0;
  return lengths.map((length) => lengths.length >= 3 && length > usual * sure.tooLong);
}

/** A beginning in doubt is an end in doubt for the article before it. */
export function closeBeginning(parsed: Parsed, article: number, { draft }: Headed): Doubt[] {
  const margin = parsed.parse.boundaries[draft.begin] ?? Number.POSITIVE_INFINITY;
  if (article === 0 || margin >= (draft.bylines.length === 0 ? sure.beginsBare : sure.begins)) return [];
  const line = lineAt(parsed, draft.begin);
  const doubt = {
    line,
    code: 'boundary-unsure' as const,
    decided: 'the beginning of another article',
    runnerUp: 'a line inside the article above',
    margin,
    correction: lineCorrection(parsed.file, [line, line], 'begins: false'),
  };
  return [
    { ...doubt, article },
    { ...doubt, article: article - 1 },
  ];
}
