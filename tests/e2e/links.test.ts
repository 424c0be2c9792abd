import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { basePath } from '../support/built-site.ts';
import { builtPages } from '../support/pages.ts';

const sites = inject('sites');

describe.each([
  ['at the root', sites.root, ''],
  ['under a base path', sites.based, basePath],
])('links %s', (_, folder, base) => {
  const pages = builtPages(folder);
  const idsOf = new Map(pages.map(({ pathname, ids }) => [pathname, new Set(ids)]));

  it('lead to pages, files and anchors that exist', () => {
    const broken: string[] = [];
    for (const { pathname, links } of pages) {
      for (const link of links) {
        const url = new URL(link, `http://localhost:4321${base}${pathname}`);
        if (url.origin !== 'http://localhost:4321') continue;
        const target = decodeURIComponent(url.pathname);
        const inside = target.startsWith(`${base}/`);
        const own = target.slice(base.length);
        const file = path.join(folder, own.endsWith('/') ? `${own}index.html` : own);
        const anchor = decodeURIComponent(url.hash.slice(1));
        const exists = inside && existsSync(file) && statSync(file).isFile();
        if (!exists || (anchor !== '' && !idsOf.get(own)?.has(anchor))) broken.push(`${pathname} → ${link}`);
      }
    }
    expect(broken).toEqual([]);
  });

  it('leave no id twice on a page', () => {
    const twice = pages.flatMap(({ pathname, ids }) =>
      ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${pathname}#${id}`),
    );
    expect(twice).toEqual([]);
  });

  it('tie every page to the same page in the other script', () => {
    const paths = new Set(pages.map(({ pathname }) => pathname));
    const alone = [...paths].filter((pathname) => {
      if (pathname === '/404.html' || pathname === '/zh-hans/404/') return false;
      const other = pathname.startsWith('/zh-hans/')
        ? pathname.slice('/zh-hans'.length)
        : `/zh-hans${pathname}`;
      return !paths.has(other);
    });
    expect(alone).toEqual([]);
  });

  it('name canonical and alternate addresses of one site', () => {
    for (const { pathname, html } of pages) {
      if (html.includes('content="noindex"')) continue;
      const plain = pathname.replace(/^\/zh-hans\//, '/');
      const address = (prefix: string) => `http://localhost:4321${base}${prefix}${plain}`;
      expect(html).toContain(`<link rel="canonical" href="http://localhost:4321${base}${pathname}">`);
      expect(html).toContain(`hreflang="zh-Hant" href="${address('')}">`);
      expect(html).toContain(`hreflang="zh-Hans" href="${address('/zh-hans')}">`);
      expect(html).toContain(`hreflang="x-default" href="${address('')}">`);
    }
  });
});
