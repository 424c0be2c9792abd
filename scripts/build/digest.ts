/** Hashes of all that a site is made from. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import { codeDigest } from '../../src/cache/code.ts';
import { FileDigests } from '../../src/cache/digests.ts';
import { filesUnder } from './merge.ts';

/** What the environment tells the program about the site. */
const told = ['SITE_URL', 'BASE_PATH', 'CONTENT_DIR', 'CARDS', 'NODE_ENV'];

/** The program, and what it is told. */
export function programDigest(): string {
  const hash = createHash('sha256').update(codeDigest());
  for (const name of told) hash.update(`\0${name}=${process.env[name] ?? ''}`);
  return hash.digest('hex');
}

/** A hash of each file in a folder of content. */
export function contentDigests(folder: string): Record<string, string> {
  const known = new FileDigests();
  const digests: Record<string, string> = {};
  for (const name of filesUnder(folder).sort()) digests[name] = known.of(path.join(folder, name));
  known.save();
  return digests;
}

/** Files that one of two readings of a folder has and the other has not, or has otherwise. */
export function changesBetween(
  before: Readonly<Record<string, string>>,
  now: Readonly<Record<string, string>>,
): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(now)]);
  return [...names].filter((name) => before[name] !== now[name]);
}
