/** The files of our own that stand beside Pagefind's, as the builder writes and the browser reads them. */

/** Read afresh on each visit; names everything else. Relative to the folder of the index. */
export const manifestName = 'search.json';

export const formatVersion = 3;

/** Ids in one of the files `ids-<n>.json`. A query needs those of what it lists, not of the whole archive. */
export const idsInFile = 128;

/** Positions; where a body ends matters to ranking alone, which needs it no finer. */
export const endStep = 64;

/** The sort key of Pagefind's records: their number. Sorting by it gives Pagefind's names for them in our order. */
export const numberKey = 'n';

export interface Manifest {
  version: typeof formatVersion;
  /** Folder of the files below; its name changes with what they hold, so that caches never mix two builds. */
  data: string;
  documents: number;
  /** Numbers of the files that single units, and forms of characters, are spread over. */
  buckets: number;
  formBuckets: number;
}

/** `folding.json` holds a `HanTable`, each `ids-<n>.json` a list of ids, `documents.json` this. All columns are in the order of the documents. */
export interface DocumentsFile {
  /** How many positions the title takes, and how many byline and series after it. */
  title: number[];
  byline: number[];
  /** Where the body ends, in steps of `endStep`. */
  end: number[];
  /** Forms of characters that fold to one, the usual form of the archive first; only where it has several. */
  forms: string[][];
}

/**
 * `units-<n>.json`: by unit, for each document that holds it, three things in a row: how far its number is from the one
 * before (the first: from 0), how many positions follow, and those, each as its distance from the one before.
 */
export type UnitsFile = Record<string, number[]>;

/** `forms-<n>.json`: where the forms stand that are not the usual ones; written as `units-<n>.json` is. */
export type FormsFile = UnitsFile;

export const facetNames = ['author', 'role', 'topic', 'series', 'source', 'year'] as const;
export type FacetName = (typeof facetNames)[number];

/** `facets.json`: what can be filtered and sorted by. */
export interface FacetsFile {
  /** Days, empty where none is known. */
  dates: string[];
  facets: Record<FacetName, { keys: string[]; documents: number[][] }>;
}

/** `names-<script>.json`: the names that go with the keys of each facet. */
export type NamesFile = Record<FacetName, string[]>;

/** Which file holds a unit; that of a form is the one of the unit to which it folds. */
export function bucketOf(unit: string, buckets: number): number {
  return (unit.codePointAt(unit.length > 1 && unit.startsWith('^') ? 1 : 0) ?? 0) % buckets;
}
