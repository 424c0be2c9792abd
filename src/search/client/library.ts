/** The search index as a browser opens it: what speaks of the whole archive, and its volumes. */
import type { ArticleRecord } from '../../article/record.ts';
import { type Folding, foldingFromTable, type HanTable } from '../../text/folding.ts';
import {
  type FacetsFile,
  type FormsOfArchive,
  formatVersion,
  type Manifest,
  manifestName,
  type NamesFile,
} from '../files.ts';
import { inTurn, readJson, remembering, UnreachableError } from './fetching.ts';
import { pagefindIn } from './pagefind.ts';
import { firstAsked } from './together.ts';
import { type ArchiveWriting, idsOf, type OpenVolume, openVolume } from './volume.ts';

/** A volume, which is opened when it is first asked. */
export interface Volume {
  /** Number in the archive of its first document. */
  first: number;
  documents: number;
  /** Whether it has been opened. */
  readonly isOpen: boolean;
  open(): Promise<OpenVolume>;
}

export interface Library {
  folding: Folding;
  /** The newest first; at least one, where the archive has an article. */
  volumes: Volume[];
  /** Path or address of the article that is a document, with a slash at its end, in the page's script. */
  address(document: number): Promise<string>;
  /** Text of an article in the page's script. */
  record(document: number): Promise<ArticleRecord>;
  facets(): Promise<{ columns: FacetsFile; names: NamesFile }>;
  /** Names of the values of each facet, the most frequent first. */
  names(): Promise<NamesFile>;
  /** Folder of the pages in the page's script of the site that has a document, with a slash at its end. */
  folder(document: number): string;
}

/** Texts that are asked for at once. */
const recordsAtOnce = 6;

export interface Addresses {
  /** The path of the site, with a slash at both ends. */
  base: string;
  /** The part of addresses that stands for the page's script: empty, or with a slash at its end. */
  segment: string;
  script: string;
}

async function readManifest(index: string): Promise<Manifest> {
  const manifest = await readJson<Manifest>(index + manifestName, true);
  if (manifest.version !== formatVersion) throw new UnreachableError(`${index} is of another version`);
  return manifest;
}

/**
 * Reads only the folding of an index, which is all that marking a query in a text needs.
 *
 * @throws {UnreachableError} where it is missing or of another format
 */
export async function readFolding(index: string): Promise<Folding> {
  const { data } = await readManifest(index);
  return foldingFromTable(await readJson<HanTable>(`${index}${data}folding.json`));
}

async function readWriting(data: string): Promise<ArchiveWriting> {
  const [table, forms] = await Promise.all([
    readJson<HanTable>(`${data}folding.json`),
    readJson<FormsOfArchive>(`${data}forms.json`),
  ]);
  return { folding: foldingFromTable(table), forms };
}

/** The newest first; where no dates tell, what stands later in the archive. */
function newestFirst<Item extends { number: number; newest: string }>(volumes: readonly Item[]): Item[] {
  return volumes.toSorted((a, b) =>
    a.newest === b.newest ? b.number - a.number : a.newest < b.newest ? 1 : -1,
  );
}

/**
 * Opens the index, and the newest of its volumes that are asked first.
 *
 * @throws {UnreachableError} where it is missing or of another format
 */
export async function openLibrary({ base, segment, script }: Addresses): Promise<Library> {
  const index = `${base}pagefind/`;
  const manifest = await readManifest(index);
  const data = index + manifest.data;
  const writing = readWriting(data);
  const pagefind = pagefindIn(index);
  let documents = 0;
  const volumes = manifest.volumes.map((entry, number) => {
    const itsFolder = new URL(entry.folder, new URL(index, location.href)).href;
    const first = documents;
    documents += entry.documents;
    const opened = remembering(() => openVolume(itsFolder, number, entry, writing, pagefind), 1);
    const volume = {
      ...{ number, first, documents: entry.documents, end: documents, newest: entry.newest, isOpen: false },
      ...{ site: entry.site ?? base, id: idsOf(itsFolder) },
      open: async () => {
        const itself = await opened('');
        volume.isOpen = true;
        return itself;
      },
    };
    return volume;
  });
  const newest = newestFirst(volumes);
  // Nothing waits for them yet; whoever does hears of a failure.
  for (const volume of firstAsked(newest)) volume.open().catch(() => {});
  const { folding } = await writing;
  const volumeOf = (document: number) => {
    const found = volumes.find(({ end }) => document < end);
    if (found === undefined) throw new RangeError(`there is no document ${document}`);
    return found;
  };
  const folder = (document: number): string => volumeOf(document).site + segment;
  const address = async (document: number): Promise<string> => {
    const { first, id } = volumeOf(document);
    return `${folder(document)}articles/${await id(document - first)}/`;
  };
  const record = remembering(
    inTurn((name) => readJson<ArticleRecord>(name), recordsAtOnce),
    2000,
  );
  const columns = remembering((name) => readJson<FacetsFile>(data + name), 1);
  const names = remembering((name) => readJson<NamesFile>(data + name), 1);
  const namesFile = `names-${script}.json`;
  return {
    folding,
    volumes: newest,
    address,
    record: async (document) => record((await address(document)).replace(/\/$/, '.json')),
    facets: async () => {
      const [facets, itsNames] = await Promise.all([columns('facets.json'), names(namesFile)]);
      return { columns: facets, names: itsNames };
    },
    names: () => names(namesFile),
    folder,
  };
}
