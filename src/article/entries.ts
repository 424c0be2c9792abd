/**
 * The articles as they were last read from their files. The loader of the collection reads them and pages show them:
 * two programs in one process, which share what stands here and need not hand whole texts through the store.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { toldDigest } from '../build/told.ts';
import { FileDigests } from '../cache/digests.ts';
import { Kept } from '../cache/kept.ts';
import { contentFolder } from '../content-folder.ts';
import { articleFiles } from './folder.ts';
import { ArticleFileError, type ArticleText, type Entry, entryWith, readArticle, readText } from './read.ts';

interface Read {
  size: number;
  written: number;
  entry: Entry;
  /** Where a person wrote Markdown or MDX. */
  body: string;
}

interface Shared {
  files: Map<string, Read>;
  /** All files, as they were last listed. */
  all: readonly string[] | undefined;
  /** Counts the changes of the content while it is served. */
  changes: number;
  /** Is told of each. */
  listener: (() => void) | undefined;
}

const place = Symbol.for('op-ed-archive: article files');
const holder = globalThis as { [place]?: Shared };
holder[place] ??= { files: new Map(), all: undefined, changes: 0, listener: undefined };
const shared = holder[place];
const { files } = shared;

const texts = new Kept<ArticleText>('articles');
const digests = new FileDigests();

/** The SHA-256 (hex) of a file, which need not be read where it is as it was when it was last hashed. */
export function sha256Of(file: string): string {
  return hex(digests.of(file));
}

function hex(digest: string): string {
  return Buffer.from(digest, 'base64url').toString('hex');
}

/**
 * Reads an article file, if it is not as it was when it was last read.
 *
 * @param file its path
 * @throws {ArticleFileError} where it cannot be read
 */
export function readFile(file: string): Read {
  const { size, mtimeMs } = statSync(file);
  const before = files.get(file);
  if (before !== undefined && before.size === size && before.written === mtimeMs) return before;
  // For one file that changed it is not worth while to read all that is kept.
  const { entry, body } = before === undefined ? firstRead(file) : readArticle(readFileSync(file));
  const read = { size, written: mtimeMs, entry, body };
  files.set(file, read);
  return read;
}

function firstRead(file: string): { entry: Entry; body: string } {
  const kept = keptEntry(sha256Of(file));
  return kept ?? readArticle(readFileSync(file), (text, sha256) => texts.set(sha256, readText(text)));
}

/** What is kept of a file of which the hash is at hand, and which then need not be read. */
function keptEntry(sha256: string): { entry: Entry; body: string } | undefined {
  const text = texts.known(sha256);
  return text && entryWith(text, sha256);
}

/**
 * An article as it was last read.
 *
 * @param file its path
 * @param name its path below the folder of the content, where that is at hand
 */
function entryOf(file: string, name?: string): Entry {
  const read = files.get(file);
  if (read !== undefined) return read.entry;
  const told = name === undefined ? undefined : toldDigest(name);
  const kept = told === undefined ? undefined : keptEntry(hex(told));
  if (kept === undefined) return readFile(file).entry;
  files.set(file, { size: -1, written: -1, ...kept });
  return kept.entry;
}

/** All articles as they were last read; each is read that was not. */
export async function allEntries(): Promise<Entry[]> {
  if (shared.all !== undefined) {
    const entries = shared.all.map((file) => entryOf(file));
    keepMore();
    return entries;
  }
  return readAll(path.resolve(), (file, name) => entryOf(file, name));
}

/** What a file imports is not known here. */
const imports = /\bimport\b|\bexport\b/;

/** The files read so far into which a person wrote Markdown or MDX, each with a hash of all that it shows. */
export function markupRead(): Record<string, string> {
  const found = [...files].filter(([, { entry }]) => entry.markup);
  return Object.fromEntries(
    found.map(([file, { entry, body }]) => [file, imports.test(body) ? randomUUID() : entry.sha256]),
  );
}

/** The path of a file that is given relative to the project; files are known by it. */
export function fullPath(root: string, file: string): string {
  return root.endsWith(path.sep) ? root + file : root + path.sep + file;
}

/** What comes before the names of files of the content, relative to the project. */
const before = path.posix.join(contentFolder, '/');

/**
 * Reads all articles.
 *
 * @param root the folder of the project
 * @param read what is to be known of a file, by its path and by its name below the folder of the content
 * @param part leaves files out, by their path
 * @returns what is known of each, in the order of their names
 * @throws telling of every file that cannot be read, and of every id that two files have
 */
export async function readAll<Known extends { id: string }>(
  root: string,
  read: (file: string, name: string) => Known,
  part?: (file: string) => boolean,
): Promise<Known[]> {
  let broken = 0;
  const problems: string[] = [];
  const fileOfId = new Map<string, string>();
  const all: Known[] = [];
  const names = await articleFiles(root);
  for (const file of names) {
    const full = fullPath(root, file);
    if (part && !part(full)) continue;
    try {
      const known = read(full, file.slice(before.length));
      const other = fileOfId.get(known.id);
      if (other !== undefined)
        throw new ArticleFileError([
          { message: `its id ${known.id} is taken by ${other}; delete one of the two` },
        ]);
      fileOfId.set(known.id, file);
      all.push(known);
    } catch (error) {
      if (!(error instanceof ArticleFileError)) throw error;
      broken++;
      for (const { line, message } of error.faults)
        problems.push(`${line === undefined ? file : `${file}:${line}`}: ${message}`);
    }
  }
  if (problems.length > 0) {
    const remedy = `Put the files right, or take back what was edited: npm run ingest -- --force FILE`;
    const told = `${broken} article file(s) cannot be read.\n${problems.join('\n')}\n${remedy}`;
    // Where in the program it was noticed helps nobody to mend a file.
    throw Object.assign(new Error(told), { stack: '' });
  }
  if (part === undefined) shared.all = names.map((file) => fullPath(root, file));
  return all;
}

/** Keeps what was read for the next process, where all articles were. */
export function keepTexts(): void {
  texts.save();
}

/** Keeps what was read for the next process, where others were left as they are known. */
export function keepMore(): void {
  texts.add();
  digests.add();
}

/** A number that is another one whenever the content has changed. */
export function contentState(): number {
  return shared.changes;
}

/** Says that the content has changed. */
export function contentChanged(): void {
  shared.changes++;
  shared.listener?.();
}

/** Has the development server told of each change of the content. */
export function onContentChange(listener: () => void): void {
  shared.listener = listener;
}

/** Whether this is the development server. What Vite says of it follows variables of the environment. */
export function isServed(): boolean {
  return shared.listener !== undefined;
}
