/**
 * What pages may load and run: files of the site itself, and the one inline script that is admitted by its hash.
 * Written here and not by the framework, which would list a hash for every file that `'self'` admits already.
 */
import { createHash } from 'node:crypto';
import { themeScript } from './theme.ts';

const themeHash = createHash('sha256').update(themeScript).digest('base64');

const directives = [
  "default-src 'self'",
  "img-src 'self' data:",
  // The search engine is WebAssembly.
  `script-src 'self' 'wasm-unsafe-eval' 'sha256-${themeHash}'`,
  "style-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
];

/** The content security policy of every page; absent on the development server, which puts styles into pages. */
export const securityPolicy = import.meta.env.PROD ? directives.join(';') : undefined;
