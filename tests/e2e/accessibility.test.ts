import AxeBuilder from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
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

/** One page of each kind: the first whose address has this form. */
const kinds: [string, RegExp][] = [
  ['home', /^\/$/],
  ['articles', /^\/articles\/$/],
  ['article', /^\/articles\/\w{8,}\/$/],
  ['authors', /^\/authors\/$/],
  ['author', /^\/authors\/[\w-]+\/$/],
  ['roles', /^\/roles\/$/],
  ['role', /^\/roles\/[\w-]+\/$/],
  ['topics', /^\/topics\/$/],
  ['topic', /^\/topics\/[\w-]+\/$/],
  ['series index', /^\/series\/$/],
  ['series', /^\/series\/[\w-]+\/$/],
  ['sources', /^\/sources\/$/],
  ['source', /^\/sources\/[\w.-]+\/$/],
  ['search', /^\/search\/$/],
  ['at a glance', /^\/glance\/$/],
  ['about', /^\/about\/$/],
  ['404', /^\/404\.html$/],
];
const paths = builtPages(root).map(({ pathname }) => pathname);
const samples = kinds.flatMap(([name, form]) => {
  const found = paths.find((pathname) => form.test(pathname));
  return found === undefined ? [] : [[name, found] as const];
});

it.each(samples)('nothing hinders a reader: %s', async (_, address) => {
  for (const [colorScheme, width] of [
    ['light', 1280],
    ['dark', 1280],
    ['light', 360],
    ['dark', 360],
  ] as const) {
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 } });
    const page = await context.newPage();
    await page.goto(site.origin + address);
    const { violations } = await new AxeBuilder({ page }).analyze();
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`),
    );
    expect(found, `${colorScheme}, ${width} px`).toEqual([]);
    await context.close();
  }
});
