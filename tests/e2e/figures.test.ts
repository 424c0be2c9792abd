import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { bytesOf, loadOf, median } from '../../scripts/audit/bytes.ts';
import { htmlErrors, pageFiles } from '../../scripts/audit/html.ts';
import { samplesOf } from '../../scripts/audit/kinds.ts';
import { layoutShift } from '../../scripts/audit/shift.ts';
import { startBrowser } from '../support/browser.ts';
import { basePath } from '../support/built-site.ts';
import { builtPages } from '../support/pages.ts';
import { type Served, serve } from '../support/serve.ts';

const { root, based, library } = inject('sites');

describe.each([
  ['the site', root, ''],
  ['the site under a base path', based, basePath],
  ['the archive written for tests', library, ''],
])('%s', (_, folder, base) => {
  const loads = pageFiles(folder).map((file) => ({ file, load: loadOf(folder, file, base) }));

  it('is valid HTML', async () => {
    expect(await htmlErrors(folder)).toEqual([]);
  });

  it('asks no other host for anything', () => {
    expect(loads.flatMap(({ file, load }) => load.foreign.map((url) => `${file}: ${url}`))).toEqual([]);
  });

  it('lets nothing but its own styles hold back the first paint', () => {
    expect(loads.flatMap(({ file, load }) => load.blocking.map((url) => `${file}: ${url}`))).toEqual([]);
  });

  it('shows an article with what a first flight carries', () => {
    const articles = loads.filter(({ file }) => /^articles\/\w{8,}\/index\.html$/.test(file));
    expect(articles.length).toBeGreaterThan(3);
    expect(median(articles.map(({ load }) => bytesOf(load)))).toBeLessThanOrEqual(14_600);
  });

  it('has a strict security policy on every page', () => {
    for (const { pathname, html } of builtPages(folder)) {
      const policy = /<meta http-equiv="content-security-policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
      expect(policy, pathname).toContain("default-src 'self'");
      expect(policy, pathname).not.toContain('unsafe-inline');
      expect(html, pathname).not.toMatch(/<style|\sstyle="/);
    }
  });
});

describe('pages while they are shown', () => {
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

  it.each(samplesOf(builtPages(root).map(({ pathname }) => pathname)))(
    'do not move: %s',
    async (_, address) => {
      for (const width of [360, 1280]) {
        const page = await browser.newPage({ viewport: { width, height: 800 } });
        expect(await layoutShift(page, site.origin + address), `${width} px`).toBe(0);
        await page.close();
      }
    },
  );
});
