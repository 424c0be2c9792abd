/** Nothing in a dump runs: markup, modules and programs come out on the page as the characters that were printed. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser } from '../support/browser.ts';
import { build } from '../support/build.ts';
import { type Served, serve } from '../support/serve.ts';
import { wildLines, wildTitle, writeWildContent } from '../support/wild.ts';

const content = '.cache/e2e/wild-content';
const note = '\n編者**按**：由人手加上。\n';
let out = '';
let id = '';
let browser: Browser;
let site: Served;

beforeAll(async () => {
  ({ id } = writeWildContent(content));
  out = await build({ outDir: '.cache/e2e/wild', content });
  [browser, site] = await Promise.all([startBrowser(), serve(out)]);
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

type Seen = { title: string; paragraphs: string[]; ran: unknown; strange: number };

/** What a reader sees of the article. */
async function seen(origin: string): Promise<Seen> {
  const page = await browser.newPage();
  const failures: string[] = [];
  page.on('pageerror', (error) => failures.push(error.message));
  await page.goto(`${origin}/articles/${id}/`);
  const found = await page.evaluate(() => ({
    title: document.querySelector('h1')?.textContent?.trim() ?? '',
    paragraphs: [...document.querySelectorAll('p[id^=p]')].map((each) => {
      const copy = each.cloneNode(true) as HTMLElement;
      for (const mark of copy.querySelectorAll('.marks')) mark.remove();
      return copy.textContent?.trim() ?? '';
    }),
    ran: (globalThis as { pwned?: unknown }).pwned,
    strange: document.querySelectorAll('ai, p[id^=p] :is(b, img, script, code, em, del, ul, table)').length,
  }));
  await page.close();
  expect(failures).toEqual([]);
  return found;
}

const untouched = { title: wildTitle, ran: undefined, strange: 0 };

describe('a dump of markup and programs', () => {
  it('builds to a page that shows its characters', async () => {
    expect(await seen(site.origin)).toEqual({ ...untouched, paragraphs: [...wildLines] });
  });

  it('is data with the same characters', () => {
    const { title, blocks } = JSON.parse(readFileSync(path.join(out, `articles/${id}.json`), 'utf8'));
    expect(title).toBe(wildTitle);
    expect(blocks.map(({ text }: { text: string }) => text)).toEqual([...wildLines]);
  });

  it('is shown line by line on its source page', async () => {
    const page = await browser.newPage();
    const [address] = await sourceAddresses(page);
    await page.goto(`${site.origin}${address}`);
    const text = (await page.locator('main').textContent()) ?? '';
    for (const line of wildLines) expect(text).toContain(line);
    expect(await page.evaluate(() => (globalThis as { pwned?: unknown }).pwned)).toBeUndefined();
    await page.close();
  });

  it('runs nothing while the site is built', () => {
    expect(existsSync('PWNED')).toBe(false);
  });
});

async function sourceAddresses(page: Awaited<ReturnType<Browser['newPage']>>): Promise<string[]> {
  await page.goto(`${site.origin}/articles/${id}/`);
  const links = await page
    .locator('a[href*="/sources/"]')
    .evaluateAll((all) => all.map((each) => (each as HTMLAnchorElement).pathname));
  return links.filter((link) => /\/sources\/[^/]+\//.test(link));
}

describe('such a dump to which a person added Markdown', () => {
  it('goes through the compiler of MDX and shows its characters all the same', async () => {
    const { file } = writeWildContent(content);
    writeFileSync(file, readFileSync(file, 'utf8') + note);
    const edited = await serve(await build({ outDir: '.cache/e2e/wild-edited', content }));
    const { paragraphs, ...rest } = await seen(edited.origin);
    expect(paragraphs).toEqual([...wildLines, '編者按：由人手加上。']);
    expect(rest).toEqual(untouched);
    await edited.close();
  });
});
