import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { markupRead } from './src/article/entries.ts';
import { keepProgram } from './src/build/program.ts';
import { bundlesProgram } from './src/build/told.ts';
import { cacheFolder } from './src/cache/folder.ts';
import { notFoundFile } from './src/not-found.ts';
import { previewAsHosted } from './src/preview.ts';
import { searchIndex } from './src/search/integration.ts';
import { servedContent } from './src/served.ts';
import { siteMap } from './src/sitemap.ts';

export default defineConfig({
  site: process.env.SITE_URL ?? 'http://localhost:4321',
  base: process.env.BASE_PATH ?? '/',
  cacheDir: `./${cacheFolder}/astro`,
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  integrations: [
    mdx(),
    servedContent(),
    searchIndex(),
    previewAsHosted(),
    ...(bundlesProgram ? [keepProgram(bundlesProgram, markupRead)] : [notFoundFile(), siteMap()]),
  ],
  markdown: {
    // Both take Chinese text for markup: ~ strikes out, addresses swallow what follows, quotes turn curly.
    processor: satteri({ features: { gfm: false, smartPunctuation: false } }),
    syntaxHighlight: false,
  },
  vite: {
    build: {
      assetsInlineLimit: 0,
      // Each compiled MDX module opens with a directive that the bundler would warn about.
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
  },
});
