/** The first stage: one dump decoded and parsed, and what the rest of the archive needs to know of it. */
import { join } from 'node:path';
import { linesSaid } from '../../../src/article/corrections.ts';
import type { Encoding } from '../../../src/article/encodings.ts';
import type { Problem } from '../../../src/article/report.ts';
import { keyOf } from '../cache.ts';
import { constraintsFor, correctionName } from '../correct.ts';
import { knownHashOf } from '../digests.ts';
import { type KeptPage, keptOf, pageOfKept } from '../kept.ts';
import { unheeded } from '../obeyed.ts';
import { type Place, packsIn } from '../packs.ts';
import { type ReadPage, readPage } from '../page.ts';
import { rangesOf } from '../ranges.ts';
import { bytesOf, type Source, sourceOf } from '../sources.ts';
import { splitParagraphs } from '../split.ts';
import type { Context } from './context.ts';
import type { RenderResult } from './rendered.ts';
import { type Summary, summaryOf } from './summary.ts';

export type ReadTask = {
  file: string;
  /** Headings of the dump that the archive knows as names of series. */
  known: readonly string[];
  /** Number of the run, where no ledger says that an earlier one has read the dump. */
  arriving?: number;
};

export type ReadResult = {
  file: string;
  problems: Problem[];
  /** Absent where the dump could not be decoded. */
  source?: { sha256: string; bytes: number; encoding: Encoding; lines: number; blank: boolean };
  headings: string[];
  articles: Summary[];
  /** Line corrections that speak of a line with text and were followed. */
  used: string[];
  /** Those that were not, each with what its line is instead, in words. */
  unheeded: Record<string, string>;
  /** Where it is kept, with the page. */
  kept?: Place;
  /** What came of it already, if the archive has nothing to say of it. */
  ahead?: RenderResult;
};

/**
 * A result as a thread hands it over, in JSON: that costs less than to copy an object, and leaves behind the dump of which
 * texts are parts.
 */
export type Handed = { json: string; kept?: Place; ahead?: Handed };

/** A dump that was read now. */
export type Made = { result: ReadResult; page: ReadPage; source: Source };

/** Of a dump, what the last stage needs. */
export type Read = { page: ReadPage; ranges: Summary['ranges'][] };
type KeptRead = { page: KeptPage; ranges: Summary['ranges'][] };

/** The result and the page stand in a line each: who needs one need not read the other. */
function keptText(json: string, { page, result, source }: Made): string {
  return `${json}\n${JSON.stringify({ page: keptOf(page, source.lines), ranges: rangesIn(result) } satisfies KeptRead)}`;
}

export function rangesIn({ articles }: ReadResult): Summary['ranges'][] {
  return articles.map(({ ranges }) => ranges);
}

/** A key for all that decides how a dump is read, and where in the corrections its lines stand. */
function keyFor(context: Context, { file, known }: ReadTask, hash: string): string {
  const { encodings = [], lines = [] } = context.corrections;
  const decided = [encodings, lines].map((list) =>
    [...list.entries()].filter(([, each]) => each.file === file),
  );
  return keyOf('read', context.code, hash, file, known, decided);
}

/** What the archive needs to know of one dump, a `ReadResult`: told before, or read now; then it is given as it is, too. */
export function readDump(context: Context, task: ReadTask): { handed: Handed; made?: Made } {
  const { sources, cache, corrections } = context;
  const packs = packsIn(cache);
  const known = knownHashOf(join(sources, task.file), cache);
  const bytes = known === undefined ? bytesOf(sources, task.file) : undefined;
  const hash = bytes && 'sha256' in bytes ? bytes.sha256 : known;
  const key = hash === undefined ? undefined : keyFor(context, task, hash);
  const before = key === undefined ? undefined : packs.find(key);
  const text = key !== undefined && before ? packs.read(key, before) : undefined;
  if (text !== undefined) return { handed: { json: text.slice(0, text.indexOf('\n')), kept: before } };
  const { source, problems } = sourceOf(bytes ?? bytesOf(sources, task.file), task.file, corrections);
  if (!source) {
    const result: ReadResult = {
      file: task.file,
      problems,
      headings: [],
      articles: [],
      used: [],
      unheeded: {},
    };
    return { handed: { json: JSON.stringify(result) } };
  }
  const made = readNow(context, task, source, problems);
  const json = JSON.stringify(made.result);
  const now = key !== undefined && source.sha256 === hash ? key : keyFor(context, task, source.sha256);
  const kept = packs.add(now, keptText(json, made));
  return { handed: { json, kept }, made };
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
    readPage(
      file,
      source.lines,
      (text) => names.has(text),
      constraintsFor(corrections, file, source.lines.length),
    ),
    file,
    corrections,
  );
  const lines = corrections.lines ?? [];
  const against = unheeded(lines, file, page);
  const used = lines.flatMap((each, at) => {
    const [first, last] = linesSaid(each);
    const hasText = source.lines.slice(first - 1, last).some((line) => line.trim() !== '');
    const found = each.splitBefore === undefined ? hasText : cut.includes(at);
    const isFollowed = found && !against.some((other) => other.at === at);
    return each.file === file && isFollowed ? [correctionName('lines', at)] : [];
  });
  const ranges = rangesOf(page);
  const unsure = new Set(
    page.doubts.flatMap(({ code, article }) => (code === 'series-unsure' ? article : [])),
  );
  const { sha256, bytes, encoding } = source;
  const result = {
    file,
    problems,
    source: {
      sha256,
      bytes,
      encoding,
      lines: source.lines.length,
      blank: source.lines.every((line) => line.trim() === ''),
    },
    headings: page.headings,
    articles: page.articles.map((article, at) => summaryOf(article, ranges[at] ?? [], unsure.has(at))),
    used,
    unheeded: Object.fromEntries(against.map(({ at, instead }) => [correctionName('lines', at), instead])),
  };
  return { result, page, source };
}
