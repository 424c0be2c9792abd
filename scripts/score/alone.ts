/** Reads dumps one by one, each as if it were the whole archive, and holds them against a gold: no files, a few milliseconds each. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReviewCode } from '../../src/article/codes.ts';
import type { Block } from '../../src/article/schema.ts';
import { decodeSource } from '../ingest/decode.ts';
import { splitLines } from '../ingest/lines.ts';
import { type ReadPage, readPage } from '../ingest/page.ts';
import { nearEqual } from '../ingest/similarity.ts';
import type { Weighing } from '../ingest/weights.ts';
import { type Compared, lettersOf, mostLike, wrongFields } from './compare.ts';
import { type GoldArticle, readGold } from './gold.ts';

export type Dump = {
  file: string;
  lines: readonly string[];
  articles: readonly GoldArticle[];
  furniture: readonly string[];
};

/** The dumps of a folder with a `gold.json` beside its `sources/`; one that cannot be decoded is left out. */
export function readDumps(folder: string): Dump[] {
  return Object.entries(readGold(join(folder, 'gold.json'))).flatMap(
    ([file, { articles, furniture = [] }]) => {
      const decoded = decodeSource(readFileSync(join(folder, 'sources', file)));
      return decoded.ok ? [{ file, lines: splitLines(decoded.text), articles, furniture }] : [];
    },
  );
}

/** An article of the gold, and what was read for it. */
export type ReadAlone = {
  gold: GoldArticle;
  read?: Compared & { blocks: readonly Block[]; review: ReviewCode[] };
  wrong: ReturnType<typeof wrongFields>;
};

/** Reads a dump; names of series that return in it, in whatever spelling, are known when it is read again. */
function readTwice({ file, lines }: Dump, weighing: Weighing | undefined): ReadPage {
  const first = readPage(file, lines, () => false, new Map(), weighing);
  const names = first.articles.flatMap(({ series }) => (series === undefined ? [] : [series]));
  const returning = names.filter((name, at) =>
    names.some((other, by) => by !== at && nearEqual(other, name)),
  );
  if (returning.length === 0) return first;
  const known = (text: string): boolean => returning.some((name) => nearEqual(name, text));
  return readPage(file, lines, known, new Map(), weighing);
}

/** @param weighing the weights to read with, in place of those that ship with the program */
export function readAlone(dump: Dump, weighing?: Weighing): ReadAlone[] {
  const page = readTwice(dump, weighing);
  const left = new Set(page.articles);
  return dump.articles.map((gold): ReadAlone => {
    const article = mostLike(lettersOf(gold.body), left);
    if (!article) return { gold, wrong: ['body'] };
    left.delete(article);
    const { title, authors, series, standfirst, blocks } = article;
    // One of two near-equal spellings is chosen by the archive, not by the page.
    const named = series && gold.series && nearEqual(series, gold.series) ? gold.series : series;
    const frontmatter = { title, authors, series: named, standfirst: standfirst?.text };
    const at = page.articles.indexOf(article);
    const review = page.doubts.filter((doubt) => doubt.article === at).map(({ code }) => code);
    const compared = { frontmatter, blocks };
    return { gold, read: { ...compared, review }, wrong: wrongFields(gold, compared) };
  });
}

export type Tally = { articles: number; exact: number; silent: number; flagged: number };

/** How many articles of some dumps are exact, wrong without a review code, and exact with one. */
export function tally(dumps: readonly Dump[], weighing?: Weighing): Tally {
  const sum: Tally = { articles: 0, exact: 0, silent: 0, flagged: 0 };
  for (const dump of dumps)
    for (const { read, wrong } of readAlone(dump, weighing)) {
      const isFlagged = (read?.review.length ?? 0) > 0;
      sum.articles++;
      if (wrong.length === 0) sum.exact++;
      if (wrong.length > 0 && !isFlagged) sum.silent++;
      if (wrong.length === 0 && isFlagged) sum.flagged++;
    }
  return sum;
}
