/**
 * Builds the pages of the site: node scripts/build.ts [--out DIR] [--processes 1|2|3]
 *
 * The framework bundles the program of the pages, which is kept until the code changes; processes of their own make with
 * it those pages that would not come out as they did in the last build, where there is much to do one process a script and
 * one for the rest.
 * Then search and the rest follow as steps of their own. What is known of the last build stands in `.cache/build/`; without
 * it everything is built. `astro build` alone builds the same site, all of it, in one process.
 */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { isIntact, type Manifest, readManifest } from '../src/build/manifest.ts';
import { assetsOf, readProgram } from '../src/build/program.ts';
import { cacheFolder } from '../src/cache/folder.ts';
import { contentFolder } from '../src/content-folder.ts';
import { writeSitemap } from '../src/sitemap.ts';
import { changesBetween, contentDigests, programDigest } from './build/digest.ts';
import { homeOf } from './build/home.ts';
import { copyChanged, filesUnder, merge, removeFiles } from './build/merge.ts';
import { buildShares, bundle, processesFor, type Share, type SharePlan } from './build/shares.ts';

/** The packages that the program of the pages needs are found only from inside the project. */
const isInside = !cacheFolder.startsWith('..') && !path.isAbsolute(cacheFolder);
const buildFolder = path.join(isInside ? cacheFolder : '.cache', 'build');

const sitemapFiles = /^sitemap-(?:index|\d+)\.xml$/;

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

function articlesIn(content: Manifest['content']): number {
  return Object.keys(content).filter((name) => name.startsWith('articles/')).length;
}

/** About how many articles there is work for: all of them, where nothing is kept or what changed may show anywhere. */
function articlesToBuild(
  last: Manifest | undefined,
  content: Manifest['content'],
  changes: string[],
): number {
  const ofArticle = (name: string) => /^(?:articles|ledger|sources)\//.test(name);
  if (last !== undefined && changes.every(ofArticle)) return changes.length;
  return articlesIn(content);
}

/** Brings together what the processes built, and takes away what is no longer part of the site. */
function finish(
  site: string,
  last: Manifest | undefined,
  program: string,
  shares: readonly Share[],
): Pick<Manifest, 'files' | 'assets'> {
  const files: Manifest['files'] = Object.assign({}, ...shares.map((share) => share.files));
  for (const { folder } of shares) merge(folder, site);
  copyChanged(assetsOf(program), site);
  const assets = new Set(filesUnder(assetsOf(program)));
  const pages = Object.values(files).flatMap(({ page, hidden }) =>
    page === undefined || hidden ? [] : [page],
  );
  for (const name of last?.assets ?? [])
    if (sitemapFiles.test(name)) rmSync(path.join(site, name), { force: true });
  for (const name of writeSitemap(pages, { folder: site, home: homeOf() })) assets.add(name);
  const before = [...Object.keys(last?.files ?? {}), ...(last?.assets ?? [])];
  removeFiles(
    site,
    before.filter((name) => files[name] === undefined && !assets.has(name)),
  );
  return { files, assets: [...assets] };
}

/** Builds what is not as it was, with the program of the last build where the code is the same. */
async function build(
  key: string,
  processes: number,
  plan: SharePlan,
  bundled: Promise<void>,
): Promise<Share[]> {
  const shares = await buildShares(processes, plan, bundled);
  if (shares) return shares;
  // Articles with Markdown or MDX are part of the program.
  const again = await buildShares(processes, plan, bundle(plan.program, key));
  if (again) return again;
  throw new Error('Articles changed while they were read: build again.');
}

async function main(): Promise<string> {
  const { values } = parseArgs({
    options: { out: { type: 'string', default: 'dist' }, processes: { type: 'string' } },
  });
  const site = path.resolve(values.out);
  const folder = path.resolve(buildFolder, path.relative('.', site).replace(/[^\w.-]+/g, '_'));
  const manifestFile = path.join(folder, 'manifest.json');
  const program = programDigest();
  const programFolder = path.join(folder, 'program');
  // While the framework bundles what the code gives, the content is looked at.
  const isBundled = readProgram(programFolder)?.key === program;
  const bundled = isBundled ? Promise.resolve() : bundle(programFolder, program);
  bundled.catch(() => undefined);
  const content = contentDigests(path.resolve(contentFolder));
  const last = lastBuild(manifestFile, site, program);
  const changes = changesBetween(last?.content ?? {}, content);
  if (last && changes.length === 0 && isWhole(last, site))
    return `nothing new: ${Object.keys(last.files).length} files as they were`;
  const plan: SharePlan = {
    folder,
    program: programFolder,
    last: last && manifestFile,
    content: path.join(folder, 'content.json'),
    site,
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(plan.content, JSON.stringify(content));
  const processes =
    values.processes === undefined
      ? processesFor(articlesIn(content), articlesToBuild(last, content, changes))
      : Number(values.processes);
  // Where this fails, the site is left as it was.
  const shares = await build(program, processes, plan, bundled);
  // Where what follows is stopped, there is no manifest, and the next build starts anew.
  rmSync(manifestFile, { force: true });
  if (last === undefined) rmSync(site, { recursive: true, force: true });
  const built = finish(site, last, plan.program, shares);
  writeFileSync(manifestFile, JSON.stringify({ ...built, program, content } satisfies Manifest));
  const fresh = Object.entries(built.files).filter(
    ([name, { written }]) => last?.files[name]?.written !== written,
  );
  return `${fresh.length} of ${Object.keys(built.files).length} files built`;
}

try {
  const started = performance.now();
  const done = await main();
  console.log(`pages: ${done}, ${((performance.now() - started) / 1000).toFixed(1)} s`);
} catch (error) {
  console.error(`The pages were not built. ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
