/**
 * Lists the files of the search index for the service worker: node scripts/offline.ts [--out DIR]
 * Runs when pages and index are built.
 */
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

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
writeFileSync(path.join(values.out, 'offline.json'), JSON.stringify({ bytes, files: names }));
