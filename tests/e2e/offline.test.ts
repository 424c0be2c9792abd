import { cpSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { startBrowser } from '../support/browser.ts';
import { builtPages } from '../support/pages.ts';
import { type Served, serve } from '../support/serve.ts';

const { root } = inject('sites');
const copy = `${inject('folders').scratch}/offline`;
const articles = builtPages(root)
  .map(({ pathname }) => pathname)
  .filter((pathname) => /^\/articles\/\w{8,}\/$/.test(pathname));
const [visited = '', unvisited = ''] = articles;
let site: Served;
let browser: Browser;

beforeAll(async () => {
  cpSync(root, copy, { recursive: true });
  site = await serve(copy);
  browser = await startBrowser();
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const stored = (page: Page, address: string) =>
  expect.poll(() => page.evaluate(async (url) => (await caches.match(url)) !== undefined, address), {
    timeout: 20_000,
  });

it('keeps what was visited readable and searchable without a network', async () => {
  const page = await (await browser.newContext()).newPage();
  await page.goto(site.origin + visited);
  const title = await page.locator('h1').textContent();
  await stored(page, `${site.origin}${visited}`).toBe(true);
  await stored(page, `${site.origin}${visited.replace(/\/$/, '.json')}`).toBe(true);
  await page.goto(`${site.origin}/search/`);
  await page.locator('input[name=q]').focus();
  await stored(page, `${site.origin}/pagefind/search.json`).toBe(true);
  await stored(page, `${site.origin}/pagefind/pagefind.js`).toBe(true);
  await page.waitForLoadState('networkidle');

  await site.close();

  await page.goto(`${site.origin}${visited}#p2`);
  expect(await page.locator('h1').textContent()).toBe(title);
  expect(await page.evaluate(() => getComputedStyle(document.body).display)).toBe('flex');
  await page.goto(site.origin + unvisited);
  expect(await page.locator('h1').textContent()).toBe('離線');
  expect(await page.locator(`.stored a[href="${visited}"]`).textContent()).toBe(title?.trim());
  await page.goto(`${site.origin}/search/?q=${encodeURIComponent('香港')}`);
  await page.locator('[data-search-state=done]').waitFor();
  expect(Number(await page.locator('[data-search-count]').textContent())).toBeGreaterThan(0);
  await page.context().close();
});

it('shows what is new whenever there is a network', async () => {
  site = await serve(copy);
  const page = await (await browser.newContext()).newPage();
  await page.goto(site.origin + visited);
  await stored(page, `${site.origin}${visited}`).toBe(true);
  cpSync(`${copy}${unvisited}index.html`, `${copy}${visited}index.html`);
  await page.reload();
  const [shown] = await page
    .locator('[data-article]')
    .evaluateAll((all) => all.map((each) => each.getAttribute('data-article')));
  expect(unvisited).toContain(shown ?? 'nothing');
  await page.context().close();
});

it('can be installed', async () => {
  const manifest = await (await fetch(`${site.origin}/manifest.webmanifest`)).json();
  expect(manifest).toMatchObject({ start_url: '/', scope: '/', lang: 'zh-Hant-HK' });
  for (const { src } of manifest.icons) expect((await fetch(site.origin + src)).status, src).toBe(200);
});
