/** One dump, read: its articles with the place of every character, before the rest of the archive has its say. */
import type { ReviewCode } from '../../src/article/codes.ts';
import type { Author, Block } from '../../src/article/schema.ts';
import { codeFor, type Doubt, lineCorrection, wordsFor } from './doubts.ts';
import { draftsOf, type Passage } from './drafts.ts';
import { featuresIn } from './features.ts';
import type { PageHead } from './furniture.ts';
import { assignHeadlines, type Headed, type SeriesKnowledge, splitPart } from './headlines.ts';
import { layoutOf, unitsOf } from './layout.ts';
import { linesOf } from './lines.ts';
import { type Constraint, type Parse, parsePage } from './parse.ts';
import { authorOfNote, rolesOfNote } from './signature.ts';
import { simplify, widthOf } from './text.ts';

/** A paragraph or subhead; its pieces beyond the first line of a unit were torn from it. */
export type ReadBlock = Block & Passage;

export type ReadArticle = {
  title: string;
  titleLines: Passage[];
  /** The headline stood elsewhere in the file and was given to this article by what it says. */
  torn: boolean;
  authors: Author[];
  bylines: (Passage & { signature: boolean })[];
  series?: string;
  seriesPart?: string;
  seriesLine?: Passage;
  standfirst?: Passage;
  blocks: ReadBlock[];
  lang: 'zh-Hant' | 'zh-Hans';
  head: PageHead;
  review: ReviewCode[];
  /** First and last line, for the order of articles and the ranges of their source. */
  lines: [number, number];
};

export type ReadPage = {
  /** Headings that were not read as the name of a series. */
  headings: string[];
  articles: ReadArticle[];
  furniture: (Passage & { reason: string })[];
  unplaced: Passage[];
  /** Each with the index of its article. */
  doubts: (Doubt & { article: number })[];
};

/** Below these margins a reading is doubtful. */
const sure = {
  unit: 1.2,
  headline: 0.7,
  byline: 0.6,
  series: 0.2,
  boundary: 1.4,
  boundaryAtShift: 2.8,
  shift: 1.3,
};

export const noHeadline = '〔無題〕';
export const noAuthor: Author = { name: '佚名', roles: [] };

/** The headline as it is shown: parts joined by one space. */
function titleOf({ title, joints }: Headed): string {
  return title
    .map(({ text }, at) => `${at === 0 ? '' : joints[at - 1]}${text}`)
    .join('')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Takes the brackets and marks off a series line: 【街市人間】 → 街市人間. */
function seriesName(text: string): string {
  return text
    .replace(/^[■◆●▍▎★☆◎\s]+/u, '')
    .replace(/^[【[〔「『《〈](.+)[】\]〕」』》〉]$/u, '$1')
    .replace(/\s+/gu, ' ')
    .trim();
}

function authorsOf({ draft }: Headed): Author[] {
  const authors = draft.bylines.flatMap(({ byline }) => byline.authors);
  const notes = draft.blocks.slice(-2).filter(({ kind }) => kind === 'p');
  const [only] = authors;
  if (only && authors.length === 1) {
    const known = only.roles.join();
    const added = notes.flatMap(({ text }) => rolesOfNote(text)).filter((role) => !known.includes(role));
    return [{ ...only, roles: [...only.roles, ...added] }];
  }
  if (only) return authors;
  const noted = notes.reverse().map(({ text }) => authorOfNote(text));
  return [noted.find((author) => author !== undefined) ?? noAuthor];
}

/** What the page heads above a unit say; one without a date only turns the page. */
function headOver(heads: readonly { at: number; head: PageHead }[], unit: number): PageHead {
  let held: PageHead = {};
  for (const { at, head } of heads) if (at < unit) held = head.date ? head : { ...held, ...head };
  return held;
}

/** The script of a text: Traditional prose has many characters that fold to another, Simplified hardly any. */
export function scriptOf(text: string): 'zh-Hant' | 'zh-Hans' {
  const chars = [...text].filter((char) => char >= '\u3400');
  const plain = [...simplify(chars.join(''))];
  const changed = chars.filter((char, at) => char !== plain[at]).length;
  return changed > chars.length * 0.08 ? 'zh-Hant' : 'zh-Hans';
}

function linesOfArticle(passages: readonly Passage[]): [number, number] {
  const lines = passages.flatMap(({ pieces }) => pieces.map(({ line }) => line));
  return [Math.min(...lines), Math.max(...lines)];
}

/**
 * Reads a dump.
 *
 * @param file its name, for the doubts
 * @param rawLines the lines of its text
 * @param known whether the rest of the archive knows a heading as a series
 * @param constrain what corrections say of a line, by 1-based number
 */
export function readPage(
  file: string,
  rawLines: readonly string[],
  known: SeriesKnowledge,
  constrain: ReadonlyMap<number, Constraint> = new Map(),
): ReadPage {
  const lines = linesOf(rawLines);
  const layout = layoutOf(lines);
  const units = unitsOf(lines, layout);
  if (units.length === 0) return { headings: [], articles: [], furniture: [], unplaced: [], doubts: [] };
  const features = featuresIn(units);
  const constraints = new Map(
    units.flatMap(({ pieces }, at): [number, Constraint][] => {
      const found = pieces
        .map(({ line }) => constrain.get(line))
        .find((constraint) => constraint !== undefined);
      return found ? [[at, found]] : [];
    }),
  );
  const parse = parsePage({ units, features, layout, constraints });
  const sheet = draftsOf(units, parse.edges);
  const { headed, unplaced } = assignHeadlines(sheet, known);

  const heads = features.flatMap(({ furniture }, at) =>
    furniture?.head && isFurniture(parse, at) ? [{ at, head: furniture.head }] : [],
  );
  const doubts: ReadPage['doubts'] = [];
  const articles = headed.map((each, article): ReadArticle => {
    const { draft } = each;
    const review = new Set<ReviewCode>();
    const begin = Math.min(draft.begin, ...draft.heads.flatMap(({ units: at }) => at));
    for (let at = draft.begin; at <= draft.end; at++) {
      const rival = parse.rivals[at];
      const label = labelAt(parse, at);
      if (!rival || label === undefined || rival.margin >= sure.unit) continue;
      const code = codeFor(label, rival.label);
      const line = units[at]?.pieces[0]?.line ?? 1;
      review.add(code);
      doubts.push({
        article,
        file,
        line,
        code,
        decided: wordsFor(label),
        runnerUp: wordsFor(rival.label),
        margin: rival.margin,
        correction: lineCorrection(file, line, rival.label),
      });
    }
    for (let at = draft.begin + 1; at <= draft.end; at++) {
      const margin = parse.boundaries[at] ?? Number.POSITIVE_INFINITY;
      const changes = (features[at]?.shift ?? 0) >= sure.shift && labelAt(parse, at) === 'subhead';
      if (margin >= (changes ? sure.boundaryAtShift : sure.boundary) || review.has('boundary-unsure'))
        continue;
      const line = units[at]?.pieces[0]?.line ?? 1;
      review.add('boundary-unsure');
      doubts.push({
        article,
        file,
        line,
        code: 'boundary-unsure',
        decided: 'a line inside the article',
        runnerUp: 'the beginning of another article',
        margin,
        correction: `lines:\n  - { file: ${JSON.stringify(file)}, line: ${line}, begins: true, reason: "…" }`,
      });
    }
    for (let at = draft.begin; at <= draft.end; at++) {
      const seen = features[at];
      const label = labelAt(parse, at);
      if (!seen?.nearPicture || seen.width > 40 || (label !== 'paragraph' && label !== 'continuation'))
        continue;
      const line = units[at]?.pieces[0]?.line ?? 1;
      review.add('furniture-unsure');
      doubts.push({
        article,
        file,
        line,
        code: 'furniture-unsure',
        decided: wordsFor(label),
        runnerUp: 'the caption of the picture beside it',
        margin: 1,
        correction: lineCorrection(file, line, 'furniture'),
      });
    }
    const series = each.series ? splitPart(seriesName(each.series.text)) : undefined;
    const passages = [
      ...draft.bylines,
      ...(draft.standfirst ? [draft.standfirst] : []),
      ...draft.blocks,
      ...(each.torn ? [] : each.title),
      ...(each.series ? [each.series] : []),
    ];
    const range = linesOfArticle(passages.length > 0 ? passages : each.title);
    const doubt = (
      code: ReviewCode,
      decided: string,
      runnerUp: string,
      margin: number,
      set: string,
    ): void => {
      review.add(code);
      const line = each.title[0]?.pieces[0]?.line ?? range[0];
      doubts.push({
        article,
        file,
        line,
        code,
        decided,
        runnerUp,
        margin,
        correction: `fields:\n  - { id: ID, set: { ${set} }, reason: "…" }`,
      });
    };
    const title =
      each.title.length > 0 ? titleOf(each) : each.series ? seriesName(each.series.text) : noHeadline;
    if (each.title.length === 0)
      doubt(
        'no-headline',
        `no headline: titled ${title}`,
        'a headline that the dump does not hold',
        0,
        'title: "…"',
      );
    else if (each.margin < sure.headline || each.looselyJoined)
      doubt(
        'headline-unsure',
        `the headline is ${title}`,
        'another heading of the file',
        each.margin,
        'title: "…"',
      );
    if (series && each.seriesEvidence < sure.series)
      doubt(
        'series-unsure',
        `the series is ${series.name}`,
        'no series',
        each.seriesEvidence,
        'series: null',
      );
    if (each.torn && draft.bylines.length === 0)
      doubt(
        'boundary-unsure',
        'an article without headline or author line of its own',
        'the rest of the one above',
        0,
        'title: "…"',
      );
    if (each.title.length === 1 && widthOf(title) <= 4.5)
      doubt('headline-unsure', `the headline is ${title}`, 'the name of a series', 0.5, 'title: "…"');
    const authors = authorsOf(each);
    if (authors[0] === noAuthor)
      doubt(
        'no-byline',
        'no author line: 佚名',
        'an author line that was not recognised',
        0,
        'authors: [{ name: "…", roles: [] }]',
      );
    else {
      const weakest = Math.min(...draft.bylines.map(({ byline }) => byline.score));
      if (weakest < sure.byline)
        doubt(
          'byline-unsure',
          `written by ${authors.map(({ name }) => name).join('、')}`,
          'not an author line',
          weakest,
          'authors: [{ name: "…", roles: [] }]',
        );
    }
    const body = draft.blocks.map(({ text }) => text).join('');
    const head = headOver(heads, begin);
    return {
      title,
      titleLines: each.title,
      torn: each.torn,
      authors,
      bylines: draft.bylines,
      ...(series
        ? {
            series: series.name,
            ...(series.part ? { seriesPart: series.part } : {}),
            seriesLine: each.series,
          }
        : {}),
      ...(draft.standfirst ? { standfirst: draft.standfirst } : {}),
      blocks: draft.blocks,
      lang: scriptOf(body || title),
      head,
      review: [...review],
      lines: range,
    };
  });
  // A beginning in doubt is an end in doubt for the article before it.
  for (const [at, each] of headed.entries()) {
    const before = articles[at - 1];
    if (
      before &&
      (parse.boundaries[each.draft.begin] ?? 9) < sure.boundary &&
      !before.review.includes('boundary-unsure')
    ) {
      before.review.push('boundary-unsure');
      const line = units[each.draft.begin]?.pieces[0]?.line ?? 1;
      doubts.push({
        article: at - 1,
        file,
        line,
        code: 'boundary-unsure',
        decided: 'the beginning of another article',
        runnerUp: 'a line inside the article',
        margin: parse.boundaries[each.draft.begin] ?? 0,
        correction: `lines:\n  - { file: ${JSON.stringify(file)}, line: ${line}, begins: false, reason: "…" }`,
      });
    }
  }
  const furniture = sheet.furniture.map((passage) => ({
    ...passage,
    reason:
      features[passage.units[0] ?? 0]?.furniture?.kind ??
      (features[passage.units[0] ?? 0]?.repeatsByline ? 'repeats-byline' : 'no-place'),
  }));
  const headings = [...headed.flatMap(({ title }) => title), ...unplaced].map(
    ({ text }) => splitPart(text).name,
  );
  return { headings, articles, furniture, unplaced, doubts };
}

function labelAt(parse: Parse, unit: number): Parse['edges'][number]['label'] | undefined {
  return parse.edges.find(({ begin, end }) => begin <= unit && unit < end)?.label;
}

function isFurniture(parse: Parse, unit: number): boolean {
  return labelAt(parse, unit) === 'furniture';
}
