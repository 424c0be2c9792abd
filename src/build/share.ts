/**
 * The integration by which a process builds a share of the site: the pages of one script, and of those only what would
 * not come out as it did in the last build. `scripts/build.ts` starts the processes and brings their work together.
 */
import { closeSync, openSync, readSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroPrerenderer, PathWithRoute } from 'astro';
import { type BuiltFile, isIntact, readManifest, type ShareResult } from './manifest.ts';
import { buildsTheRest } from './told.ts';

/** What a page says that search engines shall pass by. It stands near the start of a page. */
const noindex = '<meta name="robots" content="noindex">';
const head = Buffer.alloc(8192);

/** Whether a page says that search engines shall pass it by. */
export function isHidden(file: string): boolean {
  const opened = openSync(file, 'r');
  try {
    return head.toString('utf8', 0, readSync(opened, head, 0, head.length, 0)).includes(noindex);
  } finally {
    closeSync(opened);
  }
}

/** Pages of one script have a parameter that says so, and are listed only where they are built. */
function isBuiltHere({ route }: PathWithRoute): boolean {
  return route.params.includes('...locale') || buildsTheRest;
}

/** The file that holds what is at a path, relative to the site. */
function fileOf({ pathname, route }: PathWithRoute): string {
  const name = pathname.replace(/^\/+|\/+$/g, '');
  if (route.type !== 'page') return name;
  return name === '404' ? '404.html' : path.posix.join(name, 'index.html');
}

/**
 * @param last the manifest of the last build
 * @param site the folder of the site
 * @param result the file into which is written what was built here
 */
export function buildShare(last: string, site: string, result: string): AstroIntegration {
  const files: Record<string, BuiltFile> = {};
  /** Files that are built now, with their keys. */
  const fresh = new Map<string, Pick<BuiltFile, 'key' | 'page'>>();
  const chosen = (all: PathWithRoute[]): PathWithRoute[] => {
    const before = readManifest(last)?.files ?? {};
    return all.filter((each) => {
      if (!isBuiltHere(each)) return false;
      const file = fileOf(each);
      const known = before[file];
      const key = each.cacheKey;
      if (key !== undefined && known?.key === key && isIntact(site, file, known)) {
        files[file] = known;
        return false;
      }
      const page = file.endsWith('index.html') ? file.slice(0, -'index.html'.length) : undefined;
      fresh.set(file, {
        ...(key === undefined ? {} : { key }),
        ...(page === undefined || each.route.type !== 'page' ? {} : { page }),
      });
      return true;
    });
  };
  return {
    name: 'build-share',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) => {
        // The other process may read what this one read; only now, so that they do not write at once.
        process.send?.('read');
        setPrerenderer(
          (standard): AstroPrerenderer => ({
            ...standard,
            getStaticPaths: async () => chosen(await standard.getStaticPaths()),
          }),
        );
      },
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir);
        for (const [file, known] of fresh) {
          const full = path.join(folder, file);
          const { size, mtimeMs } = statSync(full);
          const hidden = known.page !== undefined && isHidden(full);
          files[file] = { ...known, size, written: mtimeMs, ...(hidden ? { hidden } : {}) };
        }
        writeFileSync(result, JSON.stringify({ files } satisfies ShareResult));
      },
    },
  };
}
