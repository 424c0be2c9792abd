import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { axeViolations } from '../../scripts/audit/axe.ts';
import { samplesOf } from '../../scripts/audit/kinds.ts';
import { startBrowser } from '../support/browser.ts';
import { builtPages } from '../support/pages.ts';
import { type Served, serve } from '../support/serve.ts';

const { root } = inject('sites');
let site: Served;
let browser: Browser;

beforeAll(async () => {
  site = await serve(root);
  browser = await startBrowser();
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const samples = samplesOf(builtPages(root).map(({ pathname }) => pathname));

it.each(samples)('nothing hinders a reader: %s', async (_, address) => {
  expect(await axeViolations(browser, site.origin + address)).toEqual([]);
});

it('nothing hinders a reader who opens what can be opened on an article', async () => {
  const [, article = ''] = samples.find(([name]) => name === 'article') ?? [];
  const open = async (page: Page) => {
    await page.locator('.cite summary').click();
    await page.locator('.citations').waitFor();
    await page.locator('[data-printed]').click();
    await page.locator('.printed').first().waitFor();
    await page.locator('.options summary').click();
    await page.locator('.choices').waitFor();
  };
  expect(await axeViolations(browser, site.origin + article, open)).toEqual([]);
});
