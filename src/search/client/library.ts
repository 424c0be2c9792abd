/** The search index as a browser opens it: everything a query needs, each part read when it is first wanted. */
import type { ArticleRecord } from '../../article/record.ts';
import { type Folding, foldingFromTable, type HanTable } from '../../text/folding.ts';
import type { Extents } from '../engine.ts';
import {
  bucketOf,
  type DocumentsFile,
  endStep,
  type FacetsFile,
  type FormsFile,
  formatVersion,
  idsInFile,
  type Manifest,
  manifestName,
  type NamesFile,
  type UnitsFile,
} from '../files.ts';
import type { Postings, Source } from '../places.ts';
import { inTurn, readJson, remembering, UnreachableError } from './fetching.ts';
import { openPagefind } from './pagefind.ts';

export interface Library {
  folding: Folding;
  source: Source;
  extents: Extents;
  /** Id of the article that is a document. */
  id(document: number): Promise<string>;
  /** Text of an article in the page's script. */
  record(document: number): Promise<ArticleRecord>;
  facets(): Promise<{ columns: FacetsFile; names: NamesFile }>;
  /** Names of the values of each facet, the most frequent first. */
  names(): Promise<NamesFile>;
}

/** Texts that are asked for at once. */
const recordsAtOnce = 6;

export interface Addresses {
  /** Folder of the index, with a slash at its end. */
  index: string;
  /** Folder of the articles in the page's script, with a slash at its end. */
  articles: string;
  script: string;
}

function postingsIn(file: UnitsFile, key: string): Postings {
  return unpack(Object.hasOwn(file, key) ? (file[key] as number[]) : []);
}

function unpack(packed: readonly number[]): Postings {
  const postings = new Map<number, number[]>();
  let document = 0;
  for (let at = 0; at < packed.length; ) {
    document += packed[at++] as number;
    let left = packed[at++] as number;
    let position = 0;
    const positions: number[] = [];
    while (left-- > 0) {
      position += packed[at++] as number;
      positions.push(position);
    }
    postings.set(document, positions);
  }
  return postings;
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
  return foldingFromTable(await readJson<HanTable>(`${index}${data}/folding.json`));
}

/**
 * Opens the index.
 *
 * @throws {UnreachableError} where it is missing or of another format
 */
export async function openLibrary({ index, articles, script }: Addresses): Promise<Library> {
  const manifest = await readManifest(index);
  const data = `${index}${manifest.data}/`;
  const [table, { title, byline, end, forms }, word] = await Promise.all([
    readJson<HanTable>(`${data}folding.json`),
    readJson<DocumentsFile>(`${data}documents.json`),
    openPagefind(index, manifest.documents),
  ]);
  const unitsFile = remembering((number) => readJson<UnitsFile>(`${data}units-${number}.json`), 64);
  const formsFile = remembering((number) => readJson<FormsFile>(`${data}forms-${number}.json`), 64);
  const folding = foldingFromTable(table);
  const unit = async (wanted: string): Promise<Postings> =>
    postingsIn(await unitsFile(String(bucketOf(wanted, manifest.buckets))), wanted);
  const form = async (wanted: string): Promise<Postings> =>
    postingsIn(await formsFile(String(bucketOf(folding(wanted), manifest.formBuckets))), wanted);
  const idsFile = remembering((number) => readJson<string[]>(`${data}ids-${number}.json`), 1000);
  const id = async (document: number): Promise<string> => {
    const ids = await idsFile(String(Math.floor(document / idsInFile)));
    return ids[document % idsInFile] as string;
  };
  const record = remembering(
    inTurn((name) => readJson<ArticleRecord>(`${articles}${name}.json`), recordsAtOnce),
    2000,
  );
  const formsByUnit = new Map(forms.map((group) => [folding(group[0] as string), group]));
  const columns = remembering((name) => readJson<FacetsFile>(data + name), 1);
  const names = remembering((name) => readJson<NamesFile>(data + name), 1);
  const namesFile = `names-${script}.json`;
  return {
    folding,
    source: {
      word: remembering(word, 2000),
      unit: remembering(unit, 200),
      forms: (folded) => formsByUnit.get(folded) ?? [],
      form: remembering(form, 200),
    },
    extents: (document) => {
      const titleEnd = title[document] as number;
      const body = titleEnd + (byline[document] as number);
      return { title: titleEnd, body, end: (end[document] as number) * endStep };
    },
    id,
    record: async (document) => record(await id(document)),
    facets: async () => {
      const [facets, itsNames] = await Promise.all([columns('facets.json'), names(namesFile)]);
      return { columns: facets, names: itsNames };
    },
    names: () => names(namesFile),
  };
}
