/** Files of a cache: what is missing or damaged is worked out again, and one that cannot be written costs time alone. */
import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { threadId } from 'node:worker_threads';
import { contentFolder } from '../content-folder.ts';
import { cacheFolder } from './folder.ts';

/** The file in which something is kept of this archive for the next build; archives have one each. */
export function siteFile(name: string, ending: string): string {
  const archive = createHash('sha256').update(path.resolve(contentFolder)).digest('base64url').slice(0, 12);
  return path.join(cacheFolder, 'site', `${name}-${archive}.${ending}`);
}

/** Reads a file of JSON; `undefined` where there is none or it is damaged. */
export function readRecord<Value>(file: string): Value | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Value;
  } catch {
    return undefined;
  }
}

/** Writes a file, and makes its folder where there is none. */
export function write(file: string, content: string | NodeJS.ArrayBufferView): void {
  try {
    writeFileSync(file, content);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

/** Has a draft written, and puts it in place if it is whole. */
function keep(file: string, writeTo: (draft: string) => void): void {
  const draft = `${file}.${process.pid}.${threadId}`;
  try {
    writeTo(draft);
    renameSync(draft, file);
  } catch {
    rmSync(draft, { force: true });
  }
}

/** Writes a file whole or not at all. */
export function keepFile(file: string, content: string | NodeJS.ArrayBufferView): void {
  keep(file, (draft) => write(draft, content));
}

/** The same of a text that comes in parts, so that it need not be held whole. */
export function keepParts(file: string, parts: Iterable<string>): void {
  keep(file, (draft) => {
    write(draft, '');
    for (const part of parts) appendFileSync(draft, part);
  });
}
