/** A content folder of its own, the ingest run on it in this process or as the command, and what is on disk after. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { ingest, type Options } from '../../scripts/ingest/run.ts';
import { readPlainBody } from '../../src/article/body.ts';
import { splitArticle } from '../../src/article/file.ts';
import { type Ledger, ledgerSchema } from '../../src/article/ledger.ts';
import { type Report, reportSchema } from '../../src/article/report.ts';
import { articleSchema, type Block, type Frontmatter } from '../../src/article/schema.ts';

export const seeds = 'tests/fixtures/ingest/seeds/sources';

export type Article = { frontmatter: Frontmatter; blocks: Block[] };
export type Command = { code: number | null; stdout: string; stderr: string };

export class Desk {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
    mkdirSync(this.path('sources'), { recursive: true });
    cpSync('content/topics.yaml', this.path('topics.yaml'));
  }

  path(...parts: string[]): string {
    return path.join(this.folder, ...parts);
  }

  /** Writes a dump. */
  put(file: string, content: string | Uint8Array): void {
    mkdirSync(path.dirname(this.path('sources', file)), { recursive: true });
    writeFileSync(this.path('sources', file), content);
  }

  remove(file: string): void {
    rmSync(this.path('sources', file));
  }

  correct(yaml: string): void {
    writeFileSync(this.path('corrections.yaml'), yaml);
  }

  private options(): Omit<Options, 'check' | 'force'> {
    return {
      sources: this.path('sources'),
      articles: this.path('articles'),
      ledger: this.path('ledger'),
      corrections: this.path('corrections.yaml'),
      topics: this.path('topics.yaml'),
    };
  }

  /** Runs the ingest in this process. */
  run(more: Partial<Options> = {}): { report: Report; exitCode: number } {
    const { report, exitCode } = ingest({ ...this.options(), check: false, force: [], ...more });
    return { report: reportSchema.parse(report), exitCode };
  }

  private arguments(more: readonly string[]): string[] {
    const { sources, articles, ledger, corrections, topics } = this.options();
    const own = { sources, out: articles, ledger, corrections, topics };
    return [
      'scripts/ingest.ts',
      ...Object.entries(own).flatMap(([name, value]) => [`--${name}`, value]),
      ...more,
    ];
  }

  /** Runs the command as a keeper does. */
  command(...more: string[]): Command {
    const { status, stdout, stderr } = spawnSync(process.execPath, this.arguments(more), {
      encoding: 'utf8',
    });
    return { code: status, stdout, stderr };
  }

  /**
   * Starts the command and leaves it running.
   *
   * @param killBefore the number of the step of its writing in which it is to be killed
   */
  start(killBefore?: number): ChildProcess {
    const preload = killBefore === undefined ? [] : ['--import', './tests/support/kill-before.ts'];
    return spawn(process.execPath, [...preload, ...this.arguments([])], {
      stdio: 'ignore',
      env: { ...process.env, KILL_BEFORE: String(killBefore), KILL_UNDER: this.folder },
    });
  }

  /** Everything under the folders that the ingest writes: texts by path. */
  written(): Record<string, string> {
    return Object.fromEntries(
      ['articles', 'ledger'].flatMap((name) =>
        existsSync(this.path(name))
          ? readdirSync(this.path(name), { recursive: true, withFileTypes: true })
              .filter((entry) => entry.isFile())
              .map((entry) => path.join(entry.parentPath, entry.name))
              .sort()
              .map((file) => [path.relative(this.folder, file), readFileSync(file, 'utf8')])
          : [],
      ),
    );
  }

  /** Ids of the articles on disk. */
  ids(): string[] {
    return readdirSync(this.path('articles')).map((name) => path.basename(name, '.mdx'));
  }

  articleFile(id: string): string {
    return this.path('articles', `${id}.mdx`);
  }

  article(id: string): Article {
    const { frontmatter, body } = splitArticle(readFileSync(this.articleFile(id), 'utf8'));
    return { frontmatter: articleSchema.parse(frontmatter), blocks: readPlainBody(body) ?? [] };
  }

  articles(): Article[] {
    return this.ids().map((id) => this.article(id));
  }

  /** The article whose title holds a text. */
  titled(text: string): Article {
    const found = this.articles().find(({ frontmatter }) => frontmatter.title.includes(text));
    if (!found)
      throw new Error(
        `no article is titled ${text}: ${this.articles()
          .map(({ frontmatter }) => frontmatter.title)
          .join(' / ')}`,
      );
    return found;
  }

  ledger(file: string): Ledger {
    const name = file.replace(/\.txt$/i, '.json');
    return ledgerSchema.parse(JSON.parse(readFileSync(this.path('ledger', name), 'utf8')));
  }
}

/**
 * A new content folder with the topics of the project; it goes when the test ends.
 *
 * @param dumps by name; texts are written as UTF-8
 */
export function newDesk(dumps: Record<string, string | Uint8Array> = {}): Desk {
  const folder = mkdtempSync(path.join(tmpdir(), 'desk-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const desk = new Desk(folder);
  for (const [file, content] of Object.entries(dumps)) desk.put(file, content);
  return desk;
}

/** The two real dumps, by name. */
export function seedDumps(): Record<string, string> {
  return Object.fromEntries(
    readdirSync(seeds)
      .sort()
      .map((file) => [file, readFileSync(path.join(seeds, file), 'utf8')]),
  );
}
