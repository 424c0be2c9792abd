import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseHTML } from 'linkedom';
import { describe, expect, inject, it } from 'vitest';
import { columns } from '../../src/data/csv.ts';
import { dataRecordSchema, fieldWords } from '../../src/data/record.ts';
import { basePath } from '../support/built-site.ts';
import { ids } from '../support/library.ts';
import { builtPages } from '../support/pages.ts';

const { root, based, library } = inject('sites');
const host = 'http://localhost:4321';
const read = (folder: string, file: string) => readFileSync(path.join(folder, file), 'utf8');
const records = read(library, 'data/articles.jsonl')
  .trimEnd()
  .split('\n')
  .map((line) => dataRecordSchema.parse(JSON.parse(line)));

describe('articles as data', () => {
  it('holds each article that is shown, as it was printed', () => {
    expect(records.map(({ id }) => id).sort()).toEqual([
      ids.plain,
      ids.markdown,
      ids.simplified,
      ids.untitled,
    ]);
    const simplified = records.find(({ id }) => id === ids.simplified);
    expect(simplified).toMatchObject({
      script: 'zh-Hans',
      url: `${host}/articles/${ids.simplified}/`,
      blocks: [{ kind: 'p', n: 1, text: '头发和发展，里面说明了一只苹果的税。' }],
    });
    expect(records.find(({ id }) => id === ids.markdown)?.edited).toBe(true);
  });

  it('is described field by field, for programs and for people', () => {
    const schema = JSON.parse(read(library, 'data/articles.schema.json'));
    const document = readFileSync('docs/data.md', 'utf8');
    for (const field of Object.keys(fieldWords)) {
      expect(schema.properties[field].description, field).toBeTruthy();
      expect(document, field).toContain(`\`${field}\``);
    }
    for (const column of Object.keys(columns)) expect(document, column).toContain(`\`${column}\``);
  });

  it('is a table with a row for each article', () => {
    const csv = read(library, 'data/articles.csv');
    expect(csv.startsWith(`\uFEFF${Object.keys(columns).join(',')}\r\n`)).toBe(true);
    expect(csv.match(/\r\n/g)).toHaveLength(records.length + 1);
    expect(csv).toContain('<i>尖括號</i>');
  });

  it('is a bibliography that invents nothing', () => {
    const ris = read(library, 'data/articles.ris');
    expect(ris.match(/^TY {2}- NEWS$/gm)).toHaveLength(records.length);
    expect(ris).toContain('DA  - 2026/06/08\r\nSP  - A12');
    expect(ris).toContain('N1  - 報刊不詳；日期不詳；版次不詳');
    const bib = read(library, 'data/articles.bib');
    expect(bib.match(/^@article\{/gm)).toHaveLength(records.length);
    expect(bib).toContain('title = {頭髮與發展 <b>不是標籤</b>}');
    expect(bib).toContain('note = {报刊不详；日期不详；版次不详}');
    expect(ris + bib).not.toContain('佚名');
  });
});

describe('feeds', () => {
  it('follow the archive, each author and each topic, in both scripts', () => {
    for (const locale of ['', '/zh-hans']) {
      expect(read(library, `${locale}/rss.xml`)).toContain('<rss version="2.0"');
      const feed = JSON.parse(read(library, `${locale}/feed.json`));
      expect(feed.items).toHaveLength(records.length);
      expect(feed.home_page_url).toBe(`${host}${locale}/`);
      const topic = JSON.parse(read(library, `${locale}/topics/law/feed.json`));
      expect(topic.items).toHaveLength(records.length);
    }
    const pages = builtPages(library).filter(({ pathname }) => /^\/authors\/[^/]+\/$/.test(pathname));
    for (const { pathname, html } of pages) {
      const anonymous = html.includes('未必出自同一人');
      expect(existsSync(path.join(library, pathname, 'rss.xml')), pathname).toBe(!anonymous);
    }
  });

  it('date only what is dated', () => {
    const { items } = JSON.parse(read(library, 'feed.json'));
    const dated = items.filter((item: object) => 'date_published' in item);
    expect(dated.map(({ url }: { url: string }) => url)).toEqual([`${host}/articles/${ids.plain}/`]);
    expect(read(library, 'rss.xml').match(/<pubDate>/g)).toHaveLength(1);
  });

  it('escape what was printed', () => {
    const { items } = JSON.parse(read(library, 'feed.json'));
    const plain = items.find(({ url }: { url: string }) => url.includes(ids.plain));
    expect(plain.content_html).toContain('&lt;i&gt;尖括號&lt;/i&gt; &amp; 記號');
  });
});

describe.each([
  ['at the root', root, ''],
  ['under a base path', based, basePath],
])('what guides programs %s', (_, folder, base) => {
  it('lists every page that may be found, tied to its other script', () => {
    const map = read(folder, 'sitemap-0.xml');
    const listed = [...map.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url]) => url);
    const expected = builtPages(folder)
      .filter(({ html }) => !html.includes('content="noindex"'))
      .map(({ pathname }) => `${host}${base}${pathname}`);
    expect(listed.sort()).toEqual(expected.sort());
    expect(map.match(/hreflang="x-default"/g)).toHaveLength(listed.length);
    expect(map.match(/hreflang="zh-Hans"/g)).toHaveLength(listed.length);
  });

  it('is found from robots.txt and llms.txt', () => {
    expect(read(folder, 'robots.txt')).toContain(`Sitemap: ${host}${base}/sitemap-index.xml`);
    for (const [, url = ''] of read(folder, 'llms.txt').matchAll(/\]\((http[^)]*)\)/g)) {
      const file = new URL(url).pathname.slice(base.length).replace(/\/$/, '/index.html');
      expect(existsSync(path.join(folder, file)), url).toBe(true);
    }
  });
});

describe('what programs read of an article', () => {
  const head = (id: string, locale = '') =>
    parseHTML(read(library, `${locale}/articles/${id}/index.html`)).document;
  const content = (document: Document, name: string) =>
    [...document.querySelectorAll(`meta[name="${name}"], meta[property="${name}"]`)].map((meta) =>
      meta.getAttribute('content'),
    );
  const data = (document: Document) =>
    JSON.parse(document.querySelector('script[type="application/ld+json"]')?.textContent ?? '');

  it('says what is known', () => {
    const document = head(ids.plain);
    expect(content(document, 'z:itemType')).toEqual(['newspaperArticle']);
    expect(content(document, 'citation_title')).toEqual(['頭髮與發展 <b>不是標籤</b>']);
    expect(content(document, 'citation_author')).toEqual(['陳勇']);
    expect(content(document, 'citation_date')).toEqual(['2026-06-08']);
    expect(content(document, 'DC.source')).toEqual(['測試日報']);
    expect(content(document, 'citation_language')).toEqual(['zh-Hant-HK']);
    expect(data(document)).toMatchObject({
      '@type': ['NewsArticle', 'OpinionNewsArticle'],
      author: [{ '@type': 'Person', name: '陳勇', jobTitle: ['全國政協委員', '大學校董'] }],
      datePublished: '2026-06-08',
      inLanguage: 'zh-Hant-HK',
      pagination: 'A12',
      isPartOf: [
        { '@type': 'Newspaper', name: '測試日報' },
        { '@type': 'CreativeWorkSeries' },
        { '@type': 'Collection' },
      ],
      about: [{ name: expect.any(String), sameAs: expect.any(Array) }],
    });
  });

  it('invents no date, publication or author', () => {
    const document = head(ids.untitled);
    for (const name of [
      'citation_date',
      'DC.date',
      'DC.source',
      'og:site_name',
      'citation_author',
      'DC.creator',
    ])
      expect(content(document, name), name).toEqual([]);
    expect(document.querySelector('[rel=author]')).toBeNull();
    const { datePublished, author, publisher } = data(document);
    expect([datePublished, author, publisher]).toEqual([undefined, [], undefined]);
  });

  it('is in the script of the page', () => {
    expect(content(head(ids.plain, 'zh-hans'), 'citation_title')).toEqual(['头发与发展 <b>不是标签</b>']);
  });

  it('names an image that exists', () => {
    const [image = ''] = content(head(ids.plain), 'og:image');
    expect(existsSync(path.join(library, new URL(image ?? '').pathname))).toBe(true);
  });
});
