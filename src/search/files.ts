/**
 * The files of our own that stand beside Pagefind's, as the builder writes and the browser reads them.
 *
 * An index is one or more volumes, each a folder with an index of Pagefind's and columns of ours, complete in itself and
 * never changed: its name says what it holds. Beside them stand the files that speak of the whole archive, and one that
 * names everything else.
 */

/** Read afresh on each visit; names everything else. Relative to the folder of the index. */
export const manifestName = 'search.json';

export const formatVersion = 5;

/** Ids in one of the files `ids-<n>.json`. A query needs those of what it lists, not of the whole archive. */
export const idsInFile = 32;

/** Positions; where a body ends matters to ranking alone, which needs it no finer. */
export const endStep = 64;

export interface Manifest {
  version: typeof formatVersion;
  /** The path of the site for which the index was built, with a slash at both ends. */
  base: string;
  /** Folder of the files about the whole archive; its name changes with what they hold, so that caches never mix two builds. */
  data: string;
  /** In the order in which their articles came: documents of the archive are numbered through them. */
  volumes: VolumeEntry[];
}

/** What a reader must know of a volume before any file of it is read. */
export interface VolumeEntry {
  /** Its folder with a slash at its end: relative to that of the index, or an absolute address. */
  folder: string;
  documents: number;
  /** Numbers of the files that single units, and forms of characters, are spread over. */
  buckets: number;
  formBuckets: number;
  /** The newest day of its articles, empty where none is known. */
  newest: string;
  /**
   * Path or address of the site that has its articles, with a slash at its end; absent where that is the site which
   * shows the search page.
   */
  site?: string;
}

/**
 * `documents.json` of a volume. Columns are in the order of its documents, as are those of all other files; its
 * `ids-<n>.json` hold lists of ids.
 */
export interface DocumentsFile {
  /** How many positions the title takes, and how many byline and series after it. */
  title: number[];
  byline: number[];
  /** Where the body ends, in steps of `endStep`. */
  end: number[];
}

/** `volume.json`: what it takes to join a volume with others. No browser reads it. */
export interface VolumeFile {
  documents: number;
  buckets: number;
  formBuckets: number;
  writing: Writing;
}

/** How a volume writes its characters. */
export interface Writing {
  /** Every folded character that it holds. */
  folded: string;
  /** The forms in which each of them that is no punctuation is written, the usual one first. */
  forms: string[][];
}

/**
 * `units-<n>.json` of a volume: by unit, for each document that holds it, three things in a row: how far its number is
 * from the one before (the first: from 0), how many positions follow, and those, each as its distance from the one
 * before.
 */
export type UnitsFile = Record<string, number[]>;

/** `forms-<n>.json` of a volume: where the forms stand that are not its usual ones; written as `units-<n>.json` is. */
export type FormsFile = UnitsFile;

/** `folding.json` of the archive holds a `HanTable`, `forms.json` this. */
export interface FormsOfArchive {
  /** Forms of characters that fold to one; only where the archive has several. The first is usual in most volumes. */
  groups: string[][];
  /** By volume: the forms that are usual in it and not the first of their group. */
  usual: string[][];
}

export const facetNames = ['author', 'role', 'topic', 'series', 'source', 'year'] as const;
export type FacetName = (typeof facetNames)[number];

/** `facets.json` of the archive: what can be filtered and sorted by. */
export interface FacetsFile {
  /** Days, empty where none is known. */
  dates: string[];
  facets: Record<FacetName, { keys: string[]; documents: number[][] }>;
}

/** `names-<script>.json` of the archive: the names that go with the keys of each facet. */
export type NamesFile = Record<FacetName, string[]>;

/** Which file holds a unit; that of a form is the one of the unit to which it folds. */
export function bucketOf(unit: string, buckets: number): number {
  return (unit.codePointAt(unit.length > 1 && unit.startsWith('^') ? 1 : 0) ?? 0) % buckets;
}
