/** Where the articles and ledgers of a run stand, and how a person names them. */
import { basename, dirname, join, relative } from 'node:path';
import type { Context } from './context.ts';

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

/** The folder of the last path that was shown, and how it is shown: most stand in one. */
let last = { folder: '', shown: '' };

/** A path as it is shown: from the folder in which the command was given. */
export function shown(path: string): string {
  const folder = dirname(path);
  if (folder !== last.folder) last = { folder, shown: relative(process.cwd(), folder) };
  return join(last.shown, basename(path));
}
