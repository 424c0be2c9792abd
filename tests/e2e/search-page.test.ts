import { expect, inject, it } from 'vitest';
import { answersTo, readPage, settled } from '../support/search-page.ts';
import { visiting } from '../support/visit.ts';

const visit = visiting(inject('sites').root);

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

it('breaks headlines between their parts, as the pages do', async () => {
  await visit(
    '/search/?q=香港',
    async (page) => {
      await page.waitForSelector(settled);
      const titles = await page
        .locator('.item-title a')
        .evaluateAll((links) =>
          links.map((link) => [link.textContent, link.querySelectorAll('.title-part').length]),
        );
      expect(titles).toContainEqual(['進軍中亞新市場 強化香港聯通全球角色', 2]);
      expect(titles).toContainEqual(['錨定未來：香港AI與創科轉型之路', 2]);
      expect(await page.locator('.title-part mark', { hasText: '香港' }).count()).toBeGreaterThan(1);
    },
    { width: 360 },
  );
});

it('says what helps where nothing is found, and counts the words that make up what was typed', async () => {
  await visit('/search/?q=香港科技發展無窮無盡', async (page) => {
    await page.waitForSelector(settled);
    expect((await readPage(page)).count).toBe('0');
    expect(await page.locator('[data-search-advice] li').count()).toBeGreaterThan(3);
    expect(await page.locator('[data-search-advice]').isVisible()).toBe(true);
    expect(await page.locator('[data-search-ways] a').count()).toBeGreaterThan(2);
    await page.locator('[data-search-message] a', { hasText: '香港' }).click();
    await page.waitForSelector('li.result');
    expect(new URL(page.url()).searchParams.get('q')).toBe('香港');
    expect(await page.locator('[data-search-advice]').isVisible()).toBe(false);
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
