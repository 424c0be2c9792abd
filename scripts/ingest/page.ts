/** One dump, read: its articles with the place of every character, before the rest of the archive has its say. */
import type { Author, Block } from '../../src/article/schema.ts';
import type { Doubt } from './doubts.ts';
import { draftsOf } from './drafts.ts';
import { featuresIn } from './features.ts';
import { type Fields, fieldsOf, groupedHeads, type HeadAt, headOver, scriptOf } from './fields.ts';
import { lookOf } from './head-look.ts';
import type { Headed } from './headed.ts';
import { assignHeadlines } from './headlines.ts';
import { layoutOf, type Unit } from './layout.ts';
import { linesOf } from './lines.ts';
import type { PageHead } from './page-head.ts';
import { type Constraint, parsePage } from './parse.ts';
import type { Passage } from './passage.ts';
import { markScheduled, scheduledIn } from './schedules.ts';
import type { SeriesKnowledge } from './series-look.ts';
import { nearEqual } from './similarity.ts';
import type { Label } from './state.ts';
import { doubtsOf } from './suspect.ts';
import type { Weighing } from './weights.ts';
import { unitsOf } from './wrapped.ts';

/** A paragraph or subhead; more units than one where it was torn. */
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
};

export type ReadPage = {
  /** Headings that were not read as the name of a series. */
  headings: string[];
  articles: ReadArticle[];
  furniture: (Passage & { reason: string })[];
  unplaced: Passage[];
  doubts: Doubt[];
};

/** All passages of an article but its furniture. */
export function passagesOf(article: ReadArticle): Passage[] {
  const { titleLines, seriesLine, bylines, standfirst, blocks } = article;
  return [
    ...titleLines,
    ...(seriesLine ? [seriesLine] : []),
    ...bylines,
    ...(standfirst ? [standfirst] : []),
    ...blocks,
  ];
}

/** A passage alone, without what the parse knew of it. */
function bare({ text, pieces, units }: Passage): Passage {
  return { text, pieces, units };
}

/** The first unit of an article, with its header. */
function beginOf({ draft }: Headed): number {
  return Math.min(draft.begin, ...draft.heads.flatMap(({ units }) => units));
}

/** @param next first unit of the article after it on the page, or one past the last of the page */
function articleOf(
  headed: Headed,
  { title, series, authors }: Fields,
  heads: readonly HeadAt[],
  next: number,
): ReadArticle {
  const { draft } = headed;
  const begin = beginOf(headed);
  const body = draft.blocks[0]?.units[0] ?? draft.end;
  return {
    title,
    titleLines: headed.title.map(bare),
    torn: headed.torn,
    authors,
    bylines: draft.bylines.map(({ text, pieces, units, signature }) => ({ text, pieces, units, signature })),
    ...(series && headed.series ? { series: series.name, seriesLine: bare(headed.series) } : {}),
    ...(series?.part === undefined ? {} : { seriesPart: series.part }),
    ...(draft.standfirst ? { standfirst: bare(draft.standfirst) } : {}),
    blocks: draft.blocks.map(({ kind, text, pieces, units }) => ({ kind, text, pieces, units })),
    lang: scriptOf(draft.blocks.map(({ text }) => text).join('') || title),
    head: headOver(heads, draft.begin < body ? [begin, body, next] : [begin, begin, next]),
  };
}

/** What corrections say of units, by index, from what they say of lines. */
function constraintsOf(
  units: readonly Unit[],
  constrain: ReadonlyMap<number, Constraint>,
): Map<number, Constraint> {
  const constraints = new Map<number, Constraint>();
  if (constrain.size === 0) return constraints;
  let above: number | undefined;
  for (let at = 0; at < units.length; at++) {
    const { pieces } = units[at] as Unit;
    const said = pieces.flatMap(({ line }) => constrain.get(line) ?? []);
    const found = said.find(
      ({ labels, begins, joins }) => labels !== undefined || begins !== undefined || joins !== undefined,
    );
    // Of the paragraphs that stand in one line the first begins an article, or goes on with the line above.
    const isFirst = pieces[0]?.line !== above;
    above = pieces.at(-1)?.line;
    if (!found) continue;
    const { begins: _begins, joins: _joins, ...rest } = found;
    constraints.set(at, isFirst ? found : rest);
  }
  return constraints;
}

/**
 * Reads a dump.
 *
 * @param file its name, for the corrections that the doubts propose
 * @param rawLines the lines of its text
 * @param known whether the rest of the archive knows a heading as a series
 * @param constrain what corrections say of a line, by 1-based number
 * @param weighing the weights to read with, in place of those that ship with the program
 */
export function readPage(
  file: string,
  rawLines: readonly string[],
  known: SeriesKnowledge,
  constrain: ReadonlyMap<number, Constraint> = new Map(),
  weighing?: Weighing,
): ReadPage {
  const lines = linesOf(rawLines);
  const layout = layoutOf(lines);
  const units = unitsOf(lines, layout, (line) => constrain.get(line)?.apart ?? false);
  if (units.length === 0) return { headings: [], articles: [], furniture: [], unplaced: [], doubts: [] };
  const features = featuresIn(units, layout);
  const constraints = constraintsOf(units, constrain);
  const parse = parsePage({ units, features, layout, constraints }, weighing);
  const labels: Label[] = [];
  for (const { begin, end, label } of parse.edges) for (let at = begin; at < end; at++) labels[at] = label;
  const sheet = draftsOf(units, parse.edges, layout.usualGap, constraints);
  markScheduled(sheet.drafts, sheet.furniture, units, features, layout.usualGap);
  const scheduled = scheduledIn(sheet.furniture, features);
  const { headed, unplaced } = assignHeadlines(
    sheet,
    (name) => known(name) || scheduled.some((series) => nearEqual(series, name)),
    weighing,
  );
  const fields = headed.map(fieldsOf);
  const heads = groupedHeads(
    features.flatMap(({ furniture }, at) =>
      furniture?.head && (labels[at] === 'furniture' || labels[at] === 'carrier')
        ? [{ at, head: furniture.head }]
        : [],
    ),
    (at) => labels[at] === 'furniture',
  );
  return {
    headings: [...headed.flatMap(({ title }) => title), ...unplaced].map((head) => lookOf(head).name),
    articles: headed.map((each, at) => {
      const after = headed[at + 1];
      return articleOf(each, fields[at] as Fields, heads, after ? after.draft.begin : units.length);
    }),
    furniture: sheet.furniture.map((passage) => {
      const seen = features[passage.units[0] ?? 0];
      return {
        ...passage,
        reason: seen?.furniture?.kind ?? (seen?.repeatsByline ? 'repeats-byline' : 'no-place'),
      };
    }),
    unplaced: [...unplaced, ...sheet.unplaced].map(bare),
    doubts: doubtsOf({ file, units, features, parse, labels }, headed, fields),
  };
}
