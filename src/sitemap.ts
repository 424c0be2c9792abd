/** The list of pages for search engines, each with its counterpart in the other script. */
import { closeSync, createWriteStream, openSync, readSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { SitemapAndIndexStream, SitemapStream } from 'sitemap';

/** What a page says that search engines shall pass by. It stands near the start of a page. */
const hidden = '<meta name="robots" content="noindex">';
const head = Buffer.alloc(8192);

/** Addresses in one file at most; search engines take 50,000. */
const limit = 45_000;

const simplified = 'zh-hans/';
const notFound = new Set(['404/', `${simplified}404/`]);

/** Where the pages are: the folder of the built site, and the address of its first page. */
export interface SitePlace {
  folder: string;
  home: URL;
}

function isHidden(file: string): boolean {
  const opened = openSync(file, 'r');
  try {
    return head.toString('utf8', 0, readSync(opened, head, 0, head.length, 0)).includes(hidden);
  } finally {
    closeSync(opened);
  }
}

/** The pages that are listed, in order, each with its address in both scripts. */
function entriesOf(pages: readonly string[], { folder, home }: SitePlace) {
  const { compare } = new Intl.Collator('en', { numeric: true });
  const urlOf = (page: string) => new URL(page, home).href;
  const all = new Set(pages);
  return pages
    .filter((page) => !notFound.has(page) && !isHidden(path.join(folder, page, 'index.html')))
    .map((page) => ({ page, url: urlOf(page) }))
    .sort((a, b) => compare(a.url, b.url))
    .map(({ page, url }) => {
      const other = page.startsWith(simplified) ? page.slice(simplified.length) : simplified + page;
      if (!all.has(other)) return { url };
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
 * @param pages paths of all pages relative to the site, each with a slash at its end
 */
export async function writeSitemap(pages: readonly string[], place: SitePlace): Promise<void> {
  const index = new SitemapAndIndexStream({
    limit,
    getSitemapStream: (number) => {
      const name = `sitemap-${number}.xml`;
      const sitemap = new SitemapStream({ hostname: place.home.href });
      const written = sitemap.pipe(createWriteStream(path.join(place.folder, name)));
      return [new URL(name, place.home).href, sitemap, written];
    },
  });
  const file = createWriteStream(path.join(place.folder, 'sitemap-index.xml'));
  await pipeline(Readable.from(entriesOf(pages, place)), index, file);
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
      'astro:build:done': ({ dir, pages }) =>
        writeSitemap(
          pages.map(({ pathname }) => pathname),
          { folder: fileURLToPath(dir), home },
        ),
    },
  };
}
