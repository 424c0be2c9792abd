/** The list of pages for search engines, each with its counterpart in the other script. */
import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { SitemapAndIndexStream, SitemapStream } from 'sitemap';
import { isHidden } from './build/hidden.ts';

/** Addresses in one file at most; search engines take 50,000. */
const limit = 45_000;

const simplified = 'zh-hans/';
/** Where the pages are: the folder of the built site, and the address of its first page. */
export interface SitePlace {
  folder: string;
  home: URL;
}

/** The pages in order, each with its address in both scripts. */
function entriesOf(pages: readonly string[], home: URL) {
  const { compare } = new Intl.Collator('en', { numeric: true });
  const urls = new Map(pages.map((page) => [page, new URL(page, home).href]));
  const urlOf = (page: string) => urls.get(page) as string;
  return pages
    .map((page) => ({ page, url: urlOf(page) }))
    .sort((a, b) => compare(a.url, b.url))
    .map(({ page, url }) => {
      const other = page.startsWith(simplified) ? page.slice(simplified.length) : simplified + page;
      if (!urls.has(other)) return { url };
      const [traditional, inSimplified] = page.startsWith(simplified) ? [other, page] : [page, other];
      const links = [
        { lang: 'zh-Hant', url: urlOf(traditional) },
        { lang: 'zh-Hans', url: urlOf(inSimplified) },
      ];
      return { url, links: [...links, { lang: 'x-default', url: urlOf(traditional) }] };
    });
}

/**
 * Writes `sitemap-index.xml` and what it lists into the folder of the site.
 *
 * @param pages paths of the pages for search engines relative to the site, each with a slash at its end
 * @returns the names of the files
 */
export async function writeSitemap(pages: readonly string[], place: SitePlace): Promise<string[]> {
  const files = ['sitemap-index.xml'];
  const index = new SitemapAndIndexStream({
    limit,
    getSitemapStream: (number) => {
      const name = `sitemap-${number}.xml`;
      files.push(name);
      const sitemap = new SitemapStream({ hostname: place.home.href });
      const written = sitemap.pipe(createWriteStream(path.join(place.folder, name)));
      return [new URL(name, place.home).href, sitemap, written];
    },
  });
  const file = createWriteStream(path.join(place.folder, 'sitemap-index.xml'));
  await pipeline(Readable.from(entriesOf(pages, place.home)), index, file);
  return files;
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
      'astro:build:done': async ({ dir, pages }) => {
        const folder = fileURLToPath(dir);
        const shown = pages
          .map(({ pathname }) => pathname)
          .filter((page) => page !== '404/' && !isHidden(path.join(folder, page, 'index.html')));
        await writeSitemap(shown, { folder, home });
      },
    },
  };
}
