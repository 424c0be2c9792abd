/**
 * Search on the development server: serves an index of its own and builds it anew when an article is newer. The index
 * of the built site comes from `scripts/search-index.ts`, which runs after the pages.
 */
import { spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import { contentFolder } from '../content-folder.ts';
import { manifestName } from './files.ts';

const indexFolder = path.join('.cache', 'pagefind');
const articlesFolder = path.join(contentFolder, 'articles');

const types: Record<string, string> = { '.js': 'text/javascript', '.json': 'application/json' };

async function modified(file: string): Promise<number> {
  return stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
}

async function newestArticle(root: string): Promise<number> {
  const folder = path.resolve(root, articlesFolder);
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const times = await Promise.all(['.', ...names].map((name) => modified(path.join(folder, name))));
  return Math.max(0, ...times);
}

function runBuilder(root: string): Promise<void> {
  const script = path.join(root, 'scripts', 'search-index.ts');
  const child = spawn(process.execPath, [script, '--out', indexFolder], { cwd: root, stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`exit code ${code}`))));
  });
}

/** Keeps one index fresh; builds follow each other. */
class DevelopmentIndex {
  readonly #root: string;
  readonly #logger: AstroIntegrationLogger;
  #ready: Promise<void> = Promise.resolve();
  /** When the builder last looked at the articles; where it finds nothing new it writes nothing. */
  #looked = 0;

  constructor(root: string, logger: AstroIntegrationLogger) {
    this.#root = root;
    this.#logger = logger;
  }

  get folder(): string {
    return path.join(this.#root, indexFolder);
  }

  /** Settles when the index is as new as the articles, or could not be built. */
  refreshed(): Promise<void> {
    this.#ready = this.#ready.then(async () => {
      const [built, written] = await Promise.all([
        modified(path.join(this.folder, manifestName)),
        newestArticle(this.#root),
      ]);
      if (Math.max(built, this.#looked) > written) return;
      await mkdir(path.dirname(this.folder), { recursive: true });
      const looked = Date.now();
      await runBuilder(this.#root).then(
        () => {
          this.#looked = looked;
        },
        (error: Error) => this.#logger.error(`search index: ${error.message}`),
      );
    });
    return this.#ready;
  }
}

/** The Astro integration. */
export function searchIndex(): AstroIntegration {
  let root = '.';
  let base = '/';
  return {
    name: 'search-index',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
        base = config.base.replace(/\/*$/, '/');
      },
      'astro:server:setup': ({ server, logger }) => {
        const index = new DevelopmentIndex(root, logger);
        server.middlewares.use((request, response, next) => {
          const { pathname } = new URL(request.url ?? '/', 'http://localhost');
          const prefix = [`${base}pagefind/`, '/pagefind/'].find((each) => pathname.startsWith(each));
          if (prefix === undefined) return next();
          const serve = async () => {
            const name = path.posix.normalize(`/${decodeURIComponent(pathname.slice(prefix.length))}`);
            if (name === `/${manifestName}`) await index.refreshed();
            const file = path.join(index.folder, name);
            const isFile = await stat(file).then(
              (found) => found.isFile(),
              () => false,
            );
            if (!isFile) {
              response.statusCode = 404;
              response.end();
              return;
            }
            response.setHeader('Content-Type', types[path.extname(file)] ?? 'application/octet-stream');
            createReadStream(file).pipe(response);
          };
          serve().catch(next);
        });
      },
    },
  };
}
