/** The archive of this site, loaded once. */
import { allEntries, contentState } from '../article/entries.ts';
import { buildArchive } from './build.ts';
import { readCorrections, readLedgers, readTopics } from './files.ts';
import type { Archive } from './model.ts';

let loaded: { state: number; archive: Promise<Archive> } | undefined;

async function load(): Promise<Archive> {
  const entries = await allEntries();
  return buildArchive({
    entries,
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
