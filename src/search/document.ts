/** An article as the index takes it: the blocks that are searched, in order. */
import type { Block, Frontmatter } from '../article/schema.ts';
import type { Folding } from '../text/folding.ts';
import { positionsOf, standsAlone, wordsOf } from './tokens.ts';
import { formsIn, streamOf } from './units.ts';

export interface IndexDocument {
  /** Words for Pagefind, parted by blanks. */
  content: string;
  /** Positions at which the title, and all that is counted, end. */
  title: number;
  counted: number;
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
  const words: string[] = [];
  const units = new Map<string, number[]>();
  const forms = new Map<string, number[]>();
  const ends: number[] = [];
  const counted = countedTexts(article);
  for (const text of [...counted, ...uncountedTexts(article)]) {
    const stream = streamOf(text, folding);
    const written = formsIn(text, stream);
    for (const [at, position] of positionsOf(stream).entries()) {
      const unit = stream.units[at] as string;
      if (standsAlone(unit)) note(units, unit, words.length + position);
      const form = written[at] as string;
      if (rare.has(form)) note(forms, form, words.length + position);
    }
    for (const word of wordsOf(stream)) words.push(word);
    ends.push(words.length);
  }
  return {
    content: words.join(' '),
    title: ends[0] ?? 0,
    counted: ends[counted.length - 1] ?? 0,
    units,
    forms,
  };
}
