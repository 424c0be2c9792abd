/** Holds what ingest wrote against a gold: what is right, what is wrong, and whether it said so. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPlainBody } from '../../src/article/body.ts';
import { splitArticle } from '../../src/article/file.ts';
import { type Ledger, ledgerSchema } from '../../src/article/ledger.ts';
import { articleSchema, type Block, type Frontmatter } from '../../src/article/schema.ts';
import { decodeSource } from '../ingest/decode.ts';
import { splitLines } from '../ingest/lines.ts';
import type { Gold, GoldArticle } from './gold.ts';

export const fields = ['title', 'authors', 'roles', 'series', 'standfirst', 'body'] as const;
export type Field = (typeof fields)[number];

type Written = { frontmatter: Frontmatter; blocks: Block[] };
export type Verdict = {
  file: string;
  gold: GoldArticle;
  written?: Written;
  wrong: Field[];
  wrongHead: string[];
};

function readArticles(folder: string): Written[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.mdx'))
    .sort()
    .map((name) => {
      const { frontmatter, body } = splitArticle(readFileSync(join(folder, name), 'utf8'));
      return { frontmatter: articleSchema.parse(frontmatter), blocks: readPlainBody(body) ?? [] };
    });
}

/** The text of an article without its blanks. */
export const lettersOf = (blocks: readonly { text: string }[]): string =>
  blocks
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/gu, '');

/** How much of a gold body an article holds: the share of six-character stretches. */
function likeness(gold: string, body: string): number {
  const stretches = new Set<string>();
  for (let at = 0; at + 6 <= gold.length; at++) stretches.add(gold.slice(at, at + 6));
  let [shared, all] = [0, 0];
  for (let at = 0; at + 6 <= body.length; at += 3) {
    all++;
    if (stretches.has(body.slice(at, at + 6))) shared++;
  }
  return all === 0 ? 0 : shared / Math.max(all, stretches.size / 3);
}

/** A body that holds less of another is not the same. */
const leastLikeness = 0.3;

/** Of some articles, the one whose body is most like a gold's; `undefined` where none is like it. */
export function mostLike<T extends { blocks: readonly { text: string }[] }>(
  gold: string,
  articles: Iterable<T>,
): T | undefined {
  let best: { article: T; score: number } | undefined;
  for (const article of articles) {
    const score = likeness(gold, lettersOf(article.blocks));
    if (score >= leastLikeness && score > (best?.score ?? 0)) best = { article, score };
  }
  return best?.article;
}

/** What of an article is held against the gold. */
export type Compared = {
  frontmatter: Pick<Frontmatter, 'title' | 'authors' | 'series' | 'standfirst'>;
  blocks: readonly Block[];
};

export function wrongFields(gold: GoldArticle, { frontmatter, blocks }: Compared): Field[] {
  const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
  const right: Record<Field, boolean> = {
    title: frontmatter.title === gold.title,
    authors: same(
      frontmatter.authors.map(({ name }) => name),
      gold.authors.map(({ name }) => name),
    ),
    roles: same(
      frontmatter.authors.map(({ roles }) => roles),
      gold.authors.map(({ roles }) => roles),
    ),
    series: (frontmatter.series ?? null) === (gold.series ?? null),
    standfirst: (frontmatter.standfirst ?? null) === (gold.standfirst ?? null),
    body: same(
      blocks.map(({ kind, text }) => [kind, text]),
      gold.body.map(({ kind, text }) => [kind, text]),
    ),
  };
  return fields.filter((field) => !right[field]);
}

/** A verdict on each article of the gold; an article that was not found has none written. */
export function compare(gold: Gold, articleFolder: string): Verdict[] {
  const left = new Set(readArticles(articleFolder));
  return Object.entries(gold).flatMap(([file, { articles }]) =>
    articles.map((each): Verdict => {
      const ofFile = [...left].filter(({ frontmatter }) =>
        frontmatter.sources.some((source) => source.file === file),
      );
      const written = mostLike(lettersOf(each.body), ofFile);
      if (!written) return { file, gold: each, wrong: [...fields], wrongHead: [] };
      if (written.frontmatter.sources.length === 1) left.delete(written);
      const { frontmatter } = written;
      const wrongHead = (['date', 'publication', 'page'] as const).filter(
        (field) => (frontmatter[field] ?? null) !== (each[field] ?? null),
      );
      return { file, gold: each, written, wrong: wrongFields(each, written), wrongHead };
    }),
  );
}

/** Articles that were written and that no gold knows. */
export function surplus(gold: Gold, articleFolder: string): number {
  return Math.max(
    0,
    readArticles(articleFolder).length -
      Object.values(gold).reduce((sum, { articles }) => sum + articles.length, 0),
  );
}

/** Non-blank characters of the dumps that stand in no span of a ledger, or in two. */
export function charactersLost(sourceFolder: string, ledgerFolder: string): number {
  let lost = 0;
  for (const name of readdirSync(ledgerFolder, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.json')) continue;
    const ledger: Ledger = ledgerSchema.parse(JSON.parse(readFileSync(join(ledgerFolder, name), 'utf8')));
    const decoded = decodeSource(readFileSync(join(sourceFolder, ledger.source.file)));
    if (!decoded.ok) continue;
    const lines = splitLines(decoded.text);
    const seen = lines.map((line) => new Uint8Array(line.length));
    for (const { line, from, to } of ledger.spans)
      for (let at = from; at < to; at++) {
        const counts = seen[line - 1];
        if (counts) counts[at] = (counts[at] ?? 0) + 1;
      }
    for (const [index, line] of lines.entries())
      for (let at = 0; at < line.length; at++)
        if (/\S/u.test(line.charAt(at)) && seen[index]?.[at] !== 1) lost++;
  }
  return lost;
}
