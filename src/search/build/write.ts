/** Puts files on disk. Thousands of small ones: to wait for each by itself would cost more than the writing. */
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

/** A file; the path is relative to a folder. */
export interface IndexFile {
  path: string;
  content: Uint8Array;
}

/** A file of JSON. */
export function json(name: string, value: unknown): IndexFile {
  return { path: name, content: Buffer.from(JSON.stringify(value)) };
}

/** Writes a file in place of what was there, whole or not at all. */
export function writeWhole(file: string, content: Uint8Array | string): void {
  const draft = `${file}.${process.pid}.new`;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(draft, content);
  renameSync(draft, file);
}

/** Writes files below a folder. */
export function writeFiles(files: readonly IndexFile[], folder: string): void {
  const folders = new Set(files.map(({ path: name }) => path.dirname(path.join(folder, name))));
  for (const each of folders) mkdirSync(each, { recursive: true });
  for (const { path: name, content } of files) writeFileSync(path.join(folder, name), content);
}

function copyFiles(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) copyFiles(source, target);
    else copyFileSync(source, target);
  }
}

/**
 * Fills a folder in place of what was there; a failure leaves what was there.
 *
 * @param fill writes everything into the folder that it is given
 */
function replaceFolder(folder: string, fill: (fresh: string) => void): void {
  const fresh = `${folder.replace(/[\\/]+$/, '')}.${process.pid}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(path.dirname(fresh), { recursive: true });
  try {
    fill(fresh);
    rmSync(folder, { recursive: true, force: true });
    renameSync(fresh, folder);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** Copies a folder in place of another one, which may be the same. */
export function copyFolder(from: string, to: string): void {
  replaceFolder(to, (fresh) => copyFiles(from, fresh));
}

function holds(folder: string, { path: name, content }: IndexFile): boolean {
  try {
    return readFileSync(path.join(folder, name)).equals(content);
  } catch {
    return false;
  }
}

/** Makes some files all that a folder holds; where they are already, they are left as they are. */
export function placeFolder(files: readonly IndexFile[], folder: string): void {
  const isThere = files.every((file) => holds(folder, file)) && readdirSync(folder).length === files.length;
  if (!isThere) replaceFolder(folder, (fresh) => writeFiles(files, fresh));
}

/** Writes a file whole or not at all; where it is already, it is left as it is. */
export function placeFile(file: IndexFile, folder: string): void {
  if (!holds(folder, file)) writeWhole(path.join(folder, file.path), file.content);
}
