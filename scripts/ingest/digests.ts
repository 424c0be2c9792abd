/** Hashes of dumps, articles and ledgers: a file that was left alone since an earlier run is not read for its hash. */
import { join } from 'node:path';
import { FileDigests } from '../../src/cache/digests.ts';

const open = new Map<string, FileDigests>();

/** What the cache in a folder knows of files. Each thread has its own; that of the run is saved. */
function digestsIn(folder: string): FileDigests {
  const digests = open.get(folder) ?? new FileDigests(join(folder, 'digests.json'));
  open.set(folder, digests);
  return digests;
}

/** SHA-256 of a file that was left alone since an earlier run hashed it, as hexadecimal digits. */
export function knownHashOf(path: string, cache: string): string | undefined {
  const known = digestsIn(cache).known(path);
  return known && Buffer.from(known, 'base64url').toString('hex');
}

/** SHA-256 of a file, as hexadecimal digits; empty where it cannot be read. */
export function hashOf(path: string, cache: string): string {
  try {
    return Buffer.from(digestsIn(cache).of(path), 'base64url').toString('hex');
  } catch {
    return '';
  }
}

/**
 * Keeps what is known of files for the next run.
 *
 * @param known SHA-256 by path, as this run read and left them
 * @param since when it began, in milliseconds: what was touched later may be another file
 */
export function keepDigests(cache: string, known: ReadonlyMap<string, string>, since: number): void {
  const digests = digestsIn(cache);
  for (const [path, hash] of known) digests.note(path, Buffer.from(hash, 'hex').toString('base64url'), since);
  digests.save();
  open.delete(cache);
}
