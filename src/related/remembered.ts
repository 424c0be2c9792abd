/**
 * Which articles the last run found to be related. A build takes them from here where all texts are the same; the
 * development server shows them at once in any case: to compare all texts anew would keep the first page waiting. Safe to
 * delete.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildsTheRest } from '../build/told.ts';
import { codeDigest } from '../cache/code.ts';
import { cacheFolder } from '../cache/folder.ts';
import { contentFolder } from '../content-folder.ts';

/** Ids of articles, and of those that are related to each, the most alike first. */
export type RelatedIds = Record<string, string[]>;

const archive = createHash('sha256').update(path.resolve(contentFolder)).digest('base64url').slice(0, 12);
const folder = path.join(cacheFolder, 'site');
const file = path.join(folder, `related-${archive}.json`);

/**
 * What was found last by this program; `undefined` where nothing was.
 *
 * @param of a hash of the texts that were compared; any will do where none is given
 */
export function recall(of?: string): RelatedIds | undefined {
  try {
    const last = JSON.parse(readFileSync(file, 'utf8'));
    return last.code === codeDigest() && (of === undefined || last.of === of) ? last.related : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Remembers what was found; a folder that cannot be written costs time.
 *
 * @param of a hash of the texts that were compared
 */
export function remember(of: string, related: RelatedIds): void {
  // Of processes that build one site beside each other, one writes.
  if (!buildsTheRest) return;
  const draft = `${file}.${process.pid}`;
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(draft, JSON.stringify({ code: codeDigest(), of, related }));
    renameSync(draft, file);
  } catch {
    // The next run finds it again.
  }
}
