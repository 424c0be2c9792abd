/** The first stage: one dump decoded and parsed, and what the rest of the archive needs to know of it. */
import { join } from 'node:path';
import type { Problem } from '../../../src/article/report.ts';
import { fingerprintOf } from '../archive/fingerprint.ts';
import { keyOf } from '../cache.ts';
import { constraintsFor, correctionName } from '../correct.ts';
import { knownHashOf } from '../digests.ts';
import type { Encoding } from '../encodings.ts';
import { type KeptPage, keptOf, pageOfKept } from '../kept.ts';
import { type Place, packsIn } from '../packs.ts';
import { passagesOf, type ReadArticle, type ReadPage, readPage } from '../page.ts';
import { rangesOf } from '../ranges.ts';
import { bytesOf, type Source, sourceOf } from '../sources.ts';
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
  /** Where it is kept, with the page. */
  kept?: Place;
};

/**
 * A result as a thread hands it over, in JSON: that costs less than to copy an object, and leaves behind the dump of which
 * texts are parts.
 */
export type Handed = { json: string; kept?: Place };

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

/** Of a dump, what the last stage needs. */
type Read = { page: ReadPage; ranges: Summary['ranges'][] };
type KeptRead = { page: KeptPage; ranges: Summary['ranges'][] };

/** The result and the page stand in a line each: who needs one need not read the other. */
function keptText(json: string, { page, result }: Made, source: Source): string {
  return `${json}\n${JSON.stringify({ page: keptOf(page, source.lines), ranges: rangesIn(result) } satisfies KeptRead)}`;
}

function rangesIn({ articles }: ReadResult): Summary['ranges'][] {
  return articles.map(({ ranges }) => ranges);
}

/** A key for all that decides how a dump is read, and where in the corrections its lines stand. */
function keyFor(context: Context, task: ReadTask, hash: string): string {
  const { encodings = [], lines = [] } = context.corrections;
  const decided = [encodings, lines].map((list) =>
    [...list.entries()].filter(([, { file }]) => file === task.file),
  );
  return keyOf('read', context.code, hash, task, decided);
}

/** What the archive needs to know of one dump, a `ReadResult`: told before, or read now. */
export function readDump(context: Context, task: ReadTask): Handed {
  const { sources, cache, corrections } = context;
  const packs = packsIn(cache);
  const known = knownHashOf(join(sources, task.file), cache);
  const bytes = known === undefined ? bytesOf(sources, task.file) : undefined;
  const hash = bytes && 'sha256' in bytes ? bytes.sha256 : known;
  if (hash !== undefined) {
    const before = keyFor(context, task, hash);
    const kept = packs.find(before);
    const text = kept && packs.read(before, kept);
    if (text !== undefined) return { json: text.slice(0, text.indexOf('\n')), kept };
  }
  const { source, problems } = sourceOf(bytes ?? bytesOf(sources, task.file), task.file, corrections);
  if (!source) {
    const result: ReadResult = { file: task.file, problems, headings: [], articles: [], used: [] };
    return { json: JSON.stringify(result) };
  }
  const made = readNow(context, task, source, problems);
  const json = JSON.stringify(made.result);
  return { json, kept: packs.add(keyFor(context, task, source.sha256), keptText(json, made, source)) };
}

/**
 * The page of a dump that was read, and where each of its articles stands.
 *
 * @param kept where the first stage kept it, if it could
 */
export function pageOf(context: Context, task: ReadTask, source: Source, kept: Place | undefined): Read {
  const text = kept && packsIn(context.cache).read(keyFor(context, task, source.sha256), kept);
  if (text === undefined) {
    const { page, result } = readNow(context, task, source, []);
    return { page, ranges: rangesIn(result) };
  }
  const { page, ranges } = JSON.parse(text.slice(text.indexOf('\n') + 1)) as KeptRead;
  return { page: pageOfKept(page, source.lines), ranges };
}

function readNow(
  { corrections }: Context,
  { file, known }: ReadTask,
  source: Source,
  problems: Problem[],
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
  };
  return { result, page };
}
