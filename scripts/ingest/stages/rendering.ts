/** The last stage: the articles and the ledger of one dump, with the corrections applied, beside what is on disk. */
import { existsSync, readFileSync } from 'node:fs';
import type { ReviewCode } from '../../../src/article/codes.ts';
import { lostMark } from '../../../src/article/encodings.ts';
import { alteredFields, writeArticle } from '../../../src/article/file.ts';
import type { Ledger, Overruled } from '../../../src/article/ledger.ts';
import {
  type AddedArticle,
  type AlteredArticle,
  type Problem,
  problem,
  type RemovedArticle,
  type ReportedDoubt,
  type SourceReport,
} from '../../../src/article/report.ts';
import type { ArticleSource, Block, Frontmatter } from '../../../src/article/schema.ts';
import { articleIn, sha256 } from '../archive/previous.ts';
import { keyOf } from '../cache.ts';
import { Corrector } from '../correct.ts';
import { hashOf } from '../digests.ts';
import { type Place, packsIn } from '../packs.ts';
import { type Lost, lostCharacters, type ReadArticle, type ReadPage } from '../page.ts';
import { readSource, type Source } from '../sources.ts';
import { linesWithLoss, spansOf } from '../spans.ts';
import { utf8Of } from '../utf8.ts';
import { stage } from '../write.ts';
import type { Context } from './context.ts';
import { frontmatterOf } from './frontmatter.ts';
import { writeLedger } from './ledger-text.ts';
import { articlePath, isNamed, ledgerPath, shown } from './paths.ts';
import { type Placement, placementOf } from './placement.ts';
import { type Handed, type Made, pageOf, type Read, type ReadResult, rangesIn } from './reading.ts';
import { isSaid, notIn } from './said.ts';
import { type Standing, toldDoubts } from './told-doubts.ts';

export type RenderTask = {
  file: string;
  sha256: string;
  known: readonly string[];
  /** Where its page is kept. */
  page?: Place;
  arrived: number;
  placements: Placement[];
  /** SHA-256 of articles as other dumps write them, by id. */
  elsewhere: Readonly<Record<string, string>>;
};

export type RenderResult = {
  row: SourceReport;
  added: AddedArticle[];
  altered: AlteredArticle[];
  removed: RemovedArticle[];
  problems: Problem[];
  doubts: ReportedDoubt[];
  /** SHA-256 of each article as this run writes it. */
  written: [id: string, sha256: string][];
  used: string[];
  /** Every file of the dump with the SHA-256 it has when the run is over. */
  files: [path: string, sha256: string][];
  /** Which of them are to change. */
  changed: number[];
  /** Paths of files that are to go. */
  gone: string[];
  /** Where it is kept, if it is. */
  kept?: Place;
};

/** Paths of the files that are staged. */
export function changedPaths({ files, changed }: RenderResult): string[] {
  return changed.map((at) => files[at]?.[0] as string);
}

/** What is to be made of a dump that was read. */
export function taskOf(
  { file, source, kept }: Pick<ReadResult, 'file' | 'kept'> & { source: { sha256: string } },
  known: readonly string[],
  arrived: number,
  placements: Placement[],
  elsewhere: RenderTask['elsewhere'],
): RenderTask {
  const { sha256 } = source;
  return { file, sha256, known, ...(kept && { page: kept }), arrived, placements, elsewhere };
}

type Corrected = { frontmatter: Frontmatter; blocks: Block[] };

class Rendering {
  private readonly context: Context;
  private readonly task: RenderTask;
  private readonly source: Source;
  private readonly page: ReadPage;
  private readonly ranges: readonly [number, number][][];
  /** None of its files is on the disk. */
  private readonly isNew: boolean;
  private readonly corrector: Corrector;
  private readonly problems: Problem[] = [];
  private readonly added: AddedArticle[] = [];
  private readonly altered: AlteredArticle[] = [];
  private readonly removed: RemovedArticle[] = [];
  /** SHA-256 of each article as this run writes it, by id. */
  private readonly written = new Map<string, string>();
  private readonly files: RenderResult['files'] = [];
  private readonly changed: number[] = [];
  private readonly gone: string[] = [];
  private readonly withdrawn: NonNullable<Ledger['withdrawn']> = [];
  /** What was read of fields that a person set, by id. */
  private readonly overruled = new Map<string, Overruled | undefined>();
  /** What stands in the articles, by id. */
  private readonly standing = new Map<string, Standing>();

  constructor(context: Context, task: RenderTask, source: Source, { page, ranges }: Read, isNew: boolean) {
    this.context = context;
    this.task = task;
    this.source = source;
    this.page = page;
    this.ranges = ranges;
    this.isNew = isNew;
    this.corrector = new Corrector(context.corrections);
  }

  render(): RenderResult {
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
      altered: this.altered,
      removed: this.removed,
      problems: this.problems,
      doubts: toldDoubts({ source: this.source, page, placements: task.placements, standing: this.standing }),
      written: [...this.written],
      used: this.corrector.usedNames(),
      files: this.files,
      changed: this.changed,
      gone: this.gone,
    };
  }

  /** Stages a file, which is the last of those of the dump. */
  private change(path: string, content: Uint8Array): void {
    if (!this.context.check) stage(path, content);
    this.changed.push(this.files.length - 1);
  }

  private codesOf(at: number, placement: Placement, hasLost: boolean): ReviewCode[] {
    const codes = this.page.doubts.filter(({ article }) => article === at).map(({ code }) => code);
    if (!this.source.sure || hasLost) codes.push('encoding-unsure');
    return [...new Set(codes)].filter((code) => code !== 'series-unsure' || !placement.seriesKnown);
  }

  /** A doubt about lost characters ends where a person has mended them all. */
  private withoutMended(frontmatter: Frontmatter, lost: readonly Lost[]): Frontmatter {
    const { review } = frontmatter;
    if (!this.source.sure || lost.length > 0 || !review.includes('encoding-unsure')) return frontmatter;
    return { ...frontmatter, review: review.filter((code) => code !== 'encoding-unsure') };
  }

  private article(at: number, read: ReadArticle, placement: Placement, source: ArticleSource): void {
    const { context, corrector, problems } = this;
    const path = articlePath(context, placement.id);
    const before = !this.isNew && existsSync(path) ? readFileSync(path, 'utf8') : undefined;
    const earlier = before === undefined ? undefined : articleIn(before).frontmatter;
    // What was taken in and is an article of its own again leads nowhere else.
    const alive = new Set(this.task.placements.map(({ id }) => id));
    const former = [...new Set([...(earlier?.formerly ?? []), ...placement.formerly])];
    const formerly = former.filter((id) => !alive.has(id));
    const places = lostCharacters(read);
    const asRead = frontmatterOf(
      context,
      read,
      { ...placement, formerly },
      source,
      this.codesOf(at, placement, places.length > 0),
    );
    this.overruled.set(placement.id, corrector.overruled(asRead));
    const corrected = corrector.apply(
      asRead,
      read.blocks.map(({ kind, text }) => ({ kind, text })),
    );
    const { blocks } = corrected;
    const lost = places.filter((each) => isLostStill(each, corrected));
    const frontmatter = this.withoutMended(corrected.frontmatter, lost);
    const { review, topics } = frontmatter;
    const text = writeArticle(frontmatter, blocks);
    const bytes = utf8Of(text);
    const hash = sha256(bytes);
    this.written.set(placement.id, hash);
    const isForced = isNamed(context.force, placement.id);
    const isEdited = before !== undefined && !placement.written.includes(sha256(before));
    const { title, series } = isEdited && !isForced && earlier ? earlier : frontmatter;
    this.standing.set(placement.id, { review, topics, title, series, lost });
    if (corrector.isWithdrawn(placement.id)) {
      if (frontmatter.formerly?.length)
        this.withdrawn.push({ id: placement.id, formerly: frontmatter.formerly });
      if (before === undefined) return;
      if (!isEdited || isForced) {
        this.gone.push(path);
        this.removed.push({ id: placement.id, title: earlier?.title ?? title });
        return;
      }
      this.files.push([path, sha256(before)]);
      const what =
        'The article is withdrawn, and a person edited its file; no page shows it, the file is kept.';
      problems.push(problem('edited-withdrawn', 'note', shown(path), what));
      return;
    }
    const file: [string, string] = [path, hash];
    this.files.push(file);
    if (before === text) return;
    if (before === undefined) {
      const { id, title, authors } = frontmatter;
      this.added.push({ id, title, authors: authors.map(({ name }) => name), file: this.task.file });
    }
    if (!isEdited || isForced) {
      const fields =
        before === undefined
          ? []
          : alteredFields({ text: before, frontmatter: earlier }, { text, frontmatter });
      // Not so where but its bytes were written otherwise.
      if (fields.length > 0) this.altered.push({ id: placement.id, title, fields, file: this.task.file });
      this.change(path, bytes);
      return;
    }
    file[1] = sha256(before);
    const [code, what] = this.ofEdit(earlier, placement.id);
    problems.push(problem(code, 'note', shown(path), what));
  }

  /** What is to be told of a file that a person edited, with its code. */
  private ofEdit(
    earlier: Frontmatter | undefined,
    id: string,
  ): ['broken-article' | 'edited-article', string] {
    if (!earlier)
      return ['broken-article', 'A person edited the article, and its frontmatter cannot be read.'];
    if (earlier.id !== id)
      return [
        'broken-article',
        `A person edited the article, and its id (${earlier.id}) is not the name of its file.`,
      ];
    const unused = notIn(this.context.corrections, id);
    return ['edited-article', `A person edited the article; it is kept as it is${unused}.`];
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
    const { file, sha256: hash, bytes, encoding, damaged, lines } = source;
    const text = writeLedger({
      source: {
        file,
        sha256: hash,
        bytes,
        encoding,
        ...(damaged && { damaged }),
        lines: lines.length,
        arrived: task.arrived,
      },
      articles: kept.map(({ id }) => ({
        id,
        sha256: this.written.get(id) ?? task.elsewhere[id] ?? '',
        ...(this.overruled.get(id) && { read: this.overruled.get(id) }),
      })),
      ...(this.withdrawn.length > 0 ? { withdrawn: this.withdrawn } : {}),
      spans,
    });
    const path = ledgerPath(context, file);
    const written = utf8Of(text);
    this.files.push([path, sha256(written)]);
    if (this.isNew || !existsSync(path) || !written.equals(readFileSync(path))) this.change(path, written);
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
      review: kept.filter(({ id }) => (this.standing.get(id)?.review.length ?? 0) > 0).length,
    };
  }
}

/** Whether a place where characters were lost is as it was in an article as a person corrected it. */
function isLostStill({ in: place, words }: Lost, { frontmatter, blocks }: Corrected): boolean {
  const { title, series = '', standfirst = '', authors } = frontmatter;
  // The words are those of the line, of which names and roles are parts.
  if (place === 'author' || place === 'role')
    return authors.some(({ name, roles }) => [name, ...roles].some((text) => text.includes(lostMark)));
  return [title, series, standfirst, ...blocks.map(({ text }) => text)].some((text) => text.includes(words));
}

/** A key for all that decides how a dump is rendered. What earlier runs wrote tells edits, of which there are to be none. */
function keyFor(
  { code, topicsHash, corrections, articles, ledger }: Context,
  { page: _, ...task }: RenderTask,
): string {
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

/** Makes the articles and the ledger of one dump, a `RenderResult`; what differs from the disk is staged beside it. */
export function renderDump(context: Context, task: RenderTask): Handed {
  const packs = packsIn(context.cache);
  const key = keyFor(context, task);
  const kept = packs.find(key);
  const before = kept && packs.read(key, kept);
  if (before !== undefined) {
    const { files } = JSON.parse(before) as RenderResult;
    if (files.every(([path, hash]) => hashOf(path, context.cache) === hash)) return { json: before, kept };
  }
  const { source, problems } = readSource(context.sources, task.file, context.corrections);
  if (!source)
    throw new Error(`${task.file} was read before and cannot be read now: ${problems[0]?.message}`);
  const read = pageOf(context, { file: task.file, known: task.known }, source, task.page);
  return handed(context, key, new Rendering(context, task, source, read, false).render());
}

/** A result is kept where another run would come to it again and nothing of it would be left to do. */
function handed(context: Context, key: string, result: RenderResult): Handed {
  const { added, altered, removed, changed, gone, ...rest } = result;
  const same = JSON.stringify(rest).slice(1);
  const json = `${JSON.stringify({ added, altered, removed, changed, gone }).slice(0, -1)},${same}`;
  const settled = result.problems.every(({ code }) => code === 'unplaced-text' || code === 'no-article');
  if (context.check || !settled) return { json };
  return {
    json,
    kept: packsIn(context.cache).add(
      key,
      `{"added":[],"altered":[],"removed":[],"changed":[],"gone":[],${same}`,
    ),
  };
}

/**
 * The same for a dump that was read just now, as it comes out if none of its files is on the disk and the archive has
 * nothing to say of it: its text is at hand, and its page need not be put together again.
 *
 * @param arriving number of the run
 */
export function renderAhead(context: Context, { result, page, source }: Made, arriving: number): Handed {
  const task = taskOf({ ...result, source }, [], arriving, result.articles.map(placementOf), {});
  const read = { page, ranges: rangesIn(result) };
  return handed(context, keyFor(context, task), new Rendering(context, task, source, read, true).render());
}
