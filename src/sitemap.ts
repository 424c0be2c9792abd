/** The list of pages for search engines, each with its counterpart in the other script. */
import { readFileSync } from 'node:fs';
import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';

/** What a page says that search engines shall pass by. */
const hidden = '<meta name="robots" content="noindex">';

/** The integrations that write `sitemap-index.xml` and what it lists. */
export function siteMap(): AstroIntegration[] {
  let root = new URL('file:///');
  let base = '/';
  const isHidden = (url: string) => {
    const file = new URL(`./${new URL(url).pathname.slice(base.length)}index.html`, root);
    return readFileSync(file, 'utf8').includes(hidden);
  };
  return [
    {
      name: 'sitemap-folder',
      hooks: {
        'astro:config:done': ({ config }) => {
          root = config.outDir;
          base = config.base.replace(/\/*$/, '/');
        },
      },
    },
    sitemap({
      i18n: { defaultLocale: 'zh-Hant', locales: { 'zh-Hant': 'zh-Hant', 'zh-hans': 'zh-Hans' } },
      serialize: (item) => {
        if (isHidden(item.url)) return undefined;
        const { links = [] } = item;
        const traditional = links.filter(({ lang }) => lang === 'zh-Hant');
        return { ...item, links: [...links, ...traditional.map((link) => ({ ...link, lang: 'x-default' }))] };
      },
    }),
  ];
}
