import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { basePath } from '../support/built-site.ts';
import { ids } from '../support/library.ts';
import { builtPages } from '../support/pages.ts';
import { visiting } from '../support/visit.ts';

const { root, based, library } = inject('sites');
const visit = visiting(library);
const visitBased = visiting(based, basePath);
const plain = `/articles/${ids.plain}/`;
const untitled = `/articles/${ids.untitled}/`;
const pasted = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const noteOf = (page: Page) => page.locator('.note', { hasText: /\S/ });

async function openCitations(page: Page): Promise<string[]> {
  await page.locator('.cite summary').click();
  await page.locator('.citations').waitFor();
  return page.locator('.citations :is(p, pre)').allTextContents();
}

describe('citations', () => {
  it('are made in every form when the panel is opened', async () => {
    await visit(plain, async (page) => {
      const url = `http://localhost:4321${plain}`;
      const day = await page.evaluate(() => new Date().toLocaleDateString('sv'));
      const [gbt, hongKong, apa, bibtex, ris, csl = ''] = await openCitations(page);
      expect(gbt).toBe(`陳勇. 頭髮與發展 <b>不是標籤</b>[N/OL]. 測試日報, 2026-06-08(A12)[${day}]. ${url}`);
      expect(hongKong).toBe(
        `陳勇（2026,6月8日）。〈頭髮與發展 <b>不是標籤</b>〉，《測試日報》，A12。檢自 ${url}`,
      );
      expect(apa).toMatch(/^陳勇\. \(2026, June 8\)\. 頭髮與發展 <b>不是標籤<\/b>\. 測試日報, A12\./);
      expect(bibtex).toContain('journal = {測試日報}');
      expect(ris).toMatch(/^TY {2}- NEWS/);
      expect(JSON.parse(csl)).toMatchObject([
        {
          id: ids.plain,
          type: 'article-newspaper',
          issued: { 'date-parts': [[2026, 6, 8]] },
          section: '天下觀',
        },
      ]);
    });
  });

  it('say what is not known', async () => {
    await visit(untitled, async (page) => {
      const [gbt, hongKong, apa, , ris] = await openCitations(page);
      expect(gbt).toMatch(/^佚名\. 〔無題〕\[N\/OL\]\. \[報刊不詳\], \[日期不詳\]\(\[版次不詳\]\)\[/);
      expect(hongKong).toMatch(/^佚名（日期不詳）。〈〔無題〕〉，報刊不詳，版次不詳。/);
      expect(apa).toMatch(/^〔無題〕\. \(n\.d\.\)/);
      expect(ris).not.toMatch(/^(AU|DA|PY|T2|SP)/m);
    });
  });

  it('are in the script of the page, and under a base path', async () => {
    await visit(`/zh-hans${plain}`, async (page) => {
      const [gbt, hongKong] = await openCitations(page);
      expect(gbt).toContain('陈勇. 头发与发展');
      expect(hongKong).toContain('检自');
    });
    const article = builtPages(based).find(({ html }) => html.includes('data-article="'))?.pathname ?? '';
    await visitBased(article, async (page) => {
      expect((await openCitations(page)).join()).toContain(`${basePath}${article}`);
    });
  });

  it('can be copied and downloaded', async () => {
    await visit(plain, async (page) => {
      const texts = await openCitations(page);
      const entry = page.locator('.citations li').nth(3);
      await entry.getByRole('button', { name: '複製' }).click();
      await noteOf(page).waitFor();
      expect(await pasted(page)).toBe(texts[3]);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        entry.getByRole('button', { name: '下載' }).click(),
      ]);
      expect(download.suggestedFilename()).toBe(`${ids.plain}.bib`);
      expect(readFileSync(await download.path(), 'utf8')).toBe(texts[3]);
    });
  });

  it('lead without scripts to the bibliography of the archive', async () => {
    const act = async (page: Page) => {
      await page.locator('.cite summary').click();
      expect(await page.locator('.cite a', { hasText: 'articles.ris' }).isVisible()).toBe(true);
    };
    await visit(plain, act, { scripting: false });
  });
});

describe('links to paragraphs', () => {
  it('copy their address and light up', async () => {
    await visit(plain, async (page) => {
      await page.locator('#p2 .no').click();
      await noteOf(page).waitFor();
      expect(await pasted(page)).toBe(page.url());
      expect(page.url()).toMatch(/#p2$/);
      const glow = (selector: string) =>
        page.locator(selector).evaluate((block) => getComputedStyle(block).backgroundColor);
      expect(await glow('#p2')).not.toBe(await glow('#p1'));
    });
  });

  it('can be reached by keyboard', async () => {
    await visit(plain, async (page) => {
      await page.locator('#p1 .no').focus();
      await page.keyboard.press('Enter');
      await noteOf(page).waitFor();
      expect(await pasted(page)).toMatch(/#p1$/);
    });
  });

  it('are offered for a selection, with a quotation', async () => {
    await visit(plain, async (page) => {
      await page.evaluate(() => {
        const [first, second] = ['p1', 'p2'].map((id) => document.getElementById(id));
        if (first && second) getSelection()?.setBaseAndExtent(first, 0, second, second.childNodes.length);
      });
      const bar = page.locator('.quote-bar');
      await bar.waitFor();
      await bar.getByRole('button', { name: '複製連結' }).click();
      await noteOf(page).waitFor();
      expect(await pasted(page)).toBe(`http://localhost:4321${plain}#p1`);
      await bar.getByRole('button', { name: '複製引文' }).click();
      await expect.poll(() => pasted(page)).toContain('由兩行接成');
      const [first, second, third] = (await pasted(page)).split('\n');
      expect(first).toBe('「第一段，100~200 元 *星號* {花括號} <i>尖括號</i> & 記號。');
      expect(second).toBe('第二段，由兩行接成。」（第1段）');
      expect(third).toContain('〈頭髮與發展 <b>不是標籤</b>〉，《測試日報》，A12。');
      expect(third).toContain(`${plain}#p1`);
      await page.evaluate(() => getSelection()?.removeAllRanges());
      await bar.waitFor({ state: 'detached' });
    });
  });
});

describe('an earlier address', () => {
  it('leads to the same paragraph, and without scripts to the article', async () => {
    const earlier = `/articles/${ids.earlier}/#p2`;
    await visit(earlier, (page) => page.waitForURL(`**${plain}#p2`));
    await visit(earlier, (page) => page.waitForURL(`**${plain}*`), { scripting: false });
  });
});

describe('the way of reading', () => {
  it('is chosen and remembered', async () => {
    await visit(plain, async (page) => {
      const size = () =>
        page.locator('#p1').evaluate((block) => Number.parseFloat(getComputedStyle(block).fontSize));
      const before = await size();
      await page.locator('.options summary').click();
      await page.getByRole('button', { name: '特大' }).click();
      expect(await size()).toBeGreaterThan(before);
      await page.getByRole('button', { name: '直排' }).click();
      await page.reload();
      expect(await size()).toBeGreaterThan(before);
      const writing = page.locator('#p1');
      expect(await writing.evaluate((block) => getComputedStyle(block).writingMode)).toBe('vertical-rl');
      await page.locator('.options summary').click();
      await page.getByRole('button', { name: '橫排' }).click();
      expect(await writing.evaluate((block) => getComputedStyle(block).writingMode)).toBe('horizontal-tb');
    });
  });

  it('does not reach outside the window with vertical lines', async () => {
    for (const width of [360, 1280]) {
      await visit(
        plain,
        async (page) => {
          await page.evaluate(() => localStorage.setItem('writing', 'vertical'));
          await page.reload();
          expect(
            await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
          ).toBeLessThanOrEqual(0);
          // The right end, where the article begins, is in view.
          const head = await page.locator('.op-ed h1').boundingBox();
          expect((head?.x ?? 0) + (head?.width ?? 0)).toBeLessThanOrEqual(width);
        },
        { width },
      );
    }
  });
});

describe('the text as printed', () => {
  it('stands beside each paragraph and goes away again', async () => {
    await visit(plain, async (page) => {
      await page.locator('[data-printed]').click();
      await page.locator('.printed').first().waitFor();
      expect(await page.locator('#p2 + .printed').textContent()).toBe('4第4行的原文650第650行的原文');
      await page.locator('[data-printed]').click();
      await expect.poll(() => page.locator('.printed').count()).toBe(0);
    });
  });

  it('is a link to the source without scripts', async () => {
    await visit(
      plain,
      async (page) => {
        await page.locator('[data-printed]').click();
        await page.waitForURL(/\/sources\/.*#L2$/);
      },
      { scripting: false },
    );
  });
});

it('loads nothing beyond the article until it is asked for', () => {
  const html = readFileSync(path.join(root, 'index.html'), 'utf8');
  expect(html).not.toContain('citations');
});
