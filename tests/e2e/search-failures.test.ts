import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { startBrowser } from '../support/browser.ts';
import { type Served, serve } from '../support/serve.ts';

let site: Served;
let browser: Browser;

beforeAll(async () => {
  site = await serve(inject('sites').root);
  browser = await startBrowser();
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

it('says so where the index cannot be read, and offers the indexes', async () => {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.route('**/pagefind/**', (route) => route.abort());
  await page.goto(`${site.origin}/search/?q=香港`);
  await page.waitForSelector('[data-search-state=error]');
  expect(await page.locator('[data-search-ways] a').first().isVisible()).toBe(true);
  await page.unroute('**/pagefind/**');
  await page.locator('[data-search-message] button').click();
  await page.waitForSelector('[data-search-state=done]');
  await context.close();
});

it('does not take a chunk that fails for one that holds nothing', async () => {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.route('**/*.pf_index', (route) => route.abort());
  await page.goto(`${site.origin}/search/?q=香港`);
  await page.waitForSelector('[data-search-state=error]');
  await context.close();
});

it('leads to the indexes without scripts', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${site.origin}/search/`);
  expect(await page.locator('noscript').textContent()).toContain('JavaScript');
  expect(await page.locator('[data-search-ways] a').first().isVisible()).toBe(true);
  await context.close();
});
