/**
 * Measures the search on archives of several sizes in a real browser, beside other searches on the same pages:
 * npm run bench:search -- [SIZE …] [--site DIR] [--no-peers] [--volume ARTICLES]
 * npm run bench:search -- [SIZE …] --volumes 1250,2500,5000 compares sizes of volumes instead.
 * The truth is what `tests/support/search-oracle.ts` finds in the same texts. Needs a built site.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { readArticles } from '../../src/search/build/articles.ts';
import { countedTexts } from '../../src/search/document.ts';
import { startBrowser } from '../../tests/support/browser.ts';
import { makeArticles } from './search/corpus.ts';
import { judge, timesOf } from './search/judge.ts';
import { peers } from './search/peer-builds.ts';
import { comparePeers, pathOf } from './search/peers.ts';
import { runNode } from './search/processes.ts';
import { queriesFor } from './search/queries.ts';
import { table } from './search/report.ts';
import { serveBench } from './search/server.ts';
import { oracleOf } from './search/truth.ts';
import { bytesOf, mediansOf } from './search/visits.ts';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    site: { type: 'string', default: 'dist' },
    volume: { type: 'string', default: '' },
    volumes: { type: 'string', default: '' },
    'no-peers': { type: 'boolean', default: false },
  },
});
const site = path.resolve(options.site);
const scratch = path.resolve('.cache', 'bench');
const seedFile = path.join(scratch, 'seeds.json');
const bench = path.resolve(import.meta.dirname, 'search');

/** What `build` tells; processor time covers the making of the articles too. */
const costs = ['time', 'processor time', 'memory at the peak', 'files', 'bytes an article'];

async function build(count: number, folder: string, volume: string, peer?: string): Promise<string[]> {
  const program = path.join(bench, 'build.ts');
  const { output, megabytes, processor } = await runNode([
    program,
    String(count),
    folder,
    seedFile,
    volume,
    ...(peer === undefined ? [] : [peer]),
  ]);
  const { bytes, files, seconds } = JSON.parse(output) as { bytes: number; files: number; seconds: number };
  const perArticle = (bytes / count).toFixed(0);
  const times = [seconds, processor].map((each) => `${each.toFixed(1)} s`);
  return [...times, `${megabytes.toFixed(0)} MB`, String(files), perArticle];
}

/** What volumes of several sizes cost those who build and those who search. */
async function compareVolumes(browser: Browser, count: number, seeds: readonly string[]): Promise<void> {
  const articles = makeArticles(count, seeds);
  const queries = [...queriesFor(articles, 200).values()].flatMap((all) => all.slice(0, 3));
  const visited = ['first results, median', 'whole answer, median', 'whole answer, p95'];
  const rows = [['articles in a volume', ...costs, ...visited]];
  console.log(`\n## ${count.toLocaleString('en')} articles in volumes\n`);
  for (const volume of options.volumes.split(',')) {
    const folder = path.join(scratch, String(count), `volumes-${volume}`);
    const cost = await build(count, folder, volume);
    const server = await serveBench(articles, { '/pagefind/': folder, '/': site });
    rows.push([volume, ...cost, ...(await mediansOf(browser, server, queries))]);
    server.close();
  }
  console.log(table(rows));
}

async function measure(browser: Browser, count: number, seeds: readonly string[]): Promise<void> {
  console.log(`\n## ${count.toLocaleString('en')} articles\n`);
  const compared = options['no-peers'] ? [] : peers;
  const articles = makeArticles(count, seeds);
  const index = path.join(scratch, String(count));
  const builds = [['index', ...costs]];
  builds.push(['**ours**', ...(await build(count, path.join(index, 'ours'), options.volume))]);
  const places: Record<string, string> = {
    '/pagefind/': path.join(index, 'ours'),
    '/bench/': bench,
    '/lib/minisearch.js': path.resolve('node_modules/minisearch/dist/es/index.js'),
    '/lib/flexsearch.mjs': path.resolve('node_modules/flexsearch/dist/flexsearch.bundle.module.min.mjs'),
  };
  for (const peer of compared) {
    const folder = path.join(index, peer.replaceAll(/\W+/g, '-'));
    builds.push([peer, ...(await build(count, folder, options.volume, peer))]);
    if (peer === 'plain Pagefind')
      writeFileSync(path.join(folder, 'index.json'), JSON.stringify(articles.map(({ id }) => id)));
    places[pathOf(peer)] = folder;
  }
  console.log(table(builds));
  const server = await serveBench(articles, { ...places, '/': site });
  try {
    const queries = queriesFor(articles, 200);
    const truthOf = oracleOf(articles);
    const sampled = (each: number) => [...queries.values()].flatMap((all) => all.slice(0, each));
    console.log(await bytesOf(browser, server, sampled(4)));
    console.log(await timesOf(browser, server, sampled(12)));
    console.log(await judge(browser, server, articles, queries, truthOf));
    if (compared.length > 0) console.log(await comparePeers(browser, server, queries, truthOf));
  } finally {
    server.close();
  }
}

if (!existsSync(path.join(site, 'search')))
  throw new Error(`${options.site}/ holds no site: run npm run build`);
mkdirSync(scratch, { recursive: true });
const texts = await Promise.all((await readArticles()).map(({ searched }) => searched()));
const seeds = texts.flatMap((article) => countedTexts(article));
writeFileSync(seedFile, JSON.stringify(seeds));
const browser = await startBrowser();
const [{ model } = { model: 'unknown' }] = os.cpus();
console.log(
  `${os.cpus().length} × ${model}, ${(os.totalmem() / 2 ** 30).toFixed(0)} GB, Node ${process.versions.node}, Chromium ${browser.version()}`,
);
try {
  const sizes = positionals.map(Number);
  const act = options.volumes === '' ? measure : compareVolumes;
  for (const count of sizes.length > 0 ? sizes : [40, 1000]) await act(browser, count, seeds);
} finally {
  await browser.close();
}
