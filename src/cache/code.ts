/** A hash of the program, which every key of a cache covers: a change of the code makes void what it made before. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** All that pages are made by, relative to the project; the lock file names every package. */
const roots = ['src', 'scripts/ingest', 'scripts/build', 'public', 'astro.config.ts', 'package-lock.json'];

function filesUnder(root: string): string[] {
  if (!existsSync(root)) return [];
  if (!statSync(root).isDirectory()) return [root];
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

let digest: string | undefined;

/** The hash of the program as it was when it was first asked for, and of the Node that runs it. */
export function codeDigest(): string {
  if (digest !== undefined) return digest;
  const hash = createHash('sha256').update(process.version).update(JSON.stringify(process.versions));
  for (const file of roots.flatMap(filesUnder)) hash.update(`\0${file}\0`).update(readFileSync(file));
  digest = hash.digest('hex');
  return digest;
}
