/** Writes the index of an archive: its volumes, and beside them what speaks of all of them. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import { folding } from '../../text/fold.ts';
import { foldText } from '../../text/folding.ts';
import { formatVersion, type Manifest, type VolumeEntry } from '../files.ts';
import type { SearchArticle } from './articles.ts';
import { columnsOf, joinedColumns } from './facets.ts';
import { foldingTable } from './folding-table.ts';
import { formsOfArchive } from './forms.ts';
import { inParallel } from './parallel.ts';
import { type Part, readPart, readVolume, type VolumeOnDisk } from './part.ts';
import { folderOfVolume, type IndexSize, PlacedIndex } from './place.ts';
import { VolumeStore } from './store.ts';
import { articlesInVolume, volumesOf } from './volumes.ts';
import { json } from './write.ts';

/** Volumes that are built at once. */
const volumesAtOnce = 2;

export interface ArchiveOptions {
  /** The path of the site, with a slash at both ends. */
  base: string;
  /** Folder in which volumes are kept, and what is known of what was placed; safe to delete. */
  cache: string;
  /** Articles of a volume at most. */
  most?: number;
  /** A hash of all that decides the index, apart from the program; without it nothing is known of it the next time. */
  key?: string;
}

export interface Written extends IndexSize {
  articles: number;
  volumes: number;
  /** Volumes that were built in this run. */
  built: number;
}

/** The files about the whole archive, and the manifest, without folders. */
function filesAbout({ volumes, facets, names }: Part, cache: string) {
  const writings = volumes.map(({ file }) => file.writing);
  const folded = new Set(writings.flatMap((writing) => Array.from(writing.folded)));
  // Names are suggested that need not stand in any text: those of topics.
  for (const name of names['zh-Hant'].topic)
    for (const character of foldText(name, folding)) folded.add(character);
  // What folds to a character that no article holds is found nowhere, folded or not.
  const table = foldingTable((character) => folded.has(character), cache);
  return [
    json('folding.json', table),
    json('forms.json', formsOfArchive(writings, folding)),
    json('facets.json', facets),
    json('names-zh-Hant.json', names['zh-Hant']),
    json('names-zh-Hans.json', names['zh-Hans']),
  ];
}

function entryOf({ name, file, newest, site }: VolumeOnDisk, base: string): VolumeEntry {
  const { documents, buckets, formBuckets } = file;
  const isElsewhere = site !== undefined && site !== base;
  return {
    ...{ folder: folderOfVolume(name), documents, buckets, formBuckets, newest },
    ...(isElsewhere ? { site } : {}),
  };
}

function publish(
  part: Part,
  index: PlacedIndex,
  { base, cache, key = '' }: ArchiveOptions,
): Promise<IndexSize> {
  const about = filesAbout(part, cache);
  const hash = createHash('sha256');
  for (const { content } of about) hash.update(content);
  const manifest: Manifest = {
    version: formatVersion,
    base,
    data: `data-${hash.digest('hex').slice(0, 12)}/`,
    volumes: part.volumes.map((volume) => entryOf(volume, base)),
  };
  return index.publish(manifest, about, key);
}

function newestOf(articles: readonly SearchArticle[]): string {
  return articles.reduce((newest, { data: { date = '' } }) => (date > newest ? date : newest), '');
}

/**
 * Writes the index of an archive, in place of what was there; a failure leaves what was there.
 *
 * @param articles numbered in the order given, which is the order of results that are equally good
 * @throws where a volume cannot be built
 */
export async function writeArchive(
  articles: readonly SearchArticle[],
  folder: string,
  options: ArchiveOptions,
): Promise<Written> {
  const { cache, most = articlesInVolume } = options;
  const index = new PlacedIndex(folder, cache);
  const store = new VolumeStore(path.join(cache, 'volumes'));
  const ids = articles.map(({ data }) => data.id);
  const parts = volumesOf(ids, most).map(({ first, end }) => {
    const own = articles.slice(first, end);
    return { name: store.nameOf(own), articles: own };
  });
  const there = new Map(parts.map(({ name }) => [name, index.find(name) ?? store.find(name)]));
  const missing = parts.filter(({ name }) => there.get(name) === undefined);
  // The largest first, so that at the end no process waits for another one that began late.
  const largestFirst = missing.toSorted((a, b) => b.articles.length - a.articles.length);
  await inParallel(largestFirst, volumesAtOnce, async ({ name, articles: own }) => {
    there.set(name, await store.build(name, own));
  });
  for (const { name } of parts)
    if (index.find(name) === undefined) index.add(name, there.get(name) as string);
  store.prune(new Set(parts.map(({ name }) => name)));
  const volumes = parts.map(({ name, articles: own }): VolumeOnDisk => {
    const its = there.get(name) as string;
    return { name, folder: its, file: readVolume(its), newest: newestOf(own) };
  });
  const size = await publish({ volumes, ...columnsOf(articles) }, index, options);
  return { articles: articles.length, volumes: volumes.length, built: missing.length, ...size };
}

/**
 * Writes an index that searches those of several sites as one, in the order given.
 *
 * @param folders of indexes that were built before
 * @throws where one of them cannot be read or is of another format
 */
export async function joinArchives(
  folders: readonly string[],
  folder: string,
  options: Pick<ArchiveOptions, 'base' | 'cache'>,
): Promise<Written> {
  const parts = folders.map(readPart);
  const volumes = parts.flatMap((part) => part.volumes);
  const index = new PlacedIndex(folder, options.cache);
  for (const { name, folder: its } of volumes) if (index.find(name) === undefined) index.add(name, its);
  const size = await publish({ volumes, ...joinedColumns(parts) }, index, options);
  const articles = volumes.reduce((sum, { file }) => sum + file.documents, 0);
  return { articles, volumes: volumes.length, built: 0, ...size };
}
