/** Puts files on disk. */
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
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

/** Writes files below a folder. */
export async function writeFiles(files: readonly IndexFile[], folder: string): Promise<void> {
  const folders = new Set(files.map(({ path: name }) => path.dirname(path.join(folder, name))));
  for (const each of folders) await mkdir(each, { recursive: true });
  for (const { path: name, content } of files) await writeFile(path.join(folder, name), content);
}

/** Files and bytes below a folder. */
export async function sizeOf(folder: string): Promise<{ files: number; bytes: number }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const size = { files: 0, bytes: 0 };
  for (const entry of entries.filter((each) => each.isFile())) {
    size.files++;
    size.bytes += (await stat(path.join(entry.parentPath, entry.name))).size;
  }
  return size;
}

/**
 * Fills a folder in place of what was there; a failure leaves what was there.
 *
 * @param fill writes everything into the folder that it is given
 */
export async function replaceFolder(folder: string, fill: (fresh: string) => Promise<void>): Promise<void> {
  const fresh = `${folder.replace(/[\\/]+$/, '')}.new`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { recursive: true });
  await fill(fresh);
  await rm(folder, { recursive: true, force: true });
  await rename(fresh, folder);
}
