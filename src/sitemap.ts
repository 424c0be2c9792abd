/**
 * The list of pages for search engines (sitemaps.org), each with its counterpart in the other script. Every build writes it
 * whole.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { isHidden } from './build/hidden.ts';
import { escapeHtml } from './feeds/html.ts';

/** Addresses in one file at most; search engines take 50,000. */
const limit = 45_000;

const simplified = 'zh-hans/';
const declaration = '<?xml version="1.0" encoding="UTF-8"?>';
const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/** Where the pages are: the folder of the built site, and the address of its first page. */
export interface SitePlace {
  folder: string;
  home: URL;
}

const link = (lang: string, url: string) => `<xhtml:link rel="alternate" hreflang="${lang}" href="${url}"/>`;

/** The entries of pages, by their paths, each with its addresses in both scripts. */
function entriesOf(pages: readonly string[], home: URL): string[] {
  const urls = new Map(pages.map((page) => [page, escapeHtml(new URL(page, home).href)]));
  return pages.toSorted().map((page) => {
    const isSimplified = page.startsWith(simplified);
    const own = urls.get(page) as string;
    const other = urls.get(isSimplified ? page.slice(simplified.length) : simplified + page);
    if (other === undefined) return `<url><loc>${own}</loc></url>`;
    const [traditional, inSimplified] = isSimplified ? [other, own] : [own, other];
    const links = [
      link('zh-Hant', traditional),
      link('zh-Hans', inSimplified),
      link('x-default', traditional),
    ];
    return `<url><loc>${own}</loc>${links.join('')}</url>`;
  });
}

/**
 * Writes `sitemap-index.xml` and what it lists into the folder of the site.
 *
 * @param pages paths of the pages for search engines relative to the site, each with a slash at its end
 * @returns the names of the files
 */
export function writeSitemap(pages: readonly string[], { folder, home }: SitePlace): string[] {
  const entries = entriesOf(pages, home);
  const lists = Array.from({ length: Math.ceil(entries.length / limit) }, (_, number) => {
    const own = entries.slice(number * limit, (number + 1) * limit).join('');
    const xhtml = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"';
    return {
      name: `sitemap-${number}.xml`,
      content: `${declaration}<urlset ${namespace} ${xhtml}>${own}</urlset>`,
    };
  });
  const places = lists.map(
    ({ name }) => `<sitemap><loc>${escapeHtml(new URL(name, home).href)}</loc></sitemap>`,
  );
  const index = `${declaration}<sitemapindex ${namespace}>${places.join('')}</sitemapindex>`;
  const files = [{ name: 'sitemap-index.xml', content: index }, ...lists];
  for (const { name, content } of files) writeFileSync(path.join(folder, name), content);
  return files.map(({ name }) => name);
}

/** The integration that lists the pages of a build. */
export function siteMap(): AstroIntegration {
  let home = new URL('http://localhost/');
  return {
    name: 'sitemap',
    hooks: {
      'astro:config:done': ({ config }) => {
        home = new URL(config.base.replace(/\/*$/, '/'), config.site);
      },
      'astro:build:done': ({ dir, pages }) => {
        const folder = fileURLToPath(dir);
        const shown = pages
          .map(({ pathname }) => pathname)
          .filter((page) => page !== '404/' && !isHidden(path.join(folder, page, 'index.html')));
        writeSitemap(shown, { folder, home });
      },
    },
  };
}
