/** The first stage: one dump decoded and parsed, and what the rest of the archive needs to know of it. */
import { join } from 'node:path';
import type { Problem } from '../../../src/article/report.ts';
import { fingerprintOf } from '../archive/fingerprint.ts';
import { cacheIn, keyOf } from '../cache.ts';
import { constraintsFor, correctionName } from '../correct.ts';
import { hashOf } from '../digests.ts';
import type { Encoding } from '../encodings.ts';
import { type KeptPage, keptOf, pageOfKept } from '../kept.ts';
import { passagesOf, type ReadArticle, type ReadPage, readPage } from '../page.ts';
import { rangesOf } from '../ranges.ts';
import { readSource, type Source } from '../sources.ts';
import { splitParagraphs } from '../split.ts';
import type { Context } from './context.ts';

export type ReadTask = {
  file: string;
  /** Headings of the dump that the archive knows as names of series. */
  known: readonly string[];
};

/** Of an article, what tells it from others and gives it its id. */
export type Summary = {
  series?: string;
  /** The text its id is minted from. */
  start: string;
  fingerprint: number[];
  /** Lines of its paragraphs; all its lines where it has none. */
  lines: number[];
  /** Where it stands in the dump. */
  ranges: [number, number][];
};

export type ReadResult = {
  file: string;
  problems: Problem[];
  /** Absent where the dump could not be decoded. */
  source?: { sha256: string; bytes: number; encoding: Encoding; lines: number; blank: boolean };
  headings: string[];
  articles: Summary[];
  /** Line corrections that speak of a line with text. */
  used: string[];
  /** Where it is kept. */
  keys: string[];
};

/** The text that makes an article what it is. */
function bodyText({ blocks, standfirst, title }: ReadArticle): string {
  const paragraphs = blocks.filter(({ kind }) => kind === 'p').map(({ text }) => text);
  return paragraphs.join('') || standfirst?.text || title;
}

/** The first 64 characters that are no blanks. */
function startOf(text: string): string {
  const near = text.slice(0, 256).replace(/\s+/gu, '');
  const whole = near.length >= 130 ? near : text.replace(/\s+/gu, '');
  return [...whole.slice(0, 130)].slice(0, 64).join('');
}

function summaryOf(article: ReadArticle, ranges: [number, number][]): Summary {
  const text = bodyText(article);
  const paragraphs = article.blocks.filter(({ kind }) => kind === 'p');
  const lines = (paragraphs.length > 0 ? paragraphs : passagesOf(article)).flatMap(({ pieces }) =>
    pieces.map(({ line }) => line),
  );
  return {
    ...(article.series === undefined ? {} : { series: article.series }),
    start: startOf(text),
    fingerprint: fingerprintOf(text),
    lines: [...new Set(lines)],
    ranges,
  };
}

/** A dump as it was read, with its page. */
type Made = { result: ReadResult; page: ReadPage };
type Kept = { result: ReadResult; page: KeptPage };

/** A key for all that decides how a dump is read, and where in the corrections its lines stand. */
function keyFor(context: Context, task: ReadTask, hash: string): string {
  const { encodings = [], lines = [] } = context.corrections;
  const decided = [encodings, lines].map((list) =>
    [...list.entries()].filter(([, { file }]) => file === task.file),
  );
  return keyOf('read', context.code, hash, task, decided);
}

/** What the archive needs to know of one dump: told before, or read now. */
export function readDump(context: Context, task: ReadTask): ReadResult {
  const hash = hashOf(join(context.sources, task.file), context.cache);
  const before = cacheIn(context.cache).get<Kept>(keyFor(context, task, hash));
  if (before) return before.result;
  const { source, problems } = readSource(context.sources, task.file, context.corrections);
  if (!source) return { file: task.file, problems, headings: [], articles: [], used: [], keys: [] };
  const key = keyFor(context, task, source.sha256);
  const made = readNow(context, task, source, problems, key);
  const kept: Kept = { result: made.result, page: keptOf(made.page, source.lines) };
  cacheIn(context.cache).set(key, kept);
  return made.result;
}

/** The page of a dump that was read, and where each of its articles stands. */
export function pageOf(
  context: Context,
  task: ReadTask,
  source: Source,
): { page: ReadPage; ranges: Summary['ranges'][] } {
  const key = keyFor(context, task, source.sha256);
  const kept = cacheIn(context.cache).get<Kept>(key);
  const { result, page } = kept
    ? { result: kept.result, page: pageOfKept(kept.page, source.lines) }
    : readNow(context, task, source, [], key);
  return { page, ranges: result.articles.map(({ ranges }) => ranges) };
}

function readNow(
  { corrections }: Context,
  { file, known }: ReadTask,
  source: Source,
  problems: Problem[],
  key: string,
): Made {
  const names = new Set(known);
  const { page, cut } = splitParagraphs(
    readPage(file, source.lines, (text) => names.has(text), constraintsFor(corrections, file)),
    file,
    corrections,
  );
  const used = (corrections.lines ?? []).flatMap((each, at) => {
    const first = typeof each.line === 'number' ? each.line : each.line[0];
    const found =
      each.splitBefore === undefined ? (source.lines[first - 1] ?? '').trim() !== '' : cut.includes(at);
    return each.file === file && found ? [correctionName('lines', at)] : [];
  });
  const ranges = rangesOf(page);
  const { sha256, bytes, encoding, lines } = source;
  const result = {
    file,
    problems,
    source: {
      sha256,
      bytes,
      encoding,
      lines: lines.length,
      blank: lines.every((line) => line.trim() === ''),
    },
    headings: page.headings,
    articles: page.articles.map((article, at) => summaryOf(article, ranges[at] ?? [])),
    used,
    keys: [key],
  };
  return { result, page };
}
