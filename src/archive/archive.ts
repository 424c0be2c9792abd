/** The archive of this site, loaded once. */

import { getCollection } from 'astro:content';
import path from 'node:path';
import { entryOf } from '../article/entries.ts';
import { buildArchive } from './build.ts';
import { readCorrections, readLedgers, readTopics } from './files.ts';
import type { Archive } from './model.ts';

let loaded: Promise<Archive> | undefined;

async function load(): Promise<Archive> {
  const entries = (await getCollection('articles')).map(({ filePath = '' }) =>
    entryOf(path.resolve(filePath)),
  );
  return buildArchive({
    entries,
    ledgers: readLedgers(),
    corrections: readCorrections(),
    topics: readTopics(),
  });
}

/** All of `content/` as pages read it. */
export function archive(): Promise<Archive> {
  loaded ??= load();
  return loaded;
}
