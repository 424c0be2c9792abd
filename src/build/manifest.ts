/** What is known of a built site: which files it holds, what each shows, and whether a file is still as it was written. */
import { statSync } from 'node:fs';
import path from 'node:path';
import { readRecord } from '../cache/kept-file.ts';

/** A file of the site that was made as a page or as data; its path is the key under which it is listed. */
export interface BuiltFile {
  /** A hash of all that it shows; absent for what is made anew every time. */
  key?: string;
  size: number;
  /** When it was written, in milliseconds. */
  written: number;
  /** The path of the page relative to the site, with a slash at its end; absent for what is no page. */
  page?: string;
  /** Search engines shall pass the page by. */
  hidden?: true;
}

export interface Manifest {
  /** A hash of the program, and of what it is told in the environment. */
  program: string;
  /** A hash of each file in `content/`. */
  content: Record<string, string>;
  files: Record<string, BuiltFile>;
  /** Styles, scripts and files of `public/`. */
  assets: string[];
}

/** What one process built of a site; nothing where articles with Markdown or MDX are not as the program has them. */
export type ShareResult = { files: Record<string, BuiltFile>; stale?: undefined } | { stale: true };

/** Reads a manifest; `undefined` where there is none or it is damaged. */
export const readManifest = (file: string): Manifest | undefined => readRecord<Manifest>(file);

/** Whether a file of a site is there as it was written. */
export function isIntact(site: string, name: string, { size, written }: BuiltFile): boolean {
  const found = statSync(path.join(site, name), { throwIfNoEntry: false });
  return found !== undefined && found.size === size && found.mtimeMs === written;
}
