/** Writes the index of an archive: its volumes, and beside them what speaks of all of them. */
import { createHash } from 'node:crypto';
import { cp } from 'node:fs/promises';
import path from 'node:path';
import { folding, hanTable } from '../../text/fold.ts';
import { foldText } from '../../text/folding.ts';
import { formatVersion, type Manifest, manifestName, type VolumeEntry } from '../files.ts';
import type { SearchArticle } from './articles.ts';
import { columnsOf, joinedColumns } from './facets.ts';
import { formsOfArchive } from './forms.ts';
import { programFiles } from './pagefind.ts';
import { type Part, readPart, readVolume, type VolumeOnDisk } from './part.ts';
import { VolumeStore } from './store.ts';
import { volumesOf } from './volumes.ts';
import { json, replaceFolder, sizeOf, writeFiles } from './write.ts';

/**
 * Articles of a volume at most. Larger ones cost a reader more for the first results, and whoever builds them more
 * memory (about 1 GB for 1,000 articles, two volumes at once) and more time where one article is new; with smaller ones
 * the whole answer costs a reader more. `npm run bench:search -- 10000 --volumes 1900,3000` measures it.
 */
export const articlesInVolume = 1900;

export interface ArchiveOptions {
  /** The path of the site, with a slash at both ends. */
  base: string;
  /** Folder in which volumes are kept; safe to delete. */
  cache: string;
  /** Articles of a volume at most. */
  most?: number;
}

export interface Written {
  articles: number;
  volumes: number;
  /** Volumes that were built in this run. */
  built: number;
  files: number;
  bytes: number;
}

/** The files about the whole archive, and the manifest, without folders. */
function filesAbout({ volumes, facets, names }: Part) {
  const writings = volumes.map(({ file }) => file.writing);
  const folded = new Set(writings.flatMap((writing) => Array.from(writing.folded)));
  // Names are suggested that need not stand in any text: those of topics.
  for (const name of names['zh-Hant'].topic)
    for (const character of foldText(name, folding)) folded.add(character);
  // What folds to a character that no article holds is found nowhere, folded or not.
  const table = hanTable((character) => folded.has(character));
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
    ...{ folder: `volumes/${name}/`, documents, buckets, formBuckets, newest },
    ...(isElsewhere ? { site } : {}),
  };
}

/** The program stands once beside the volumes, not in each of them. */
const isProgram: ReadonlySet<string> = new Set(programFiles);

async function writePart(
  part: Part,
  folder: string,
  base: string,
): Promise<{ files: number; bytes: number }> {
  const about = filesAbout(part);
  const hash = createHash('sha256');
  for (const { content } of about) hash.update(content);
  const data = `data-${hash.digest('hex').slice(0, 12)}/`;
  const manifest: Manifest = {
    version: formatVersion,
    base,
    data,
    volumes: part.volumes.map((volume) => entryOf(volume, base)),
  };
  await replaceFolder(folder, async (fresh) => {
    for (const volume of part.volumes) {
      const filter = (file: string) => !isProgram.has(path.basename(file));
      await cp(volume.folder, path.join(fresh, 'volumes', volume.name), { recursive: true, filter });
    }
    if (part.program !== undefined)
      for (const name of programFiles) await cp(path.join(part.program, name), path.join(fresh, name));
    await writeFiles(
      [...about.map((file) => ({ ...file, path: data + file.path })), json(manifestName, manifest)],
      fresh,
    );
  });
  return sizeOf(folder);
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
  { base, cache, most = articlesInVolume }: ArchiveOptions,
): Promise<Written> {
  const stretches = volumesOf(
    articles.map(({ data }) => data.id),
    most,
  );
  const parts = stretches.map(({ first, end }) => articles.slice(first, end));
  const built = await new VolumeStore(cache).volumes(parts);
  const volumes = await Promise.all(
    built.map(
      async ({ name, folder: its }, number): Promise<VolumeOnDisk> => ({
        ...{ name, folder: its, file: await readVolume(its) },
        newest: newestOf(parts[number] as readonly SearchArticle[]),
      }),
    ),
  );
  const [first] = built;
  const program = first === undefined ? {} : { program: first.folder };
  const size = await writePart({ volumes, ...program, ...columnsOf(articles) }, folder, base);
  return {
    articles: articles.length,
    volumes: volumes.length,
    built: built.filter(({ isNew }) => isNew).length,
    ...size,
  };
}

/**
 * Writes an index that searches those of several sites as one, in the order given.
 *
 * @param folders of indexes that were built before
 * @param base the path of the site that will show the search page
 * @throws where one of them cannot be read or is of another format
 */
export async function joinArchives(
  folders: readonly string[],
  folder: string,
  base: string,
): Promise<Written> {
  const parts = await Promise.all(folders.map(readPart));
  const volumes = parts.flatMap((part) => part.volumes);
  const program = parts.find((part) => part.program !== undefined)?.program;
  const joined: Part = { volumes, ...(program === undefined ? {} : { program }), ...joinedColumns(parts) };
  const size = await writePart(joined, folder, base);
  const articles = volumes.reduce((sum, { file }) => sum + file.documents, 0);
  return { articles, volumes: volumes.length, built: 0, ...size };
}
