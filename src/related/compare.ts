/** Compares the texts of a whole archive before anybody shows it. */
import { readWithdrawn } from '../archive/files.ts';
import { inArchiveOrder } from '../archive/order.ts';
import type { Entry } from '../article/read.ts';
import { findRelated } from './find.ts';

/** Finds the related articles of an archive, which are kept for the processes that show them. */
export function compareAll(entries: readonly Entry[]): void {
  const withdrawn = readWithdrawn();
  findRelated(entries.filter(({ id }) => !withdrawn.has(id)).sort(inArchiveOrder));
}
