/** An article as the index takes it: the blocks that are searched, in order. */
import type { Block, Frontmatter } from '../article/schema.ts';
import type { Folding } from '../text/folding.ts';
import { filler, positionsOf, standsAlone, wordsOf } from './tokens.ts';
import { formsIn, streamOf } from './units.ts';

/** Where the parts of a document lie, in positions: the title, then byline and series, then the body. */
export interface Extent {
  /** Where the title ends. */
  title: number;
  /** Where standfirst, subheads and paragraphs begin. */
  body: number;
  /** Where they end, or nearly. */
  end: number;
}

/** Whether what stands at a position is counted: all but byline and series. */
export function isCounted({ title, body }: Extent, position: number): boolean {
  return position < title || position >= body;
}

export interface IndexDocument extends Extent {
  /** Where each word stands that two neighbouring units make, in positions. */
  words: Map<string, number[]>;
  /** Where each unit that can be looked up alone stands, in positions. */
  units: Map<string, number[]>;
  /** Where each form stands that is not the usual one of its unit. */
  forms: Map<string, number[]>;
}

/** The parts of an article that are searched. */
export type Searched = Pick<Frontmatter, 'title' | 'standfirst' | 'authors' | 'series' | 'seriesPart'> & {
  blocks: readonly Block[];
};

/** Texts in which occurrences count, the title first. Each is a block that no phrase reaches over. */
export function countedTexts({ title, standfirst, blocks }: Omit<Searched, 'authors'>): string[] {
  return [title, ...(standfirst === undefined ? [] : [standfirst]), ...blocks.map(({ text }) => text)];
}

/** Texts that are searched without being counted: bylines and series. */
export function uncountedTexts({
  authors,
  series,
  seriesPart,
}: Omit<Searched, 'blocks' | 'title'>): string[] {
  const bylines = authors.flatMap(({ name, honorific = '', roles }) => [name + honorific, ...roles]);
  return [...bylines, ...[series, seriesPart].filter((text) => text !== undefined)];
}

function note(places: Map<string, number[]>, key: string, position: number): void {
  const known = places.get(key);
  if (known === undefined) places.set(key, [position]);
  else known.push(position);
}

/**
 * Makes an article ready to be indexed.
 *
 * @param rare forms of which the index is to say where they stand
 */
export function documentOf(
  article: Searched,
  folding: Folding,
  rare: ReadonlySet<string> = new Set(),
): IndexDocument {
  const words = new Map<string, number[]>();
  const units = new Map<string, number[]>();
  const forms = new Map<string, number[]>();
  const ends: number[] = [];
  let length = 0;
  const [headline = '', ...body] = countedTexts(article);
  const uncounted = uncountedTexts(article);
  for (const text of [headline, ...uncounted, ...body]) {
    const stream = streamOf(text, folding);
    const written = formsIn(text, stream);
    for (const [at, position] of positionsOf(stream).entries()) {
      const unit = stream.units[at] as string;
      if (standsAlone(unit)) note(units, unit, length + position);
      const form = written[at] as string;
      if (rare.has(form)) note(forms, form, length + position);
    }
    for (const word of wordsOf(stream)) {
      if (word !== filler) note(words, word, length);
      length++;
    }
    ends.push(length);
  }
  return {
    title: ends[0] ?? 0,
    body: ends[uncounted.length] ?? 0,
    end: length,
    words,
    units,
    forms,
  };
}
