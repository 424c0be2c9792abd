/**
 * Hosts answer an unknown address with the `404.html` that stands nearest above it. The one of Simplified is built as a
 * page in a folder; here it is also put where hosts look.
 */
import { copyFileSync, existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Where the page of Simplified is put, relative to the site. */
export const simplifiedNotFound = 'zh-hans/404.html';

/** Puts it there, where it was built into a folder. */
export function placeNotFound(site: string): void {
  const page = path.join(site, 'zh-hans', '404', 'index.html');
  if (existsSync(page)) copyFileSync(page, path.join(site, simplifiedNotFound));
}

/** The integration that does so for a whole build. */
export function notFoundFile(): AstroIntegration {
  return {
    name: 'not-found-file',
    hooks: {
      'astro:build:done': ({ dir }) => placeNotFound(fileURLToPath(dir)),
    },
  };
}
