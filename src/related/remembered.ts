/**
 * Which articles the last run found to be related. A build takes them from here where all texts are the same; the
 * development server shows them at once in any case: to compare all texts anew would keep the first page waiting. Safe to
 * delete.
 */
import { buildsTheRest } from '../build/told.ts';
import { codeDigest } from '../cache/code.ts';
import { keepFile, readRecord, siteFile } from '../cache/kept-file.ts';

/** Ids of articles, and of those that are related to each, the most alike first. */
export type RelatedIds = Record<string, string[]>;

/** What was found, by which program, and of which texts. */
interface Found {
  code: string;
  of: string;
  related: RelatedIds;
}

const file = siteFile('related', 'json');

/**
 * What was found last by this program; `undefined` where nothing was.
 *
 * @param of a hash of the texts that were compared; any will do where none is given
 */
export function recall(of?: string): RelatedIds | undefined {
  const last = readRecord<Found>(file);
  return last?.code === codeDigest() && (of === undefined || last.of === of) ? last.related : undefined;
}

/**
 * Remembers what was found.
 *
 * @param of a hash of the texts that were compared
 */
export function remember(of: string, related: RelatedIds): void {
  // Of processes that build one site beside each other, one writes.
  if (!buildsTheRest) return;
  keepFile(file, JSON.stringify({ code: codeDigest(), of, related } satisfies Found));
}
