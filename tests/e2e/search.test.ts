import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { readArticles } from '../../src/search/build/articles.ts';
import { countedTexts, uncountedTexts } from '../../src/search/document.ts';
import { convert } from '../../src/text/script.ts';
import { startBrowser } from '../support/browser.ts';
import { basePath } from '../support/built-site.ts';
import { countIn } from '../support/search-oracle.ts';
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

interface Found {
  state: string;
  count: string;
  results: { url: string; hits: number; marks: string[]; anchors: string[] }[];
}

function readPage(page: Page): Promise<Found> {
  return page.evaluate(() => {
    const items = [...document.querySelectorAll<HTMLElement>('ol[data-search-results] > li')];
    return {
      state: document.querySelector<HTMLElement>('[data-search-state]')?.dataset.searchState ?? '',
      count: document.querySelector('[data-search-count]')?.textContent ?? '',
      results: items.map((item) => ({
        url: item.dataset.url ?? '',
        hits: Number(item.dataset.hits),
        marks: [...item.querySelectorAll('mark')].map((mark) => mark.textContent ?? ''),
        anchors: [...item.querySelectorAll<HTMLAnchorElement>('.lines a')].map(
          (link) => link.getAttribute('href') ?? '',
        ),
      })),
    };
  });
}

const settled = '[data-search-state=done], [data-search-state=error]';

/** Opens the search page; anything the browser complains of fails the visit. */
async function visit(address: string, act: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  try {
    await page.goto(site.origin + address);
    await act(page);
    expect(complaints).toEqual([]);
  } finally {
    await context.close();
  }
}

async function find(query: string, folder = ''): Promise<Found> {
  let found: Found | undefined;
  await visit(`${folder}/search/?q=${encodeURIComponent(query)}&show=all`, async (page) => {
    await page.waitForSelector(settled);
    found = await readPage(page);
  });
  return found as Found;
}

/** Types queries one after the other without leaving the page, as fast as answers come. */
function answersTo(page: Page, queries: readonly string[]): Promise<Record<string, number>[]> {
  return page.evaluate(async (all) => {
    const root = document.querySelector<HTMLElement>('[data-search-state]') as HTMLElement;
    const input = document.querySelector<HTMLInputElement>('input[name=q]') as HTMLInputElement;
    const answers: Record<string, number>[] = [];
    for (const query of all) {
      input.value = query;
      input.dispatchEvent(new InputEvent('input'));
      while (root.dataset.searchState !== 'done') await new Promise((resolve) => setTimeout(resolve, 1));
      const items = [...document.querySelectorAll<HTMLElement>('ol[data-search-results] > li')];
      answers.push(Object.fromEntries(items.map(({ dataset }) => [dataset.url, Number(dataset.hits)])));
    }
    return answers;
  }, queries);
}

/** The same stretches of text in every run. */
function samples(texts: readonly string[], length: number, most: number): string[] {
  const stretches = texts.flatMap((text) => text.match(new RegExp(`\\p{Script=Han}{${length}}`, 'gu')) ?? []);
  const step = Math.max(1, Math.floor(stretches.length / most));
  return stretches.filter((_, number) => number % step === 0).slice(0, most);
}

describe('search', () => {
  it('finds what the texts hold, and how often', async () => {
    const articles = await readArticles();
    const texts = articles.flatMap(({ entry }) => countedTexts(entry));
    const names = articles.flatMap(({ entry }) => entry.authors.map(({ name }) => name));
    const terms = [
      '香港AI',
      'AI產業',
      '16.5',
      'L4級',
      '5G',
      '98.3%',
      '2,300萬',
      'HKGAI',
      '「金融之都」',
      '哈哈',
    ];
    const hant = [...[1, 2, 3, 4, 6, 8].flatMap((length) => samples(texts, length, 25)), ...names, ...terms];
    const queries = [...hant, ...hant.slice(0, 60).map((text) => convert(text, 'zh-Hant', 'zh-Hans'))];
    let answers: Record<string, number>[] = [];
    await visit('/search/?show=all', async (page) => {
      answers = await answersTo(page, queries);
    });
    const wrong: unknown[] = [];
    for (const [number, query] of queries.entries()) {
      const expected: Record<string, number> = {};
      for (const { entry } of articles) {
        const count = countedTexts(entry).reduce((sum, text) => sum + countIn(text, query), 0);
        const named = uncountedTexts(entry).some((text) => countIn(text, query) > 0);
        if (count > 0 || named) expected[`/articles/${entry.id}/`] = count;
      }
      const shown = answers[number] ?? {};
      const isRight =
        JSON.stringify(Object.entries(shown).sort()) === JSON.stringify(Object.entries(expected).sort());
      if (!isRight) wrong.push({ query, expected, shown });
    }
    expect(wrong).toEqual([]);
  });

  it('shows passages in the script of the page, with lines that lead to the paragraph', async () => {
    const [hant, hans] = [await find('國際創科中心'), await find('国际创科中心', '/zh-hans')];
    expect(hant.state).toBe('done');
    expect(hant.count).toBe(String(hant.results.length));
    expect(hans.results.map(({ hits }) => hits)).toEqual(hant.results.map(({ hits }) => hits));
    for (const { url, marks, anchors } of hant.results) {
      expect(new Set(marks)).toEqual(new Set(['國際創科中心']));
      for (const anchor of anchors) expect(anchor.startsWith(url)).toBe(true);
    }
    for (const { url, marks } of hans.results) {
      expect(url).toMatch(/^\/zh-hans\/articles\//);
      expect(new Set(marks)).toEqual(new Set(['国际创科中心']));
    }
    const anchors = hant.results.flatMap((result) => result.anchors).filter((anchor) => anchor.includes('#'));
    expect(anchors.length).toBeGreaterThan(0);
    await visit(anchors[0] as string, async (page) => {
      expect(await page.locator(':target').textContent()).toContain('國際創科中心');
    });
  });

  it('keeps the address in step with what is typed and chosen', async () => {
    await visit('/search/', async (page) => {
      expect((await readPage(page)).state).toBe('idle');
      await page.fill('input[name=q]', '香港');
      await page.waitForSelector(settled);
      const all = Number((await readPage(page)).count);
      expect(new URL(page.url()).searchParams.get('q')).toBe('香港');
      await page.locator('[data-search-facets] summary').click();
      const box = page.locator('[data-facet=topic] input').first();
      await box.check();
      await page.waitForFunction(
        (before) => Number(document.querySelector('[data-search-count]')?.textContent) < before,
        all,
      );
      expect(new URL(page.url()).searchParams.get('topic')).toBe(await box.inputValue());
      await page.waitForSelector(settled);
      const narrowed = await readPage(page);
      await page.reload();
      await page.waitForSelector(settled);
      expect((await readPage(page)).results).toEqual(narrowed.results);
      await page.goBack();
      await page.waitForFunction(
        (before) => document.querySelector('[data-search-count]')?.textContent === String(before),
        all,
      );
    });
  });

  it.each([
    ['香港', '/search/', /^\/(?:authors|roles|topics)\/[\w-]+\/$/],
    ['创新科技', '/zh-hans/search/', /^\/zh-hans\/topics\/innovation\/$/],
  ])('suggests names and titles for %s, which keys walk', async (typed, address, target) => {
    await visit(address, async (page) => {
      const box = page.locator('input[name=q]');
      await box.focus();
      await page.keyboard.insertText(typed);
      const options = page.locator('#search-suggestions [role=option]');
      await options.first().waitFor();
      expect(await box.getAttribute('aria-expanded')).toBe('true');
      await page.keyboard.press('ArrowDown');
      const active = (await box.getAttribute('aria-activedescendant')) ?? '';
      expect(await page.locator(`#${active}`).getAttribute('aria-selected')).toBe('true');
      for (let step = await options.count(); step > 0; step--) await page.keyboard.press('ArrowDown');
      expect(await page.evaluate(() => document.activeElement?.closest('li.result')?.tagName)).toBe('LI');
      await page.keyboard.press('ArrowUp');
      expect(await box.evaluate((element) => element === document.activeElement)).toBe(true);
      await page.keyboard.press('Escape');
      expect(await options.count()).toBe(0);
      expect(await box.getAttribute('aria-expanded')).toBe('false');
      await page.keyboard.press('Backspace');
      await page.keyboard.insertText(typed.slice(-1));
      await options.first().waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL(({ pathname }) => target.test(pathname));
    });
  });

  it('asks for nothing per key once the index is loaded', async () => {
    await visit('/search/?q=香港', async (page) => {
      await page.waitForSelector(settled);
      await answersTo(page, ['香', '香港的', '香港']);
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await answersTo(page, ['香', '香港', '香港的', '香港', '香']);
      // Browsers may look for the icon again when the address changes.
      expect(asked.filter((pathname) => !pathname.endsWith('.svg'))).toEqual([]);
    });
  });

  it('waits for an input method to finish', async () => {
    await visit('/search/', async (page) => {
      await page.evaluate(() => {
        const input = document.querySelector('input[name=q]') as HTMLInputElement;
        input.value = 'xianggang';
        input.dispatchEvent(new InputEvent('input', { isComposing: true }));
      });
      expect((await readPage(page)).state).toBe('idle');
      await page.evaluate(() => {
        const input = document.querySelector('input[name=q]') as HTMLInputElement;
        input.value = '香港';
        input.dispatchEvent(new CompositionEvent('compositionend'));
      });
      await page.waitForSelector(settled);
      expect(new URL(page.url()).searchParams.get('q')).toBe('香港');
    });
  });

  it('takes any string, and shows none of it as markup', async () => {
    const odd = [
      '"',
      '""',
      '<img src=x onerror=alert(1)>',
      '.*+?^$()|[]{}\\',
      '\ud800',
      '\udc00港',
      '香'.repeat(5000),
      '香 '.repeat(500),
      '-',
      'OR',
      'NEAR/',
      'NEAR/99999 香',
      '香 NEAR/0 港',
      '__proto__',
      'constructor',
      '\u0000\u0007',
      '%',
      '\u202e香港',
    ];
    await visit('/search/', async (page) => {
      const answers = await answersTo(page, [...odd, '香港']);
      expect(Object.keys(answers.at(-1) as object).length).toBeGreaterThan(0);
      expect(await page.locator('.search img').count()).toBe(0);
    });
  });

  it('works under a base path', async () => {
    const based = await serve(inject('sites').based, basePath);
    const context = await browser.newContext();
    const page = await context.newPage();
    try {
      await page.goto(`${based.origin}${basePath}/zh-hans/search/?q=国际创科`);
      await page.waitForSelector('[data-search-state=done]');
      const { results } = await readPage(page);
      expect(results.length).toBeGreaterThan(0);
      for (const { url } of results) expect(url.startsWith(`${basePath}/zh-hans/articles/`)).toBe(true);
      await page.locator('.lines a[href*="#p"]').first().click();
      await page.waitForSelector('mark.hit');
      await page.goto(`${based.origin}${basePath}/search/`);
      await page.fill('input[name=q]', '創新科技');
      await page.locator('#search-suggestions [role=option]').first().click();
      await page.waitForURL(({ pathname }) => pathname === `${basePath}/topics/innovation/`);
    } finally {
      await context.close();
      await based.close();
    }
  });

  it('says so where the index cannot be read, and offers the indexes', async () => {
    const context = await browser.newContext();
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
    const context = await browser.newContext();
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

  it('marks the query in the article, and leads from hit to hit in both scripts', async () => {
    await visit('/search/?q=香港', async (page) => {
      await page.waitForSelector(settled);
      const line = page.locator('.lines a[href*="#p"]').first();
      const [, anchor = ''] = ((await line.getAttribute('href')) ?? '').split('#');
      await line.click();
      await page.waitForSelector('mark.hit');
      expect(new URL(page.url()).hash).toBe(`#${anchor}`);
      expect(await page.locator(`#${anchor} mark.hit[aria-current]`).textContent()).toBe('香港');
      const before = await page.locator('[data-arrival] span').textContent();
      await page.locator('[data-arrival] button').nth(1).click();
      expect(await page.locator('[data-arrival] span').textContent()).not.toBe(before);
      const all = await page.locator('mark.hit').count();
      await page.locator('.tools a[hreflang]').first().click();
      await page.waitForURL(/zh-hans/);
      await page.waitForSelector('mark.hit');
      expect(await page.locator('mark.hit').count()).toBe(all);
      await page.locator('[data-arrival] button').last().click();
      expect(await page.locator('mark.hit').count()).toBe(0);
    });
  });

  it('lines every hit up under the others', async () => {
    await visit('/search/?q=香港&view=kwic&by=after', async (page) => {
      await page.waitForSelector(settled);
      const hits = (await readPage(page)).results.reduce((sum, result) => sum + result.hits, 0);
      expect(await page.locator('.kwic tr').count()).toBe(hits);
      const after = await page.locator('.kwic .after').allTextContents();
      const collator = new Intl.Collator('zh-Hant-HK');
      expect(after).toEqual(after.toSorted(collator.compare));
    });
  });

  it.each(['csv', 'ris', 'bib'])('gives what was found away as %s', async (format) => {
    await visit('/search/?q=香港', async (page) => {
      await page.waitForSelector(settled);
      const { count } = await readPage(page);
      const saving = page.waitForEvent('download');
      await page.locator(`[data-format=${format}]`).click();
      const file = await (await saving).createReadStream();
      const text = (await file.toArray()).join('');
      expect(text.match(/\/articles\/\w+\//g)).toHaveLength(Number(count));
    });
  });
});
