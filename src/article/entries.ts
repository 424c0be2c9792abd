/**
 * The articles as they were last read from their files. The loader of the collection reads them and pages show them:
 * two programs in one process, which share what stands here and need not hand whole texts through the store.
 */
import { readFileSync, statSync } from 'node:fs';
import { Kept } from '../cache/kept.ts';
import { type Entry, readArticle, readText } from './read.ts';

interface Read {
  size: number;
  written: number;
  entry: Entry;
  /** Where a person wrote Markdown or MDX. */
  body: string;
}

interface Shared {
  files: Map<string, Read>;
  /** Counts the changes of the content while it is served. */
  changes: number;
  /** Is told of each. */
  listener: (() => void) | undefined;
}

const place = Symbol.for('op-ed-archive: article files');
const holder = globalThis as { [place]?: Shared };
holder[place] ??= { files: new Map(), changes: 0, listener: undefined };
const shared = holder[place];
const { files } = shared;

const texts = new Kept('articles', readText);

/**
 * Reads an article file, if it is not as it was when it was last read.
 *
 * @param file its path
 * @throws {ArticleFileError} where it cannot be read
 */
export function readFile(file: string): Read {
  const { size, mtimeMs } = statSync(file);
  const known = files.get(file);
  if (known !== undefined && known.size === size && known.written === mtimeMs) return known;
  const { entry, body } = readArticle(readFileSync(file), (text, sha256) => texts.get(text, sha256));
  const read = { size, written: mtimeMs, entry, body };
  files.set(file, read);
  return read;
}

/** An article as it was last read. */
export function entryOf(file: string): Entry {
  return (files.get(file) ?? readFile(file)).entry;
}

/** Keeps what was read for the next process. */
export function keepTexts(): void {
  texts.save();
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
