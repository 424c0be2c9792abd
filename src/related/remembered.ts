/**
 * Which articles the last run found to be related. The development server shows them at once: to compare all texts anew
 * would keep the first page waiting. Safe to delete; a build never takes them from here.
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

/** What was found last by this program; `undefined` where nothing was. */
export function recall(): RelatedIds | undefined {
  try {
    const { code, related } = JSON.parse(readFileSync(file, 'utf8'));
    return code === codeDigest() ? related : undefined;
  } catch {
    return undefined;
  }
}

/** Remembers what was found; a folder that cannot be written costs time. */
export function remember(related: RelatedIds): void {
  // Of processes that build one site beside each other, one writes.
  if (!buildsTheRest) return;
  const draft = `${file}.${process.pid}`;
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(draft, JSON.stringify({ code: codeDigest(), related }));
    renameSync(draft, file);
  } catch {
    // The next run finds it again.
  }
}
