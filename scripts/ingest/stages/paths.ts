/** Where the articles and ledgers of a run stand, and how a person names them. */
import { basename, join, relative } from 'node:path';
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

/** A path as it is shown: from the folder in which the command was given. */
export function shown(path: string): string {
  return relative(process.cwd(), path);
}
