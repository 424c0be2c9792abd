import type { Locator, Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { undrawable } from '../support/glyphs.ts';
import { visiting } from '../support/visit.ts';

const visit = visiting(inject('sites').root);

const pathOf = (page: Page) => new URL(page.url()).pathname;

/** Clicks a link and waits until the page it leads to stands. */
async function follow(page: Page, link: Locator): Promise<void> {
  await link.click();
  await page.waitForLoadState('load');
}

describe('browsing', () => {
  it('leads from home to an article by its author', async () => {
    await visit('/', async (page) => {
      await follow(page, page.locator('nav.sections a', { hasText: '作者' }));
      const author = page.locator('.names a').first();
      const name = (await author.textContent())?.trim() ?? '';
      await follow(page, author);
      expect(await page.locator('h1').textContent()).toBe(name);
      await follow(page, page.locator('.item-title a').first());
      expect(pathOf(page)).toMatch(/^\/articles\/[0-9a-z]+\/$/);
      expect(await page.locator('.author-name').allTextContents()).toContain(name);
    });
  });

  it('leads from home to an article by its topic', async () => {
    await visit('/', async (page) => {
      const topic = page.locator('.overview-topics .names a').first();
      const name = (await topic.textContent())?.trim() ?? '';
      await follow(page, topic);
      expect(pathOf(page)).toMatch(/^\/topics\/[a-z-]+\/$/);
      await follow(page, page.locator('.item-title a').first());
      expect(await page.locator('.op-ed .topics a').allTextContents()).toContain(name);
    });
  });

  it('goes on to the next article and back to the one before', async () => {
    await visit('/articles/', async (page) => {
      await follow(page, page.locator('.item-title a').first());
      const first = pathOf(page);
      await follow(page, page.locator('.steps a[rel=next]'));
      expect(pathOf(page)).not.toBe(first);
      await follow(page, page.locator('.steps a[rel=prev]'));
      expect(pathOf(page)).toBe(first);
    });
  });

  it('switches the script and stays at the same place', async () => {
    await visit('/articles/', async (page) => {
      await follow(page, page.locator('.item-title a').first());
      const traditional = pathOf(page);
      await follow(page, page.locator('[data-script-switch]'));
      expect(pathOf(page)).toBe(`/zh-hans${traditional}`);
      expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hans-CN');
      expect(await page.locator('.wordmark').textContent()).toBe('评论文库');
      await follow(page, page.locator('[data-script-switch]'));
      expect(pathOf(page)).toBe(traditional);
      expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hant-HK');
    });
  });

  it('follows a paragraph to its source line and back', async () => {
    await visit('/articles/', async (page) => {
      await follow(page, page.locator('.item-title a').first());
      const article = pathOf(page);
      const paragraph = page.locator('.body > p').nth(1);
      const id = await paragraph.getAttribute('id');
      const start = (await paragraph.textContent())?.trim().slice(0, 12) ?? '';
      await follow(page, paragraph.locator('.marks .src'));
      expect(pathOf(page)).toMatch(/^\/sources\/[^/]+\/$/);
      const line = page.locator(`li.line${new URL(page.url()).hash}`);
      expect(await line.locator('.line-text').textContent()).toContain(start);
      await follow(page, line.locator('.outcome a').first());
      expect(pathOf(page) + new URL(page.url()).hash).toBe(`${article}#${id}`);
    });
  });

  it('says so where nothing is', async () => {
    await visit('/articles/nothing-here/', async (page) => {
      expect(await page.locator('h1').textContent()).toBe('找不到這一頁');
      await follow(page, page.locator('main a', { hasText: '首頁' }));
      expect(pathOf(page)).toBe('/');
    });
  });

  it('says so in Simplified under its addresses, where the host has one page for all', async () => {
    await visit('/zh-hans/nothing-here/', async (page) => {
      await page.waitForSelector('html[lang=zh-Hans-CN]');
      expect(await page.locator('h1').textContent()).toBe('找不到这一页');
      expect(await page.title()).toMatch(/^找不到这一页/);
      expect(pathOf(page)).toBe('/zh-hans/nothing-here/');
      await page.locator('[data-theme-switch]').click();
      expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
      await follow(page, page.locator('main a', { hasText: '首页' }));
      expect(pathOf(page)).toBe('/zh-hans/');
    });
  });
});

describe('reading', () => {
  it('finds the contents beside the text broken between words alone', async () => {
    await visit('/articles/3pskq6k4/', async (page) => {
      const torn = await page.locator('.contents a').evaluateAll((links) =>
        links.map((link) => {
          const words = link.innerHTML.replace(/<\/?span[^>]*>/g, '').split('<wbr>');
          return [words.length > 1, getComputedStyle(link).wordBreak];
        }),
      );
      expect(torn.length).toBeGreaterThan(2);
      expect(new Set(torn.flat())).toEqual(new Set([true, 'keep-all']));
    });
  });

  it('works without scripts', async () => {
    await visit(
      '/',
      async (page) => {
        await follow(page, page.locator('.lead h2 a'));
        expect(await page.locator('.body > p').count()).toBeGreaterThan(2);
        expect(await page.locator('[data-theme-switch]').isVisible()).toBe(false);
        await follow(page, page.locator('[data-script-switch]'));
        expect(await page.locator('.body > p').count()).toBeGreaterThan(2);
      },
      { scripting: false },
    );
  });

  it('remembers the colours that were chosen', async () => {
    await visit('/', async (page) => {
      const background = () =>
        page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
      const light = await background();
      await page.locator('[data-theme-switch]').click();
      const dark = await background();
      expect(dark).not.toBe(light);
      await follow(page, page.locator('.lead h2 a'));
      expect(await background()).toBe(dark);
    });
  });

  it.each([
    '/',
    '/articles/',
    '/authors/',
    '/roles/',
    '/topics/',
    '/series/',
    '/sources/',
    '/search/',
    '/about/',
    '/404.html',
  ])('fits a phone and a wide screen: %s', async (address) => {
    for (const width of [360, 1280]) {
      const act = async (page: Page) => {
        const excess = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(await excess()).toBeLessThanOrEqual(0);
        const first = page.locator('.item-title a, .names a').first();
        if (address === '/' || (await first.count()) === 0) return;
        await follow(page, first);
        expect(await excess()).toBeLessThanOrEqual(0);
      };
      await visit(address, act, { width });
    }
  });
});

/** How wide the widest of the last characters of a paragraph stands, in widths of a character. */
function widestEnd(): number {
  const widths = [...document.querySelectorAll<HTMLElement>('.body > p')].flatMap((paragraph) => {
    const size = Number.parseFloat(getComputedStyle(paragraph).fontSize);
    const texts = document.createNodeIterator(paragraph, NodeFilter.SHOW_TEXT);
    let last: Text | undefined;
    for (let text = texts.nextNode(); text; text = texts.nextNode())
      if (!text.parentElement?.closest('.marks') && text.textContent?.trim()) last = text as Text;
    const length = last?.length ?? 0;
    return Array.from({ length: Math.min(3, length) }, (_, back) => {
      const range = document.createRange();
      range.setStart(last as Text, length - back - 1);
      range.setEnd(last as Text, length - back);
      return range.getBoundingClientRect().width / size;
    });
  });
  return Math.max(...widths);
}

/** How far into its square the middle of a comma stands that an element sets, in widths of a character. */
function middleOfComma(element: Element): number {
  const canvas = Object.assign(document.createElement('canvas'), { width: 100, height: 150 });
  const pen = canvas.getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D;
  pen.font = `100px ${getComputedStyle(element).fontFamily}`;
  pen.fillText('，', 0, 110);
  const { data, width } = pen.getImageData(0, 0, 100, 150);
  const inked = [...data.keys()].filter((at) => at % 4 === 3 && (data[at] ?? 0) > 128);
  return inked.reduce((sum, at) => sum + (((at - 3) / 4) % width), 0) / inked.length / 100;
}

it.each([
  ['/', true],
  ['/zh-hans/', false],
])('sets the marks of Kai where the script has them: %s', async (address, isMiddle) => {
  await visit(address, async (page) => {
    if ((await undrawable(page, '評评，')).length > 0) return;
    await page.evaluate(() => document.fonts.ready);
    for (const text of [page.locator('.tagline'), page.locator('h1')])
      expect((await text.evaluate(middleOfComma)) > 0.35).toBe(isMiddle);
  });
});

/** Texts of roles of which a line, but the first, holds one character. */
function lonely(roles: Element[]): string[] {
  return roles.flatMap((role) => {
    const size = Number.parseFloat(getComputedStyle(role).fontSize);
    const lines = [...role.getClientRects()];
    return lines.slice(1).some(({ width }) => width < 1.5 * size) ? (role.textContent ?? '') : [];
  });
}

it('leaves no character of a role alone on a line', async () => {
  for (const width of [320, 360, 390]) {
    await visit(
      '/articles/',
      async (page) => {
        const links = await page
          .locator('.item-title a')
          .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
        for (const link of links) {
          await page.goto(link);
          expect(await page.locator('.roles a').evaluateAll(lonely), `${link} at ${width}`).toEqual([]);
        }
      },
      { width },
    );
  }
});

describe('the last line of a paragraph', () => {
  it.each([360, 768, 1280])('is set as wide as it is and no wider at %d', async (width) => {
    await visit(
      '/articles/',
      async (page) => {
        const links = await page
          .locator('.item-title a')
          .evaluateAll((all) => all.slice(0, 8).map((link) => (link as HTMLAnchorElement).href));
        for (const link of links) {
          await page.goto(link);
          await page.evaluate(() => document.fonts.ready);
          expect(await page.evaluate(widestEnd), link).toBeLessThan(1.6);
        }
      },
      { width },
    );
  });
});
