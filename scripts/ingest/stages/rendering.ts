/** The last stage: the articles and the ledger of one dump, with the corrections applied, beside what is on disk. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import type { ReviewCode } from '../../../src/article/codes.ts';
import type { Corrections } from '../../../src/article/corrections.ts';
import { writeArticle } from '../../../src/article/file.ts';
import { type Ledger, ledgerSchema } from '../../../src/article/ledger.ts';
import {
  type AddedArticle,
  type Problem,
  problem,
  type ReportedDoubt,
  type SourceReport,
} from '../../../src/article/report.ts';
import type { ArticleSource, Frontmatter } from '../../../src/article/schema.ts';
import { articleIn, hashOf, sha256 } from '../archive/previous.ts';
import { cacheIn, keyOf } from '../cache.ts';
import { Corrector } from '../correct.ts';
import { fieldCorrection } from '../doubts.ts';
import type { ReadArticle, ReadPage } from '../page.ts';
import { readSource, type Source } from '../sources.ts';
import { linesWithLoss, spansOf } from '../spans.ts';
import { Classifier } from '../topics.ts';
import { stage } from '../write.ts';
import type { Context } from './context.ts';
import { pageOf } from './reading.ts';

/** What the archive decided of one article of a dump. */
export type Placement = {
  id: string;
  /** This dump is the one the article is written from; another only adds a source. */
  primary: boolean;
  /** Further sources, for the primary. */
  others: ArticleSource[];
  /** The one spelling of its series. */
  series?: string;
  /** The archive has the series elsewhere too. */
  seriesKnown: boolean;
  formerly: string[];
  /** SHA-256 of the file as earlier runs wrote it. */
  written: string[];
};

export type RenderTask = {
  file: string;
  sha256: string;
  known: readonly string[];
  arrived: number;
  placements: Placement[];
  /** SHA-256 of articles as other dumps write them, by id. */
  elsewhere: Readonly<Record<string, string>>;
};

export type RenderResult = {
  row: SourceReport;
  added: AddedArticle[];
  problems: Problem[];
  doubts: ReportedDoubt[];
  /** Paths whose content is to change, with where the new content waits; `null` for a file that is to go. */
  changes: { path: string; draft: string | null }[];
  /** SHA-256 of each article as this run writes it, by id. */
  written: Record<string, string>;
  used: string[];
  /** Every file of the dump with the SHA-256 it has when the run is over. */
  files: [path: string, sha256: string][];
  /** Where the result is kept. */
  keys: string[];
};

const engines = new WeakMap<Context, Classifier>();

function classifierOf(context: Context): Classifier {
  const made = engines.get(context) ?? new Classifier(context.topics);
  engines.set(context, made);
  return made;
}

function frontmatterOf(
  context: Context,
  read: ReadArticle,
  placement: Placement,
  source: ArticleSource,
  review: readonly ReviewCode[],
): Frontmatter {
  const texts = (kind: 'p' | 'h'): string[] =>
    read.blocks.filter((block) => block.kind === kind).map(({ text }) => text);
  const { topics, sure } = classifierOf(context).classify(
    read.title,
    texts('h'),
    read.standfirst?.text ?? '',
    texts('p').join('\n'),
  );
  return {
    id: placement.id,
    title: read.title,
    authors: read.authors,
    series: placement.series,
    seriesPart: read.seriesPart,
    standfirst: read.standfirst?.text,
    topics,
    lang: read.lang,
    date: read.head.date,
    publication: read.head.publication,
    page: read.head.page,
    sources: [source, ...placement.others],
    review: sure ? [...review] : [...review, 'topic-unsure'],
    ...(placement.formerly.length > 0 ? { formerly: placement.formerly } : {}),
  };
}

/** Of a ledger, all but its spans: these are many, and held against the dump itself. */
const ledgerHead = ledgerSchema.omit({ spans: true });

/** A ledger as JSON with one span a line, so that a change shows as few lines. */
function writeLedger({ spans, ...head }: Ledger): string {
  const { source, articles, withdrawn } = ledgerHead.parse(head);
  const list = (items: readonly unknown[]): string =>
    items.length === 0 ? '[]' : `[\n${items.map((item) => `  ${JSON.stringify(item)}`).join(',\n')}\n ]`;
  const gone = withdrawn ? ` "withdrawn": ${list(withdrawn)},\n` : '';
  return `{\n "source": ${JSON.stringify(source)},\n "articles": ${list(articles)},\n${gone} "spans": ${list(spans)}\n}\n`;
}

export function articlePath(context: Context, id: string): string {
  return join(context.articles, `${id}.mdx`);
}

export function ledgerPath(context: Context, file: string): string {
  return join(context.ledger, `${file.replace(/\.txt$/i, '')}.json`);
}

/** Whether an article is among those that a person named, by id or path. */
export function isNamed(names: readonly string[], id: string): boolean {
  return names.some((name) => name === id || basename(name) === `${id}.mdx`);
}

export function shown(path: string): string {
  return relative(process.cwd(), path);
}

class Rendering {
  private readonly context: Context;
  private readonly task: RenderTask;
  private readonly source: Source;
  private readonly page: ReadPage;
  private readonly ranges: readonly [number, number][][];
  private readonly corrector: Corrector;
  private readonly problems: Problem[] = [];
  private readonly changes: RenderResult['changes'] = [];
  private readonly added: AddedArticle[] = [];
  private readonly written: Record<string, string> = {};
  private readonly files: RenderResult['files'] = [];
  private readonly withdrawn: NonNullable<Ledger['withdrawn']> = [];
  /** What stands in the articles, by id. */
  private readonly reviews = new Map<string, readonly ReviewCode[]>();
  private readonly topics = new Map<string, readonly string[]>();
  private readonly headings = new Map<string, Pick<Frontmatter, 'title' | 'series'>>();

  constructor(context: Context, task: RenderTask, source: Source) {
    this.context = context;
    this.task = task;
    this.source = source;
    const { page, ranges } = pageOf(context, { file: task.file, known: task.known }, source);
    this.page = page;
    this.ranges = ranges;
    this.corrector = new Corrector(context.corrections);
  }

  render(): Omit<RenderResult, 'keys'> {
    const { task, page, ranges } = this;
    for (const [at, placement] of task.placements.entries()) {
      const read = page.articles[at];
      if (read && placement.primary)
        this.article(at, read, placement, { file: task.file, lines: ranges[at] ?? [] });
    }
    const row = this.ledger();
    return {
      row,
      added: this.added,
      problems: this.problems,
      doubts: this.doubts(),
      changes: this.changes,
      written: this.written,
      used: this.corrector.usedNames(),
      files: this.files,
    };
  }

  private codesOf(at: number, placement: Placement): ReviewCode[] {
    const codes = this.page.doubts.filter(({ article }) => article === at).map(({ code }) => code);
    if (!this.source.sure) codes.push('encoding-unsure');
    return [...new Set(codes)].filter((code) => code !== 'series-unsure' || !placement.seriesKnown);
  }

  private article(at: number, read: ReadArticle, placement: Placement, source: ArticleSource): void {
    const { context, corrector, problems } = this;
    const path = articlePath(context, placement.id);
    const before = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
    const earlier = before === undefined ? undefined : articleIn(before).frontmatter;
    // What was taken in and is an article of its own again leads nowhere else.
    const alive = new Set(this.task.placements.map(({ id }) => id));
    const former = [...new Set([...(earlier?.formerly ?? []), ...placement.formerly])];
    const formerly = former.filter((id) => !alive.has(id));
    const { frontmatter, blocks } = corrector.apply(
      frontmatterOf(context, read, { ...placement, formerly }, source, this.codesOf(at, placement)),
      read.blocks.map(({ kind, text }) => ({ kind, text })),
    );
    this.reviews.set(placement.id, frontmatter.review);
    this.topics.set(placement.id, frontmatter.topics);
    const text = writeArticle(frontmatter, blocks);
    this.written[placement.id] = sha256(text);
    const isForced = isNamed(context.force, placement.id);
    const isEdited = before !== undefined && !placement.written.includes(sha256(before));
    this.headings.set(placement.id, isEdited && !isForced && earlier ? earlier : frontmatter);
    if (corrector.isWithdrawn(placement.id)) {
      if (frontmatter.formerly?.length)
        this.withdrawn.push({ id: placement.id, formerly: frontmatter.formerly });
      if (before === undefined) return;
      if (!isEdited || isForced) {
        this.changes.push({ path, draft: null });
        return;
      }
      this.files.push([path, sha256(before)]);
      const what =
        'The article is withdrawn, and a person edited its file; no page shows it, the file is kept.';
      problems.push(problem('edited-withdrawn', 'note', shown(path), what));
      return;
    }
    const file: [string, string] = [path, this.written[placement.id] ?? ''];
    this.files.push(file);
    if (before === text) return;
    if (before === undefined) {
      const { id, title, authors } = frontmatter;
      this.added.push({ id, title, authors: authors.map(({ name }) => name), file: this.task.file });
    }
    if (!isEdited || isForced) {
      this.changes.push({ path, draft: stage(path, text, context.check) });
      return;
    }
    file[1] = sha256(before);
    const [code, what] = earlier
      ? (['edited-article', 'A person edited the article; it is kept as it is.'] as const)
      : (['broken-article', 'A person edited the article, and its frontmatter cannot be read.'] as const);
    problems.push(problem(code, 'note', shown(path), what));
  }

  private ledger(): SourceReport {
    const { context, task, source, page, corrector } = this;
    const ids = task.placements.map(({ id }) => id);
    const spans = spansOf(source.lines, page, ids);
    for (const line of linesWithLoss(source.lines, spans))
      this.problems.push(
        problem('text-lost', 'error', source.file, 'Characters of this line have no place.', line),
      );
    const kept = task.placements.filter(({ id }) => !corrector.isWithdrawn(id));
    const { file, sha256: hash, bytes, encoding, lines } = source;
    const text = writeLedger({
      source: { file, sha256: hash, bytes, encoding, lines: lines.length, arrived: task.arrived },
      articles: kept.map(({ id }) => ({ id, sha256: this.written[id] ?? task.elsewhere[id] ?? '' })),
      ...(this.withdrawn.length > 0 ? { withdrawn: this.withdrawn } : {}),
      spans,
    });
    const path = ledgerPath(context, file);
    this.files.push([path, sha256(text)]);
    if (!existsSync(path) || readFileSync(path, 'utf8') !== text)
      this.changes.push({ path, draft: stage(path, text, context.check) });
    for (const { text, pieces } of page.unplaced) {
      const line = pieces[0]?.line ?? 1;
      if (isSaid(context.corrections, file, line)) continue;
      const what = `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}” has no place in any article.`;
      this.problems.push(problem('unplaced-text', 'note', file, what, line));
    }
    if (page.articles.length === 0 && lines.some((line) => line.trim() !== ''))
      this.problems.push(problem('no-article', 'note', file, 'No article was found in the text.'));
    return {
      file,
      encoding,
      articles: page.articles.length,
      joined: page.articles.reduce(
        (sum, { blocks }) => sum + blocks.filter(({ units }) => units.length > 1).length,
        0,
      ),
      furniture: page.furniture.length,
      unplaced: page.unplaced.length,
      review: kept.filter(({ id }) => (this.reviews.get(id)?.length ?? 0) > 0).length,
    };
  }

  /** Doubts that the page knows nothing of: about topics, and about the encoding of the dump. */
  private ownDoubts(): ReportedDoubt[] {
    const { file, encoding } = this.source;
    return this.task.placements.flatMap(({ id, primary }, at): ReportedDoubt[] => {
      const codes = primary ? (this.reviews.get(id) ?? []) : [];
      const line = this.page.articles[at]?.blocks[0]?.pieces[0]?.line ?? 1;
      const base = { file, line, article: id, ...this.seen(id, line), margin: 0 };
      const doubts: ReportedDoubt[] = [];
      if (codes.includes('topic-unsure')) {
        const topics = (this.topics.get(id) ?? []).join(', ');
        const correction = fieldCorrection(`topics: [${topics}]`).replace('id: ID', `id: ${id}`);
        doubts.push({
          ...base,
          code: 'topic-unsure',
          decided: `about ${topics}`,
          runnerUp: 'about something else',
          correction,
        });
      }
      if (codes.includes('encoding-unsure')) {
        const correction = `encodings:\n  - { file: ${JSON.stringify(file)}, encoding: ${encoding}, reason: "…" }`;
        doubts.push({
          ...base,
          code: 'encoding-unsure',
          decided: `text in ${encoding}`,
          runnerUp: 'text in another encoding',
          correction,
        });
      }
      return doubts;
    });
  }

  /** What a keeper sees of an article in doubt, and of the line. */
  private seen(id: string, line: number): Pick<ReportedDoubt, 'title' | 'text'> {
    return { title: this.headings.get(id)?.title ?? '', text: (this.source.lines[line - 1] ?? '').trim() };
  }

  private doubts(): ReportedDoubt[] {
    const read = this.page.doubts.flatMap(({ article, margin, correction, ...doubt }): ReportedDoubt[] => {
      const placement = this.task.placements[article];
      if (!placement || !(this.reviews.get(placement.id)?.includes(doubt.code) ?? false)) return [];
      const { title, series } = this.headings.get(placement.id) ?? {};
      return [
        {
          file: this.source.file,
          ...doubt,
          decided: doubt.decided.replace('TITLE', () => title ?? '').replace('SERIES', () => series ?? ''),
          article: placement.id,
          ...this.seen(placement.id, doubt.line),
          margin: Math.round(margin * 100) / 100,
          correction: correction.replace('id: ID', `id: ${placement.id}`),
        },
      ];
    });
    return [...read, ...this.ownDoubts()];
  }
}

function isOnDisk([path, hash]: [string, string]): boolean {
  return hashOf(path) === hash;
}

/** Whether a person said of a line that it has no place. */
function isSaid({ lines = [] }: Corrections, file: string, line: number): boolean {
  return lines.some((each) => {
    const [first, last] = typeof each.line === 'number' ? [each.line, each.line] : each.line;
    return each.file === file && each.label === 'unplaced' && first <= line && line <= last;
  });
}

/** A key for all that decides how a dump is rendered. What earlier runs wrote tells edits, of which there are to be none. */
function keyFor({ code, topicsHash, corrections, articles, ledger }: Context, task: RenderTask): string {
  const ids = new Set(task.placements.map(({ id }) => id));
  const { encodings = [], lines = [], fields = [], slips = [], withdraw = [], people = [] } = corrections;
  const decided = [
    ...[encodings, lines].map((list) => [...list.entries()].filter(([, { file }]) => file === task.file)),
    ...[fields, slips, withdraw].map((list) => [...list.entries()].filter(([, { id }]) => ids.has(id))),
    people,
  ];
  const placements = task.placements.map((placement) => ({ ...placement, written: [] }));
  return keyOf('render', code, topicsHash, articles, ledger, decided, { ...task, placements });
}

/** Makes the articles and the ledger of one dump; what differs from the disk is staged beside it. */
export function renderDump(context: Context, task: RenderTask): RenderResult {
  const cache = cacheIn(context.cache);
  const key = keyFor(context, task);
  const kept = cache.get<RenderResult>(key);
  if (kept?.files.every(isOnDisk)) return kept;
  const { source, problems } = readSource(context.sources, task.file, context.corrections);
  if (!source)
    throw new Error(`${task.file} was read before and cannot be read now: ${problems[0]?.message}`);
  const rendering = new Rendering(context, task, source);
  const result = { ...rendering.render(), keys: [key] };
  const settled = result.problems.every(({ code }) => code === 'unplaced-text' || code === 'no-article');
  if (!context.check && settled) cache.set(key, { ...result, added: [], changes: [] } satisfies RenderResult);
  return result;
}
