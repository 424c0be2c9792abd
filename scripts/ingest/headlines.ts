/**
 * Which headline belongs to which article, and which heading is the name of a series. Headings torn from their article
 * stand at the top or the end of a file or in another article's header; they are told apart by what they say.
 */
import type { Draft, HeadLine, Sheet } from './drafts.ts';
import { type Pair, place } from './placing.ts';
import { Bodies, nearEqual } from './similarity.ts';
import { simplify, simplifyPattern, widthOf } from './text.ts';
import { cutsWord } from './words.ts';

export type Headed = {
  draft: Draft;
  title: HeadLine[];
  /** What stands between the lines of a broken headline: a blank between its parts, nothing inside one. */
  joints: ('' | ' ')[];
  series?: HeadLine;
  /** How far the next best assignment of the article's headings lies behind. */
  margin: number;
  /** How much the series line looks like one; 0 where there is none. */
  seriesEvidence: number;
  /** A headline over several lines was put together by the lengths of its parts alone. */
  looselyJoined: boolean;
  /** The headline stood elsewhere in the file. */
  torn: boolean;
};

/** How sure it is, before the parse of a file, that a heading names a series: from the rest of the archive. */
export type SeriesKnowledge = (text: string) => boolean;

type Choice = { title: number[]; series?: number; spare: number[]; score: number };

/** Headings over one article among which its headline and series are looked for: the nearest. Pages have some ten. */
const mostHeads = 24;
const affinityWeight = 5;
const withoutTitle = -3;
const seriesWord = simplifyPattern(
  /系列|專欄|專題|專輯|札記|隨筆|隨想|漫談|縱橫|筆記|手記|論壇|筆陣|有話|觀察|視野|視角|直言|快語|點評|評彈|微言|集$|錄$|話$|談$|語$|記$/u,
);
const partMark = simplifyPattern(
  /[\s·•・—-]*[（(〔【]?\s*(?:之|第)?(?<part>[上中下]|(?:[一二三四五六七八九十]{1,2}之)?[一二三四五六七八九十]{1,3}|\d{1,2}(?:\s*[/／]\s*\d{1,2})?)\s*(?:篇|章|集|回|期|部分)?\s*[）)〕】]$/u,
);
const numberedPart = simplifyPattern(
  /[\s·•・—-]*(?:之|第)(?<part>[一二三四五六七八九十]{1,3}|\d{1,2})(?:篇|章|集|回|期|部分)?$/u,
);

/** No part mark is longer, with the blanks before it: a line of blanks without end is not searched for one. */
const longestPartMark = 48;

/** Parts a series line into its standing name and its part mark: 醫路同行（下） → 醫路同行, 下. */
export function splitPart(text: string): { name: string; part?: string } {
  const from = Math.max(0, text.length - longestPartMark);
  const plain = simplify(text.slice(from));
  const match = partMark.exec(plain) ?? numberedPart.exec(plain);
  const part = match?.groups?.part;
  if (!match || part === undefined || from + match.index < 2) return { name: text };
  const begin = from + match.index;
  const at = text.indexOf(part, begin);
  return { name: text.slice(0, begin).trim(), part: at < 0 ? part : text.slice(at, at + part.length) };
}

/** Brackets around a whole line: how columns are named, and headlines hardly ever. */
const wholeBracket = /^[【〔[].+[】〕\]]$/u;

function seriesLikeness(
  head: HeadLine,
  at: number,
  known: SeriesKnowledge,
  repeats: (text: string) => boolean,
): number {
  if (head.carried === 'series') return 6;
  if (head.carried === 'title') return -6;
  const { name, part } = splitPart(head.text);
  const plain = simplify(name);
  const bracketed = wholeBracket.test(name);
  const width = widthOf(name);
  let score = -1.2;
  if (known(name)) score += 6;
  if (repeats(name)) score += 4;
  if (part !== undefined && width <= 6) score += 1;
  if (bracketed) score += 4;
  else if (/^[■◆●▍▎]/u.test(name)) score += 1.5;
  if (seriesWord.test(plain)) score += 0.8;
  if (width <= 6 && !/\s/u.test(name)) score += 1.2;
  else if (width > 18) score -= 0.5;
  if (/\s/u.test(name)) score -= 1.6;
  if (/[：:]/u.test(name)) score += 0.4;
  if (/[？！?!]$/u.test(name)) score -= 2;
  return score + (at === 0 ? 0.3 : 0);
}

/** Words that no part of a headline ends with. */
const unfinished = simplifyPattern(
  /[的之與和及在是為把被讓對向從將更最再不要能會應該須以於就也都]$|(?:怎樣|如何|怎麼|為何|什麼|甚麼|可以|應該|必須|[一兩二三四五六七八九十幾每這那各某][個盞位件張本次場座名條份家間所隻頭句種項])$/u,
);

/** Whether words, not lengths alone, tell how two lines of a headline belong together. */
function tellsJoint(above: HeadLine, below: HeadLine): boolean {
  const [a, b] = [widthOf(above.text), widthOf(below.text)];
  const even = Math.abs(a - b) <= 1 && a <= 10 && !/\s/u.test(above.text + below.text);
  return even || above.full || unfinished.test(simplify(above.text)) || cutsWord(above.text, below.text);
}

function jointOf(above: HeadLine, below: HeadLine): '' | ' ' {
  if (above.full) return '';
  if (/[：:，、「『（(—]$/u.test(above.text) || /^[」』）)，、：:]/u.test(below.text)) return '';
  const [a, b] = [widthOf(above.text), widthOf(below.text)];
  const even = Math.abs(a - b) <= 1 && a >= 6 && b >= 6;
  if (unfinished.test(simplify(above.text)) || (!even && cutsWord(above.text, below.text))) return '';
  const lengths = [
    widthOf(above.text.split(/\s+/u).at(-1) ?? ''),
    widthOf(below.text.split(/\s+/u)[0] ?? ''),
  ];
  const latin = /[\p{Script=Latin}\d]$/u.test(above.text) || /^[\p{Script=Latin}\d]/u.test(below.text);
  return Math.min(...lengths) <= 3 && !latin ? '' : ' ';
}

/** Whether a heading stands on the line right below another one. */
function rightBelow(above: HeadLine | undefined, below: HeadLine): boolean {
  return above !== undefined && (below.units[0] ?? 0) === (above.units.at(-1) ?? 0) + 1;
}

/** Whether lines that follow each other make one headline, broken. */
function brokenScore(lines: readonly HeadLine[]): number {
  let score = 0;
  for (const [at, below] of lines.entries()) {
    const above = lines[at - 1];
    if (!above) continue;
    if (!rightBelow(above, below) || above.carried || below.carried) return -9;
    const [wide, narrow] = [
      Math.max(widthOf(above.text), widthOf(below.text)),
      Math.min(widthOf(above.text), widthOf(below.text)),
    ];
    const plain = !/\s/u.test(above.text) && !/\s/u.test(below.text);
    if (above.full) score += 2.4;
    else if (jointOf(above, below) === '') score += /\s/u.test(below.text) && wide > 14 ? -1 : 1.4;
    else if (/[：:]/u.test(above.text) || seriesWord.test(simplify(above.text))) score -= 2;
    else if (plain && wide <= 10 && narrow >= 5 && wide - narrow <= 1) score += 1.6;
    else if (plain && wide <= 12 && narrow >= 5 && wide - narrow <= 3) score += 0.6;
    else if (plain && widthOf(above.text) >= 11 && wide + narrow <= 30) score += 0.6;
    else score -= 1.6;
    if (wide + narrow > 30) score -= 2;
    // Two headlines of two parts each, or a part mark between them, are two headlines.
    if (partMark.test(simplify(above.text)) || (/\s/u.test(above.text) && /\s/u.test(below.text))) score -= 3;
  }
  return score;
}

function choicesFor(
  heads: readonly HeadLine[],
  affinity: (head: HeadLine) => number,
  known: SeriesKnowledge,
  likeness: (head: HeadLine, at: number) => number,
): Choice[] {
  const all = heads.map((_, at) => at).slice(-mostHeads);
  const titles: number[][] = [[]];
  for (let from = 0; from < all.length; from++)
    for (let to = from; to < Math.min(all.length, from + 3); to++) titles.push(all.slice(from, to + 1));
  const choices: Choice[] = [];
  for (const title of titles) {
    const lines = title.map((at) => heads[at] as HeadLine);
    const base =
      title.length === 0
        ? withoutTitle
        : 2.5 +
          (lines.reduce((sum, line) => sum + affinity(line), 0) / lines.length) * affinityWeight +
          (title.length > 1 ? brokenScore(lines) : 0) +
          (lines[0]?.carried === 'title' ? 3 : 0) -
          (lines[0]?.carried === 'series' ? 6 : 0) -
          (lines.some(({ text }) => wholeBracket.test(text)) ? 4 : 0) -
          (lines.some((line) => line.carried !== 'title' && known(splitPart(line.text).name)) ? 6 : 0);
    for (const series of [undefined, ...all.filter((at) => !title.includes(at))]) {
      const spare = heads.flatMap((_, at) => (title.includes(at) || at === series ? [] : [at]));
      const line = series === undefined ? undefined : heads[series];
      choices.push({
        title,
        ...(series === undefined ? {} : { series }),
        spare,
        score:
          base +
          (line && series !== undefined ? likeness(line, series) : 0) -
          // A column's name stands above the headline, or apart from it; hardly ever right below.
          (line &&
          series !== undefined &&
          line.carried === undefined &&
          title.includes(series - 1) &&
          rightBelow(heads[series - 1], line)
            ? 1.5
            : 0),
      });
    }
  }
  return choices.sort((a, b) => b.score - a.score);
}

/**
 * Assigns the headings of a file.
 *
 * @returns a headed draft for each draft, and the headings that fit none
 */
export function assignHeadlines(
  sheet: Sheet,
  known: SeriesKnowledge,
): { headed: Headed[]; unplaced: HeadLine[] } {
  const { drafts, strays } = sheet;
  const counts = new Map<string, number>();
  for (const { heads } of drafts)
    for (const head of heads) {
      const name = simplify(splitPart(head.text).name);
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  const near = new Map<string, boolean>();
  const repeats = (name: string): boolean => {
    const plain = simplify(name);
    if ((counts.get(plain) ?? 0) > 1) return true;
    // A slip in a series name shows on the pages of one day; among hundreds of headings it would cost too much to look.
    if (widthOf(name) < 8 || counts.size > 400) return false;
    const found =
      near.get(plain) ?? [...counts.keys()].some((other) => other !== plain && nearEqual(other, plain));
    near.set(plain, found);
    return found;
  };
  const looks = new Map<HeadLine, number>();
  // Only the first line of a header looks more like a series for its place.
  const likeness = (head: HeadLine, at: number): number => {
    const found = looks.get(head) ?? seriesLikeness(head, 1, known, repeats);
    looks.set(head, found);
    return at === 0 ? seriesLikeness(head, 0, known, repeats) : found;
  };
  const headed: Headed[] = [];
  // A file of hundreds of articles is many pages in one: headlines do not stray from one end to the other.
  for (let from = 0; from < Math.max(1, drafts.length); from += mostDrafts) {
    const isLast = from + mostDrafts >= drafts.length;
    const some = drafts.slice(from, from + mostDrafts);
    for (const each of assignWithin(some, isLast ? strays : [], known, likeness)) headed.push(each);
  }
  const used = new Set(headed.flatMap(({ title, series }) => (series ? [...title, series] : title)));
  const unplaced = [...strays, ...drafts.flatMap(({ heads }) => heads)].filter((head) => !used.has(head));
  return { headed, unplaced };
}

/** Articles among which headlines are given out together. */
const mostDrafts = 64;

function assignWithin(
  drafts: readonly Draft[],
  strays: readonly HeadLine[],
  known: SeriesKnowledge,
  likeness: (head: HeadLine, at: number) => number,
): Headed[] {
  const heads = [...strays, ...drafts.flatMap((draft) => draft.heads)];
  const bodies = new Bodies(
    drafts.map((draft) => [draft.standfirst?.text ?? '', ...draft.blocks.map(({ text }) => text)].join('\n')),
    heads.map(({ text }) => text),
  );
  const affinities = new Map<HeadLine, Float64Array>();
  const affinity = (head: HeadLine, article: number): number => {
    const scores = affinities.get(head) ?? bodies.affinities(head.text);
    affinities.set(head, scores);
    return scores[article] ?? 0;
  };
  const choices = drafts.map((draft, at) =>
    choicesFor(draft.heads, (head) => affinity(head, at), known, likeness),
  );
  const chosen = choices.map(() => 0);
  const worth = (spare: HeadLine, article: number): number =>
    -withoutTitle -
    2.5 +
    affinity(spare, article) * affinityWeight * 1.4 -
    (likeness(spare, 1) > 3 ? 6 : 0) -
    // From the midst of the file a heading is torn away less often than from where headlines stand together.
    (spare.draft > 0 ? 1.5 : 0);
  const total = (
    pick: readonly number[],
    forbidden?: { spare: HeadLine; article: number },
  ): { score: number; pairs: Pair<HeadLine>[] } => {
    let score = 0;
    const spares = [...strays];
    const open: number[] = [];
    for (const [at, index] of pick.entries()) {
      const choice = choices[at]?.[index];
      if (!choice) continue;
      score += choice.score;
      if (choice.title.length === 0) open.push(at);
      for (const spare of choice.spare) spares.push(drafts[at]?.heads[spare] as HeadLine);
    }
    const placed = place(spares, open, (spare, article) =>
      spare === forbidden?.spare && article === forbidden.article ? -100 : worth(spare, article),
    );
    return { score: score + placed.score, pairs: placed.pairs };
  };
  let best = total(chosen);
  for (let better = true; better; ) {
    better = false;
    for (const [at, options] of choices.entries()) {
      for (let index = 0; index < options.length; index++) {
        if (index === chosen[at]) continue;
        const trial = total(chosen.with(at, index));
        if (trial.score > best.score + 1e-9) {
          chosen[at] = index;
          best = trial;
          better = true;
        }
      }
    }
  }
  return drafts.map((draft, at): Headed => {
    const choice = choices[at]?.[chosen[at] ?? 0];
    const given = best.pairs.find(({ article }) => article === at)?.spare;
    const title = given ? [given] : (choice?.title ?? []).map((index) => draft.heads[index] as HeadLine);
    const series = choice?.series === undefined ? undefined : draft.heads[choice.series];
    let margin = Number.POSITIVE_INFINITY;
    for (let index = 0; index < (choices[at]?.length ?? 0); index++) {
      if (index === chosen[at]) continue;
      margin = Math.min(margin, best.score - total(chosen.with(at, index)).score);
    }
    if (given) margin = Math.min(margin, best.score - total(chosen, { spare: given, article: at }).score);
    return {
      draft,
      title,
      joints: title.slice(1).map((line, index) => jointOf(title[index] as HeadLine, line)),
      ...(series ? { series } : {}),
      margin,
      seriesEvidence: series && choice?.series !== undefined ? likeness(series, choice.series) : 0,
      looselyJoined: title.slice(1).some((line, index) => !tellsJoint(title[index] as HeadLine, line)),
      torn: given !== undefined,
    };
  });
}
