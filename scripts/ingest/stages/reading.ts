/** The first stage: one dump decoded and parsed, and what the rest of the archive needs to know of it. */
import { join } from 'node:path';
import type { Problem } from '../../../src/article/report.ts';
import { fingerprintOf } from '../archive/fingerprint.ts';
import { hashOf } from '../archive/previous.ts';
import { Cache, keyOf } from '../cache.ts';
import { constraintsFor, correctionName } from '../correct.ts';
import type { Encoding } from '../decode.ts';
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
  /** Where this and the page are kept. */
  keys: string[];
};

/** The text that makes an article what it is. */
function bodyText({ blocks, standfirst, title }: ReadArticle): string {
  const paragraphs = blocks.filter(({ kind }) => kind === 'p').map(({ text }) => text);
  return paragraphs.join('') || standfirst?.text || title;
}

function summaryOf(article: ReadArticle, ranges: [number, number][]): Summary {
  const text = bodyText(article);
  const paragraphs = article.blocks.filter(({ kind }) => kind === 'p');
  const lines = (paragraphs.length > 0 ? paragraphs : passagesOf(article)).flatMap(({ pieces }) =>
    pieces.map(({ line }) => line),
  );
  return {
    ...(article.series === undefined ? {} : { series: article.series }),
    start: [...text.replace(/\s+/gu, '')].slice(0, 64).join(''),
    fingerprint: fingerprintOf(text),
    lines: [...new Set(lines)],
    ranges,
  };
}

/** The page of a source: read before, or read now. */
export function pageOf(
  context: Context,
  source: Source,
  known: readonly string[],
): { page: ReadPage; cut: number[]; key: string } {
  const { file, sha256, lines, encoding } = source;
  const decided = (context.corrections.lines ?? []).filter((each) => each.file === file);
  const key = keyOf(context.code, sha256, encoding, decided, [...known].sort());
  const cache = new Cache(context.cache);
  const kept = cache.get<{ page: ReadPage; cut: number[] }>(key);
  if (kept) return { ...kept, key };
  const names = new Set(known);
  const read = splitParagraphs(
    readPage(file, lines, (text) => names.has(text), constraintsFor(context.corrections, file)),
    file,
    context.corrections,
  );
  cache.set(key, read);
  return { ...read, key };
}

/** What the archive needs to know of one dump: told before, or read now. */
export function readDump(context: Context, task: ReadTask): ReadResult {
  const hash = hashOf(join(context.sources, task.file));
  const { encodings = [], lines = [] } = context.corrections;
  const decided = [encodings, lines].map((list) =>
    list.map((each) => (each.file === task.file ? each : null)),
  );
  const key = keyOf('read', context.code, hash, task, decided);
  const cache = new Cache(context.cache);
  const kept = cache.get<ReadResult>(key);
  if (kept) return kept;
  const result = readNow(context, task, key);
  if (result.source) cache.set(key, result);
  return result;
}

function readNow(context: Context, { file, known }: ReadTask, key: string): ReadResult {
  const { source, problems } = readSource(context.sources, file, context.corrections);
  if (!source) return { file, problems, headings: [], articles: [], used: [], keys: [] };
  const { page, cut, key: pageKey } = pageOf(context, source, known);
  const used = (context.corrections.lines ?? []).flatMap((each, at) => {
    const first = typeof each.line === 'number' ? each.line : each.line[0];
    const found =
      each.splitBefore === undefined ? (source.lines[first - 1] ?? '').trim() !== '' : cut.includes(at);
    return each.file === file && found ? [correctionName('lines', at)] : [];
  });
  const ranges = rangesOf(page);
  const { sha256, bytes, encoding, lines } = source;
  const blank = lines.every((line) => line.trim() === '');
  return {
    file,
    problems,
    source: { sha256, bytes, encoding, lines: lines.length, blank },
    headings: page.headings,
    articles: page.articles.map((article, at) => summaryOf(article, ranges[at] ?? [])),
    used,
    keys: [key, pageKey],
  };
}
