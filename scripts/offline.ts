/**
 * Lists what of the search index the service worker stores: node scripts/offline.ts [--out DIR]
 * Runs when pages and index are built.
 */
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

/** Bytes of an index that readers who searched once may be given whole, for when they have no network. */
const largest = 4_000_000;

const { values } = parseArgs({ options: { out: { type: 'string', default: 'dist' } } });
const folder = path.join(values.out, 'pagefind');
if (!existsSync(folder)) {
  console.error(`${folder}/ is missing: build the search index first (node scripts/search-index.ts)`);
  process.exit(1);
}
const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => path.join(entry.parentPath, entry.name))
  .sort();
const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
const names = files.map((file) => path.relative(values.out, file).split(path.sep).join('/'));
// Folders whose names change with what they hold: of what is stored, the rest is out of date.
const current = /^pagefind\/(?:data-\w+|volumes\/\w+)\//;
const folders = new Set(names.flatMap((name) => current.exec(name)?.[0] ?? []));
writeFileSync(
  path.join(values.out, 'offline.json'),
  JSON.stringify({ folders: [...folders], files: bytes > largest ? [] : names }),
);
