/**
 * Measures the search on archives of several sizes in a real browser: node scripts/bench/search.ts [SIZE …]
 * The truth is what `tests/support/search-oracle.ts` finds in the same texts. Needs a built site in dist/.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { readArticles } from '../../src/search/build/articles.ts';
import { countedTexts } from '../../src/search/document.ts';
import { startBrowser } from '../../tests/support/browser.ts';
import { makeArticles } from './search/corpus.ts';
import { judge, timeWarm } from './search/judge.ts';
import { runNode } from './search/processes.ts';
import { type Queries, queriesFor } from './search/queries.ts';
import { kilobytes, percentile, table } from './search/report.ts';
import { type BenchServer, serveBench } from './search/server.ts';

const site = path.resolve('dist');
const scratch = path.resolve('.cache', 'bench');

/** Bytes of a first visit with a query, by kind; the page itself (document and styles) is left out. */
async function firstQuery(
  browser: Browser,
  server: BenchServer,
  query: string,
): Promise<Map<string, number>> {
  const context = await browser.newContext();
  const page = await context.newPage();
  server.reset();
  await page.goto(`${server.origin}/search/?q=${encodeURIComponent(query)}`);
  await page.waitForSelector('[data-search-state=done]');
  const kinds = new Map<string, number>();
  for (const [name, bytes] of server.sent) {
    const kind = kindOf(name);
    if (kind !== undefined) kinds.set(kind, (kinds.get(kind) ?? 0) + bytes);
  }
  await context.close();
  return kinds;
}

function kindOf(name: string): string | undefined {
  if (name.endsWith('/') || /\.(?:css|svg|png|ico)$/.test(name)) return undefined;
  if (name.startsWith('/articles/')) return 'passages';
  if (name.endsWith('.pf_index') || name.includes('/units-')) return 'chunks';
  if (name.endsWith('.pf_meta') || name.endsWith('documents.json')) return 'meta';
  if (name.includes('wasm')) return 'wasm';
  return name.includes('folding') ? 'folding' : 'scripts';
}

async function beforeFocus(browser: Browser, server: BenchServer): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  server.reset();
  await page.goto(`${server.origin}/search/`, { waitUntil: 'networkidle' });
  await context.close();
  return [...server.sent].reduce((sum, [name, bytes]) => sum + (kindOf(name) === undefined ? 0 : bytes), 0);
}

async function measureBytes(browser: Browser, server: BenchServer, queries: Queries): Promise<void> {
  const sample = [...queries.values()].flatMap((all) =>
    all.filter((_, at) => at % Math.ceil(all.length / 4) === 0),
  );
  const visits: Map<string, number>[] = [];
  for (const query of sample) visits.push(await firstQuery(browser, server, query));
  const sums = visits.map((kinds) => [...kinds.values()].reduce((sum, bytes) => sum + bytes, 0));
  const kinds = ['scripts', 'wasm', 'folding', 'meta', 'chunks', 'passages'];
  console.log(`before focus: ${kilobytes(await beforeFocus(browser, server))}`);
  console.log(
    `first query: median ${kilobytes(percentile(sums, 50))}, p95 ${kilobytes(percentile(sums, 95))}`,
  );
  console.log(
    table([
      ['of it (median)', ...kinds],
      [
        '',
        ...kinds.map((kind) =>
          kilobytes(
            percentile(
              visits.map((visit) => visit.get(kind) ?? 0),
              50,
            ),
          ),
        ),
      ],
    ]),
  );
}

async function measure(
  browser: Browser,
  count: number,
  seeds: readonly string[],
  seedFile: string,
): Promise<void> {
  console.log(`\n${count} articles`);
  const index = path.join(scratch, `search-${count}`);
  const { output, megabytes } = await runNode([
    'scripts/bench/search/build.ts',
    String(count),
    index,
    seedFile,
  ]);
  const { bytes, files, seconds } = JSON.parse(output) as { bytes: number; files: number; seconds: number };
  console.log(
    `index: ${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB at the peak, ${files} files, ${(bytes / count).toFixed(0)} bytes an article`,
  );
  const articles = makeArticles(count, seeds);
  const server = await serveBench(site, index, articles);
  try {
    const queries = queriesFor(articles, count > 1000 ? 60 : 200);
    await measureBytes(browser, server, queries);
    await judge(browser, server, articles, queries);
    await timeWarm(browser, server, queries);
  } finally {
    server.close();
  }
}

if (!existsSync(path.join(site, 'search'))) throw new Error('dist/ holds no site: run npm run build first');
mkdirSync(scratch, { recursive: true });
const seeds = (await readArticles()).flatMap(({ entry }) => countedTexts(entry));
const seedFile = path.join(scratch, 'seeds.json');
writeFileSync(seedFile, JSON.stringify(seeds));
const sizes = process.argv.slice(2).map(Number);
const browser = await startBrowser();
try {
  for (const count of sizes.length > 0 ? sizes : [40, 1000, 10_000])
    await measure(browser, count, seeds, seedFile);
} finally {
  await browser.close();
}
