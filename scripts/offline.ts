/**
 * Lists what of the search index the service worker stores: node scripts/offline.ts [--out DIR]
 * Runs when pages and index are built.
 */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Manifest, manifestName } from '../src/search/files.ts';

/** Bytes of an index that readers who searched once may be given whole, for when they have no network. */
const largest = 4_000_000;

const { values } = parseArgs({ options: { out: { type: 'string', default: 'dist' } } });
const folder = path.join(values.out, 'pagefind');
if (!existsSync(folder)) {
  console.error(`${folder}/ is missing: build the search index first (node scripts/search-index.ts)`);
  process.exit(1);
}

/** The files of the index; none where they have more bytes than that. */
function filesToStore(): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
  let bytes = 0;
  for (const file of files) {
    bytes += statSync(file).size;
    if (bytes > largest) return [];
  }
  return files.map((file) => path.relative(values.out, file).split(path.sep).join('/'));
}

const { data, volumes } = JSON.parse(readFileSync(path.join(folder, manifestName), 'utf8')) as Manifest;
// Folders whose names change with what they hold: of what is stored, the rest is out of date. A volume may have an
// address of its own.
const folders = [data, ...volumes.map((volume) => volume.folder)]
  .filter((name) => !name.includes(':'))
  .map((name) => `pagefind/${name}`);
writeFileSync(path.join(values.out, 'offline.json'), JSON.stringify({ folders, files: filesToStore() }));
