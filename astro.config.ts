import { createHash } from 'node:crypto';
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { searchIndex } from './src/search/integration.ts';
import { themeScript } from './src/theme.ts';

const themeHash = `sha256-${createHash('sha256').update(themeScript).digest('base64')}` as const;

export default defineConfig({
  site: process.env.SITE_URL ?? 'http://localhost:4321',
  base: process.env.BASE_PATH ?? '/',
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  integrations: [mdx(), searchIndex()],
  markdown: {
    // Both take Chinese text for markup: ~ strikes out, addresses swallow what follows, quotes turn curly.
    processor: satteri({ features: { gfm: false, smartPunctuation: false } }),
    syntaxHighlight: false,
  },
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "img-src 'self' data:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
      ],
      // The search engine is WebAssembly.
      scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"], hashes: [themeHash] },
      styleDirective: { resources: ["'self'"] },
    },
  },
  vite: {
    build: {
      assetsInlineLimit: 0,
      // Each compiled MDX module opens with a directive that the bundler would warn about.
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
  },
});
