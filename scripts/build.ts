/**
 * Builds the pages of the site: node scripts/build.ts [--out DIR] [--processes 1|2]
 *
 * Only those are built that would not come out as they did in the last build; where there is much to do, those of each
 * script in a process of their own. Then search and the rest follow as steps of their own. What is known of the last
 * build stands in `.cache/build/`; without it everything is built. `astro build` alone builds the same site, all of it, in one process.
 */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { isIntact, type Manifest, readManifest } from '../src/build/manifest.ts';
import { cacheFolder } from '../src/cache/folder.ts';
import { contentFolder } from '../src/content-folder.ts';
import { writeSitemap } from '../src/sitemap.ts';
import { changesBetween, contentDigests, programDigest } from './build/digest.ts';
import { filesUnder, merge, removeFiles } from './build/merge.ts';
import { buildShares, processesFor, type Share } from './build/shares.ts';

const sitemapFiles = /^sitemap-(?:index|\d+)\.xml$/;

/** The address of the first page, as `astro.config.ts` takes it. */
function homeOf({ SITE_URL = 'http://localhost:4321', BASE_PATH = '/' } = process.env): URL {
  return new URL(`/${BASE_PATH.replace(/^\/+|\/+$/g, '')}/`.replace('//', '/'), SITE_URL);
}

/** The manifest of the last build, where its site is still there and the program is the same. */
function lastBuild(file: string, site: string, program: string): Manifest | undefined {
  const manifest = readManifest(file);
  return manifest?.program === program && existsSync(site) ? manifest : undefined;
}

function isWhole(last: Manifest, site: string): boolean {
  return (
    Object.entries(last.files).every(([name, file]) => isIntact(site, name, file)) &&
    last.assets.every((name) => existsSync(path.join(site, name)))
  );
}

/** About how many articles there is work for: all of them, where nothing is kept or what changed may show anywhere. */
function articlesToBuild(
  last: Manifest | undefined,
  content: Manifest['content'],
  changes: string[],
): number {
  const ofArticle = (name: string) => /^(?:articles|ledger|sources)\//.test(name);
  if (last !== undefined && changes.every(ofArticle)) return changes.length;
  return Object.keys(content).filter((name) => name.startsWith('articles/')).length;
}

/** Brings together what the processes built, and takes away what is no longer part of the site. */
async function finish(site: string, last: Manifest | undefined, shares: readonly Share[]): Promise<Manifest> {
  const files: Manifest['files'] = Object.assign({}, ...shares.map(({ result }) => result.files));
  const assets = new Set<string>();
  for (const { folder } of shares)
    for (const name of filesUnder(folder)) if (files[name] === undefined) assets.add(name);
  for (const { folder } of shares) merge(folder, site);
  const pages = Object.values(files).flatMap(({ page, hidden }) =>
    page === undefined || hidden ? [] : [page],
  );
  for (const name of last?.assets ?? [])
    if (sitemapFiles.test(name)) rmSync(path.join(site, name), { force: true });
  for (const name of await writeSitemap(pages, { folder: site, home: homeOf() })) assets.add(name);
  const before = [...Object.keys(last?.files ?? {}), ...(last?.assets ?? [])];
  removeFiles(
    site,
    before.filter((name) => files[name] === undefined && !assets.has(name)),
  );
  return { program: '', content: {}, files, assets: [...assets] };
}

async function main(): Promise<string> {
  const { values } = parseArgs({
    options: { out: { type: 'string', default: 'dist' }, processes: { type: 'string' } },
  });
  const site = path.resolve(values.out);
  const folder = path.resolve(cacheFolder, 'build', path.relative('.', site).replace(/[^\w.-]+/g, '_'));
  const manifestFile = path.join(folder, 'manifest.json');
  const [program, content] = [programDigest(), contentDigests(path.resolve(contentFolder))];
  const last = lastBuild(manifestFile, site, program);
  const changes = changesBetween(last?.content ?? {}, content);
  if (last && changes.length === 0 && isWhole(last, site))
    return `nothing new: ${Object.keys(last.files).length} files as they were`;
  const lastFile = path.join(folder, 'last.json');
  mkdirSync(folder, { recursive: true });
  writeFileSync(lastFile, JSON.stringify(last ?? {}));
  // Where this fails, the site is left as it was.
  const processes =
    values.processes === undefined
      ? processesFor(articlesToBuild(last, content, changes))
      : Number(values.processes);
  const shares = await buildShares(processes, { folder, last: lastFile, site });
  // Where what follows is stopped, there is no manifest, and the next build starts anew.
  rmSync(manifestFile, { force: true });
  if (last === undefined) rmSync(site, { recursive: true, force: true });
  const manifest = await finish(site, last, shares);
  writeFileSync(manifestFile, JSON.stringify({ ...manifest, program, content } satisfies Manifest));
  const fresh = Object.entries(manifest.files).filter(
    ([name, { written }]) => last?.files[name]?.written !== written,
  );
  return `${fresh.length} of ${Object.keys(manifest.files).length} files built`;
}

try {
  const started = performance.now();
  const done = await main();
  console.log(`pages: ${done}, ${((performance.now() - started) / 1000).toFixed(1)} s`);
} catch (error) {
  console.error(`The pages were not built. ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
