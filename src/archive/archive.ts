/** The archive of this site, loaded once. */

import { getCollection } from 'astro:content';
import path from 'node:path';
import { contentState, entryOf } from '../article/entries.ts';
import { buildArchive } from './build.ts';
import { readCorrections, readLedgers, readTopics } from './files.ts';
import type { Archive } from './model.ts';

let loaded: { state: number; archive: Promise<Archive> } | undefined;

/** The files of the collection; a collection that changed has this module loaded anew. */
let files: Promise<string[]> | undefined;

async function filesOfCollection(): Promise<string[]> {
  return (await getCollection('articles')).map(({ filePath = '' }) => path.resolve(filePath));
}

async function load(): Promise<Archive> {
  files ??= filesOfCollection();
  return buildArchive({
    entries: (await files).map(entryOf),
    ledgers: readLedgers(),
    corrections: readCorrections(),
    topics: readTopics(),
  });
}

/** All of `content/` as pages read it. */
export function archive(): Promise<Archive> {
  const state = contentState();
  if (loaded?.state !== state) loaded = { state, archive: load() };
  return loaded.archive;
}
