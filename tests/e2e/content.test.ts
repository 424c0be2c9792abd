import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { startBrowser } from '../support/browser.ts';
import { build } from '../support/build.ts';
import { ids, writeLibrary } from '../support/library.ts';
import { builtPages } from '../support/pages.ts';
import { serve } from '../support/serve.ts';

const { library: out } = inject('sites');
const { content, scratch } = inject('folders');

const page = (address: string) => readFileSync(path.join(out, address, 'index.html'), 'utf8');
const article = (id: string, locale = '') => page(`${locale}/articles/${id}/`);
const record = (id: string, locale = '') =>
  JSON.parse(readFileSync(path.join(out, locale, `articles/${id}.json`), 'utf8'));

describe('a plain article', () => {
  it('shows the characters of its file and nothing else', () => {
    const html = article(ids.plain);
    expect(html).toContain('第一段，100~200 元 *星號* {花括號} &lt;i&gt;尖括號&lt;/i&gt; &amp; 記號。');
    expect(html).toContain('&lt;b&gt;不是標籤&lt;/b&gt;');
    expect(html.slice(html.indexOf('<body>'))).not.toContain('<b>不是標籤</b>');
    expect(record(ids.plain).blocks[0].text).toBe(
      '第一段，100~200 元 *星號* {花括號} <i>尖括號</i> & 記號。',
    );
  });

  it('tells when and where it was printed, what was joined and what was put right', () => {
    const html = article(ids.plain);
    expect(html).toContain('<time datetime="2026-06-08">2026年6月8日</time>');
    expect(html).toContain('測試日報');
    expect(html).toContain('由原文第 4、650 行接成');
    for (const locale of ['', 'zh-hans']) {
      expect(article(ids.plain, locale)).toMatch(/<del[^>]*>由两行<\/del> → <ins[^>]*>由兩行<\/ins>/);
    }
    for (const reason of ['試改一字', '試定編碼', '試接一行', '試合一人']) expect(html).toContain(reason);
    expect(html).toContain('原文第 650 行：接上文');
    expect(html).not.toContain('與文章無關');
  });

  it('opens the home page with all that is said of it in lists', () => {
    const html = page('');
    const lead = html.slice(html.indexOf('class="lead"'), html.indexOf('</article>'));
    expect(lead).toContain('<time datetime="2026-06-08">2026年6月8日</time>');
    expect(lead).toMatch(/\d 字<\/span>/);
    expect(lead).toContain('href="/topics/law/"');
  });

  it('tells of a field what was read and what a person set, as they are written, and nothing that this made void', () => {
    for (const locale of ['', 'zh-hans']) {
      const html = article(ids.simplified, locale);
      const quoted = (tag: string, text: string) => `<${tag} lang="zh-Hans-CN">${text}</${tag}>`;
      expect(html).toContain(`作者：${quoted('del', '社论')} → ${quoted('ins', '社评')}`);
      expect(html).not.toContain('已由作者一項取代');
      expect(html.includes('引文照錄原來字形')).toBe(locale === '');
    }
  });

  it('anchors every line of a joined paragraph, and links it to the page of its source that shows the line', () => {
    expect(article(ids.plain)).toMatch(/<p id="p2"><span id="l4"><\/span><span id="l650"><\/span>/);
    const lines = builtPages(out).filter(({ pathname }) => /^\/sources\/.+\/$/.test(pathname));
    expect(lines.map(({ pathname }) => /page\/2\/$/.test(pathname)).sort()).toEqual([false, true]);
    const second = lines.find(({ pathname }) => pathname.endsWith('page/2/'));
    expect(second?.ids).toContain('L650');
    expect(second?.links).toContain(`/articles/${ids.plain}/#p2`);
  });

  it('is converted in the other script', () => {
    expect(article(ids.plain, 'zh-hans')).toContain('头发与发展');
    expect(record(ids.plain, 'zh-hans')).toMatchObject({
      url: `/zh-hans/articles/${ids.plain}/`,
      title: '头发与发展 <b>不是标签</b>',
      authors: [{ name: '陈勇', honorific: '博士', roles: ['全国政协委员', '大学校董'] }],
    });
  });
});

describe('an article that a person edited', () => {
  it('is rendered as MDX, numbered, and said to be edited', () => {
    const html = article(ids.markdown);
    expect(html).toContain('<strong>強調</strong>');
    expect(html).toContain('<h2 id="h1">小標題');
    expect(html).toContain('<li id="p2">項目甲');
    expect(html).toMatch(/<blockquote>\s*<p id="p4">引文/);
    expect(html).toMatch(/<p id="p5">共 2 項/);
    expect(html).toContain('此文曾經人手編修');
  });

  it('has the same numbers in its data', () => {
    expect(record(ids.markdown).blocks).toMatchObject([
      { kind: 'p', n: 1, text: '一段有強調的文字。' },
      { kind: 'h', n: 1, text: '小標題' },
      { kind: 'p', n: 2, text: '項目甲' },
      { kind: 'p', n: 3, text: '項目乙' },
      { kind: 'p', n: 4, text: '引文' },
      { kind: 'p', n: 5 },
    ]);
  });

  it('is converted in the other script too', () => {
    expect(article(ids.markdown, 'zh-hans')).toContain('<strong>强调</strong>');
  });
});

describe('an article in Simplified', () => {
  it('reads as Hong Kong prints it on Traditional pages, and untouched on Simplified ones', () => {
    expect(article(ids.simplified)).toContain('頭髮和發展，裏面說明了一隻蘋果的稅。');
    expect(article(ids.simplified, 'zh-hans')).toContain('头发和发展，里面说明了一只苹果的税。');
  });
});

describe('an article without headline and byline', () => {
  it('says what is in doubt and what its authors are not', () => {
    const html = article(ids.untitled);
    expect(html).toContain('〔無題〕');
    expect(html).toContain('來源中沒有作者行');
    expect(html).not.toContain('佚名的其他文章');
    expect(page('/authors/')).toContain('原文沒有署名的文章');
  });
});

describe('people', () => {
  it('are one in either script, and each article keeps the roles printed on it', () => {
    const author = builtPages(out).filter(
      ({ pathname, html }) => pathname.startsWith('/authors/') && html.includes('<h1>陳勇</h1>'),
    );
    expect(author).toHaveLength(1);
    expect(author[0]?.html).toContain('全國政協委員　大學校董');
    expect(author[0]?.html).toContain('智库总监');
  });
});

describe('permalinks', () => {
  it('redirect from an earlier id', () => {
    expect(article(ids.earlier)).toContain(`content="0; url=/articles/${ids.plain}/"`);
  });

  it('keep a tombstone, and the text nowhere', () => {
    expect(article(ids.withdrawn)).toContain('應作者要求');
    expect(existsSync(path.join(out, `articles/${ids.withdrawn}.json`))).toBe(false);
    for (const { pathname, html } of builtPages(out)) {
      expect(html, pathname).not.toContain('不應再見到');
      expect(html, pathname).not.toContain('第40行的原文');
    }
  });
});

describe('a source of several pages', () => {
  it('leads from a line number that a reader typed to the page that shows the line', async () => {
    const site = await serve(out);
    const browser = await startBrowser();
    const source = builtPages(out).find(({ pathname }) => /^\/sources\/[^/]+\/$/.test(pathname))?.pathname;
    const visit = await browser.newPage();
    await visit.goto(`${site.origin}${source}#L650`);
    await visit.waitForURL(`${site.origin}${source}page/2/#L650`);
    expect(await visit.locator('#L650 .outcome').textContent()).toContain('接第 2 段');
    await browser.close();
    await site.close();
  });
});

describe('article files that cannot be used', () => {
  const builds = (more: Record<string, string>) => {
    const folder = `${scratch}/broken`;
    writeLibrary(folder, more);
    return build({ outDir: `${scratch}/broken-site`, content: folder });
  };
  const copy = () => readFileSync(path.join(content, `articles/${ids.plain}.mdx`), 'utf8');

  it('stop the build, each with its name, the line, what is wrong and what to do', async () => {
    const failure = await builds({
      'copy.mdx': copy(),
      'no-frontmatter.mdx': '只有正文。\n',
      'bad-field.mdx': copy().replace(ids.plain, 'bbbbbbb1').replace('topics:', 'subjects:'),
      'bad-mdx.mdx': `${copy().replace(ids.plain, 'bbbbbbb2')}\n<Open>\n`,
    }).catch((error: Error) => error.message);
    expect(failure).toMatch(/articles\/copy\.mdx: its id aaaaaaa1 is taken by .*aaaaaaa1\.mdx/);
    expect(failure).toMatch(/no-frontmatter\.mdx:1: it does not begin with frontmatter/);
    expect(failure).toMatch(
      /bad-field\.mdx:\d+: subjects is no name.*\n.*bad-field\.mdx:\d+: topics: is missing|bad-field\.mdx:\d+: topics: is missing.*\n.*bad-field\.mdx:\d+: subjects is no name/,
    );
    expect(failure).toMatch(/bad-mdx\.mdx:\d+: its body is no valid MDX/);
    expect(failure).toContain('npm run ingest -- --force');
  });
});
