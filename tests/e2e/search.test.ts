import fc from 'fast-check';
import { expect, inject, it } from 'vitest';
import { readArticles } from '../../src/search/build/articles.ts';
import { countedTexts, uncountedTexts } from '../../src/search/document.ts';
import { convert } from '../../src/text/script.ts';
import { basePath } from '../support/built-site.ts';
import { oddQuery } from '../support/odd-queries.ts';
import { countIn } from '../support/search-oracle.ts';
import { answersTo, type Found, readPage, settled } from '../support/search-page.ts';
import { visiting } from '../support/visit.ts';

const sites = inject('sites');
const visit = visiting(sites.root);
const visitLibrary = visiting(sites.library);
const visitBased = visiting(sites.based, basePath);

async function find(query: string, folder = ''): Promise<Found> {
  let found: Found | undefined;
  await visit(`${folder}/search/?q=${encodeURIComponent(query)}&show=all`, async (page) => {
    await page.waitForSelector(settled);
    found = await readPage(page);
  });
  return found as Found;
}

/** The same stretches of text in every run. */
function samples(texts: readonly string[], length: number, most: number): string[] {
  const stretches = texts.flatMap((text) => text.match(new RegExp(`\\p{Script=Han}{${length}}`, 'gu')) ?? []);
  const step = Math.max(1, Math.floor(stretches.length / most));
  return stretches.filter((_, number) => number % step === 0).slice(0, most);
}

it('finds what the texts hold, and how often', async () => {
  const articles = await Promise.all(
    (await readArticles()).map(async ({ data, searched }) => ({ id: data.id, ...(await searched()) })),
  );
  const texts = articles.flatMap((article) => countedTexts(article));
  const names = articles.flatMap(({ authors }) => authors.map(({ name }) => name));
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
    for (const article of articles) {
      const count = countedTexts(article).reduce((sum, text) => sum + countIn(text, query), 0);
      const named = uncountedTexts(article).some((text) => countIn(text, query) > 0);
      if (count > 0 || named) expected[`/articles/${article.id}/`] = count;
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

it('answers a thousand odd queries without a complaint', async () => {
  const queries = fc.sample(oddQuery, { numRuns: 1000, seed: 1 });
  await visit('/search/', async (page) => {
    await answersTo(page, [...queries, '香港']);
    expect(await page.locator('.search-main :is(b, i, img, script)').count()).toBe(0);
    expect((await readPage(page)).state).toBe('done');
  });
});

it('shows titles and texts full of markup as text', async () => {
  await visitLibrary(`/search/?q=${encodeURIComponent('<b>不是標籤</b>')}`, async (page) => {
    await page.waitForSelector('[data-search-state=done]');
    const title = page.locator('.item-title');
    expect(await title.textContent()).toBe('頭髮與發展 <b>不是標籤</b>');
    expect(await title.locator('b').count()).toBe(0);
    const day = page.locator('.result time');
    expect([await day.getAttribute('datetime'), await day.textContent()]).toEqual([
      '2026-06-08',
      '2026年6月8日',
    ]);
    await page.fill('input[name=q]', '星號* {花括號} <i>尖括號');
    await page.waitForFunction(() => document.querySelector('.lines')?.textContent?.includes('<i>'));
    const [both, withdrawn] = await answersTo(page, ['發展', '不應再見到']);
    expect(Object.keys(both ?? {})).toHaveLength(2);
    expect(withdrawn).toEqual({});
  });
});

it('works under a base path', async () => {
  await visitBased('/zh-hans/search/?q=国际创科', async (page) => {
    await page.waitForSelector(settled);
    const { results } = await readPage(page);
    expect(results.length).toBeGreaterThan(0);
    for (const { url } of results) expect(url.startsWith(`${basePath}/zh-hans/articles/`)).toBe(true);
    await page.locator('.lines a[href*="#p"]').first().click();
    await page.waitForSelector('mark.hit');
  });
  await visitBased('/search/', async (page) => {
    await page.fill('input[name=q]', '創新科技');
    await page.locator('#search-suggestions [role=option]').first().click();
    await page.waitForURL(({ pathname }) => pathname === `${basePath}/topics/innovation/`);
  });
});
