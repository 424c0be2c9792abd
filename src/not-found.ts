/**
 * Hosts answer an unknown address with the `404.html` that stands nearest above it. The one of Simplified is built as a
 * page in a folder; here it is also put where hosts look.
 */
import { copyFileSync, existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** The integration that writes `zh-hans/404.html`. */
export function notFoundFile(): AstroIntegration {
  return {
    name: 'not-found-file',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const folder = path.join(fileURLToPath(dir), 'zh-hans');
        const page = path.join(folder, '404', 'index.html');
        // A process that builds only the other script has none.
        if (existsSync(page)) copyFileSync(page, path.join(folder, '404.html'));
      },
    },
  };
}
