import { execFile } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { readArticles } from '../../src/search/build/articles.ts';
import { countedTexts } from '../../src/search/document.ts';
import { startBrowser } from '../support/browser.ts';
import { basePath } from '../support/built-site.ts';
import { answersTo, readPage, settled } from '../support/search-page.ts';
import { type Served, serve } from '../support/serve.ts';
import { visiting } from '../support/visit.ts';

const sites = inject('sites');
const { scratch } = inject('folders');
const run = promisify(execFile);

/** A copy of the first site whose index is another. */
const other = path.join(scratch, 'volumes');
cpSync(sites.root, other, { recursive: true });
const visitOne = visiting(sites.root);
const visitSeveral = visiting(other);

let site: Served;
let browser: Awaited<ReturnType<typeof startBrowser>>;

beforeAll(async () => {
  await index('--volume', '3');
  site = await serve(other);
  browser = await startBrowser();
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** Opens the search without a service worker, which would answer in place of the test. */
async function searching(act: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto(`${site.origin}/search/`);
  await act(page);
  await context.close();
}

async function index(...options: string[]): Promise<string> {
  const { stdout } = await run(process.execPath, [
    'scripts/search-index.ts',
    ...options,
    '--out',
    path.join(other, 'pagefind'),
  ]);
  return stdout;
}

it('finds, counts and orders in several volumes as in one', async () => {
  expect(await index('--volume', '3')).toContain('nothing new');
  const manifest = JSON.parse(readFileSync(path.join(other, 'pagefind', 'search.json'), 'utf8'));
  expect(manifest.volumes.length).toBeGreaterThan(2);
  const articles = await Promise.all((await readArticles()).map(({ searched }) => searched()));
  const texts = articles.flatMap((article) => countedTexts(article));
  const stretches = texts.flatMap((text) => text.match(/\p{Script=Han}{1,4}/gu) ?? []);
  const queries = [
    ...stretches.filter((_, number) => number % 40 === 0),
    ...articles.flatMap(({ authors }) => authors.map(({ name }) => name)),
    ...['香港 AI', '香港 -金融', '金融 OR 創科', '香港 NEAR/20 國際', '沒有這個詞', '爲', '裏'],
  ];
  const answers: unknown[] = [];
  for (const visit of [visitOne, visitSeveral]) {
    await visit('/search/?show=all', async (page) => {
      // Entries, for their order.
      answers.push((await answersTo(page, queries)).map((answer) => Object.entries(answer)));
    });
  }
  expect(answers[1]).toEqual(answers[0]);
  const facets: unknown[] = [];
  for (const visit of [visitOne, visitSeveral]) {
    await visit('/search/?q=香港&topic=trade', async (page) => {
      await page.waitForSelector(settled);
      facets.push([await readPage(page), await page.locator('[data-search-panel]').textContent()]);
    });
  }
  expect(facets[1]).toEqual(facets[0]);
});

it('shows what the newest has found while others are still asked, and does not call it final', async () => {
  await searching(async (page) => {
    let holds = true;
    const held: (() => void)[] = [];
    const opened = new Set<string>();
    await page.route('**/volumes/*/documents.json', async (route) => {
      opened.add(route.request().url());
      if (holds && opened.size > 1) await new Promise<void>((go) => held.push(go));
      await route.continue();
    });
    await page.fill('input[name=q]', '香港');
    await page.locator('[data-search-results] > li .item-title').first().waitFor();
    const part = await readPage(page);
    expect(part.state).toBe('loading');
    expect(Number(part.count)).toBeLessThan(8);
    expect(await page.locator('[role=status][aria-busy=true]').count()).toBe(1);
    await expect.poll(() => held.length).toBeGreaterThan(0);
    holds = false;
    for (const go of held) go();
    await page.waitForSelector(settled);
    const whole = await readPage(page);
    expect(whole.state).toBe('done');
    expect(Number(whole.count)).toBeGreaterThan(Number(part.count));
    expect(await page.locator('[role=status][aria-busy=false]').count()).toBe(1);
  });
});

it('keeps what was found where an older volume cannot be read, and says so', async () => {
  await searching(async (page) => {
    const opened = new Set<string>();
    await page.route('**/volumes/*/documents.json', async (route) => {
      opened.add(route.request().url());
      return opened.size > 1 ? route.fulfill({ status: 404, body: '' }) : route.continue();
    });
    await page.fill('input[name=q]', '香港');
    await page.waitForSelector('[data-search-state=error]');
    expect(await page.locator('[data-search-results] > li').count()).toBeGreaterThan(0);
    await page.unroute('**/volumes/*/documents.json');
    await page.locator('[data-search-message] button').click();
    await page.waitForSelector('[data-search-state=done]');
  });
});

it('searches indexes of several sites as one', async () => {
  await index(
    ...['--join', path.join(sites.library, 'pagefind')],
    ...['--join', path.join(sites.based, 'pagefind')],
  );
  await visitSeveral('/search/?show=all', async (page) => {
    const [both, first] = await answersTo(page, ['發展', '人手編修']);
    const addresses = Object.keys(both ?? {});
    expect(addresses.some((address) => address.startsWith('/articles/aaaaaaa'))).toBe(true);
    expect(addresses.some((address) => address.startsWith(`${basePath}/articles/`))).toBe(true);
    expect(Object.keys(first ?? {})).toEqual(['/articles/aaaaaaa2/']);
  });
});
