/** One volume of the index as a browser opens it: everything a query needs of it, each part read when first wanted. */
import type { Folding } from '../../text/folding.ts';
import type { Extents } from '../engine.ts';
import {
  bucketOf,
  type DocumentsFile,
  endStep,
  type FormsFile,
  type FormsOfArchive,
  idsInFile,
  type UnitsFile,
  type VolumeEntry,
} from '../files.ts';
import type { Postings, Source } from '../places.ts';
import { readJson, remembering } from './fetching.ts';
import type { OpenPagefind } from './pagefind.ts';

/** Documents are numbered within the volume. */
export interface OpenVolume {
  source: Source;
  extents: Extents;
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

/** Makes what says in which forms a volume may hold a character, its usual one first. */
export function formsIn(
  { groups, usual }: FormsOfArchive,
  number: number,
  folding: Folding,
): Source['forms'] {
  const byUnit = new Map(groups.map((group) => [folding(group[0] as string), group]));
  for (const form of usual[number] ?? []) {
    const unit = folding(form);
    const group = byUnit.get(unit) ?? [];
    byUnit.set(unit, [form, ...group.filter((other) => other !== form)]);
  }
  return (folded) => byUnit.get(folded) ?? [];
}

/** Makes what reads the ids of a volume's articles. */
export function idsOf(folder: string): (document: number) => Promise<string> {
  const file = remembering((number) => readJson<string[]>(`${folder}ids-${number}.json`), 1000);
  return async (document) => {
    const ids = await file(String(Math.floor(document / idsInFile)));
    return ids[document % idsInFile] as string;
  };
}

/** How the archive of a volume writes its characters. */
export interface ArchiveWriting {
  folding: Folding;
  forms: FormsOfArchive;
}

/**
 * Opens a volume.
 *
 * @param folder its address, with a slash at its end
 * @param number of the volume
 * @throws {UnreachableError} where it cannot be read
 */
export async function openVolume(
  folder: string,
  number: number,
  { documents, buckets, formBuckets }: VolumeEntry,
  writing: Promise<ArchiveWriting>,
  pagefind: OpenPagefind,
): Promise<OpenVolume> {
  const [{ folding, forms }, word] = await Promise.all([writing, pagefind(folder, documents)]);
  const columns = remembering((name) => readJson<DocumentsFile>(folder + name), 1);
  const unitsFile = remembering((number) => readJson<UnitsFile>(`${folder}units-${number}.json`), 64);
  const formsFile = remembering((number) => readJson<FormsFile>(`${folder}forms-${number}.json`), 64);
  const unit = async (wanted: string): Promise<Postings> =>
    postingsIn(await unitsFile(String(bucketOf(wanted, buckets))), wanted);
  const form = async (wanted: string): Promise<Postings> =>
    postingsIn(await formsFile(String(bucketOf(folding(wanted), formBuckets))), wanted);
  return {
    source: {
      word: remembering(word, 2000),
      unit: remembering(unit, 200),
      forms: formsIn(forms, number, folding),
      form: remembering(form, 200),
    },
    extents: async () => {
      const { title, byline, end } = await columns('documents.json');
      return (document) => {
        const titleEnd = title[document] as number;
        const body = titleEnd + (byline[document] as number);
        return { title: titleEnd, body, end: (end[document] as number) * endStep };
      };
    },
  };
}
