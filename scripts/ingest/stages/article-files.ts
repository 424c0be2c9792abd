/** The articles of one dump, with the corrections applied, beside what is on disk: there a person may have edited them. */
import type { ReviewCode } from '../../../src/article/codes.ts';
import { alteredFields, writeArticle } from '../../../src/article/file.ts';
import type { Ledger, Overruled } from '../../../src/article/ledger.ts';
import {
  type AddedArticle,
  type AlteredArticle,
  type Problem,
  problem,
  type RemovedArticle,
} from '../../../src/article/report.ts';
import type { ArticleSource, Block, Frontmatter } from '../../../src/article/schema.ts';
import { articleIn, sha256 } from '../archive/previous.ts';
import type { Corrector } from '../correct.ts';
import { faultsOfEdit } from '../edited.ts';
import { isLostStill, type Lost, lostCharacters } from '../lost.ts';
import type { ReadArticle, ReadPage } from '../page.ts';
import type { Source } from '../sources.ts';
import { utf8Of } from '../utf8.ts';
import type { Context } from './context.ts';
import type { DumpFiles } from './dump-files.ts';
import { frontmatterOf } from './frontmatter.ts';
import { articlePath, isNamed, shown } from './paths.ts';
import type { Placement } from './placement.ts';
import type { RenderTask } from './rendered.ts';
import { notIn } from './said.ts';
import type { Standing } from './told-doubts.ts';

/** The dump, and what its articles are made with. */
type Making = {
  context: Context;
  task: RenderTask;
  source: Source;
  page: ReadPage;
  corrector: Corrector;
  files: DumpFiles;
};

/** The file of an article as it is on the disk. */
type OnDisk = {
  text: string;
  /** Its frontmatter, where it can be read. */
  earlier?: Frontmatter;
  /** A person edited it, and it is not to be written anew. */
  isKept: boolean;
};

/** The line on which a file gives its id. */
function lineOfId(text: string): number {
  return text.split(/\r\n?|\n/).findIndex((line) => line.startsWith('id:')) + 1 || 1;
}

type Corrected = { frontmatter: Frontmatter; blocks: Block[]; lost: Lost[] };

export class ArticleFiles {
  readonly problems: Problem[] = [];
  readonly added: AddedArticle[] = [];
  readonly altered: AlteredArticle[] = [];
  readonly removed: RemovedArticle[] = [];
  /** SHA-256 of each article as this run writes it, by id. */
  readonly written = new Map<string, string>();
  /** Those that have no file, and lead to others. */
  readonly withdrawn: NonNullable<Ledger['withdrawn']> = [];
  /** What was read of fields that a person set, by id. */
  readonly overruled = new Map<string, Overruled | undefined>();
  /** What stands in the articles, by id. */
  readonly standing = new Map<string, Standing>();
  private readonly making: Making;

  constructor(making: Making) {
    this.making = making;
  }

  /** Makes the article that stands at a place of the page. */
  add(at: number, read: ReadArticle, placement: Placement, source: ArticleSource): void {
    const { context, corrector, files } = this.making;
    const { id } = placement;
    const path = articlePath(context, id);
    const before = this.onDisk(path, placement);
    const { frontmatter, blocks, lost } = this.corrected(at, read, placement, source, before?.earlier);
    const text = writeArticle(frontmatter, blocks);
    const bytes = utf8Of(text);
    const hash = sha256(bytes);
    this.written.set(id, hash);
    const { review, topics } = frontmatter;
    const { title, series } = before?.isKept && before.earlier ? before.earlier : frontmatter;
    this.standing.set(id, { review, topics, title, series, lost });
    if (corrector.isWithdrawn(id)) {
      if (frontmatter.formerly?.length) this.withdrawn.push({ id, formerly: frontmatter.formerly });
      if (before) this.withdraw(path, id, title, before);
    } else if (before?.text === text) files.keep(path, hash);
    else if (before?.isKept) this.keepEdited(path, id, before);
    else {
      this.tell(text, frontmatter, title, before);
      files.change(path, bytes, hash);
    }
  }

  private onDisk(path: string, { id, written }: Placement): OnDisk | undefined {
    const { context, files } = this.making;
    const text = files.before(path)?.toString('utf8');
    if (text === undefined) return undefined;
    const isEdited = !written.includes(sha256(text));
    return { text, earlier: articleIn(text).frontmatter, isKept: isEdited && !isNamed(context.force, id) };
  }

  /** An article as it was read and placed, with what a person decided of it. */
  private corrected(
    at: number,
    read: ReadArticle,
    placement: Placement,
    source: ArticleSource,
    earlier: Frontmatter | undefined,
  ): Corrected {
    const { context, corrector, task } = this.making;
    // What was taken in and is an article of its own again leads nowhere else.
    const alive = new Set(task.placements.map(({ id }) => id));
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
    const { frontmatter, blocks } = corrector.apply(
      asRead,
      read.blocks.map(({ kind, text }) => ({ kind, text })),
    );
    const lost = places.filter((each) => isLostStill(each, { frontmatter, blocks }));
    return { frontmatter: this.withoutMended(frontmatter, lost), blocks, lost };
  }

  private codesOf(at: number, placement: Placement, hasLost: boolean): ReviewCode[] {
    const { page, source } = this.making;
    const codes = page.doubts.filter(({ article }) => article === at).map(({ code }) => code);
    if (!source.sure || hasLost) codes.push('encoding-unsure');
    return [...new Set(codes)].filter((code) => code !== 'series-unsure' || !placement.seriesKnown);
  }

  /** A doubt about lost characters ends where a person has mended them all. */
  private withoutMended(frontmatter: Frontmatter, lost: readonly Lost[]): Frontmatter {
    const { review } = frontmatter;
    if (!this.making.source.sure || lost.length > 0 || !review.includes('encoding-unsure'))
      return frontmatter;
    return { ...frontmatter, review: review.filter((code) => code !== 'encoding-unsure') };
  }

  /** An article that is withdrawn goes, unless a person edited its file. */
  private withdraw(path: string, id: string, title: string, { text, earlier, isKept }: OnDisk): void {
    const { files } = this.making;
    if (!isKept) {
      files.remove(path);
      this.removed.push({ id, title: earlier?.title ?? title });
      return;
    }
    files.keep(path, sha256(text));
    const what =
      'The article is withdrawn, and a person edited its file; no page shows it, the file is kept.';
    this.problems.push(problem('edited-withdrawn', 'note', shown(path), what));
    this.problems.push(...faultsOfEdit(this.making.context, path, text));
  }

  private keepEdited(path: string, id: string, { text, earlier }: OnDisk): void {
    const { context, files } = this.making;
    files.keep(path, sha256(text));
    const faults = faultsOfEdit(context, path, text);
    if (earlier && earlier.id !== id) {
      const what = `A person edited the article, and its id (${earlier.id}) is not the name of its file.`;
      faults.push(problem('broken-article', 'note', shown(path), what, lineOfId(text)));
    }
    this.problems.push(...faults);
    if (faults.length > 0) return;
    const unused = notIn(context.corrections, id);
    const what = `A person edited the article; it is kept as it is${unused}.`;
    this.problems.push(problem('edited-article', 'note', shown(path), what));
  }

  /** Tells of an article that is new, or not as it was. */
  private tell(text: string, frontmatter: Frontmatter, title: string, before: OnDisk | undefined): void {
    const { file } = this.making.task;
    const { id, authors } = frontmatter;
    if (!before) {
      this.added.push({ id, title: frontmatter.title, authors: authors.map(({ name }) => name), file });
      return;
    }
    const fields = alteredFields({ text: before.text, frontmatter: before.earlier }, { text, frontmatter });
    // Not so where but its bytes were written otherwise.
    if (fields.length > 0) this.altered.push({ id, title, fields, file });
  }
}
