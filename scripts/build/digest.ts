/** Hashes of all that a site is made from. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { codeDigest } from '../../src/cache/code.ts';
import { filesUnder } from './merge.ts';

/** What the environment tells the program about the site. */
const told = ['SITE_URL', 'BASE_PATH', 'CONTENT_DIR', 'CARDS', 'NODE_ENV'];

/** The program, and what it is told. */
export function programDigest(): string {
  const hash = createHash('sha256').update(codeDigest());
  for (const name of told) hash.update(`\0${name}=${process.env[name] ?? ''}`);
  return hash.digest('hex');
}

/** Everything in a folder of content, to the byte. */
export function contentDigest(folder: string): string {
  const hash = createHash('sha256');
  for (const name of filesUnder(folder).sort())
    hash.update(`\0${name}\0`).update(readFileSync(path.join(folder, name)));
  return hash.digest('hex');
}
