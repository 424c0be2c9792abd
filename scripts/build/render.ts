/**
 * Makes pages with a program that was bundled before: node render.ts PLAN
 *
 * The plan is a file that says what (`RenderPlan`). Pages of one script or of all are made, as the environment tells, and
 * of those only what would not come out as it did in the last build.
 */
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { AstroLoggerMessage, RouteData } from 'astro';
import {
  type PathWithRoute,
  StaticPaths,
  type StaticPathsApp,
} from 'astro/runtime/prerender/static-paths.js';
import { markupRead } from '../../src/article/entries.ts';
import { saysHidden } from '../../src/build/hidden.ts';
import { type BuiltFile, isIntact, readManifest, type ShareResult } from '../../src/build/manifest.ts';
import { entryOf, type Program, readProgram } from '../../src/build/program.ts';
import { buildsTheRest } from '../../src/build/told.ts';
import { placeNotFound, simplifiedNotFound } from '../../src/not-found.ts';
import { homeOf } from './home.ts';
import type { RenderPlan } from './shares.ts';

/** The part of the framework's program that is used here, as its own default prerenderer uses it. */
interface App extends StaticPathsApp {
  setInternals(internals: { pagesByKeys: Map<string, { styles: unknown[] }> }): void;
  setOptions(options: {
    settings: { scripts: unknown[] };
    logger: { options: { destination: { write: (message: AstroLoggerMessage) => void } } };
  }): void;
  render(request: Request, options: { routeData: RouteData }): Promise<Response>;
}

/** Says what the framework finds wrong. */
function say({ level, message }: AstroLoggerMessage): void {
  if (level === 'error' || level === 'warn') console.error(message);
}

async function load(folder: string, program: Program): Promise<App> {
  const { app } = (await import(path.resolve(entryOf(folder, program)))) as { app: App };
  app.setInternals({ pagesByKeys: new Map(program.styles) });
  app.setOptions({ settings: { scripts: [] }, logger: { options: { destination: { write: say } } } });
  return app;
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

/** The address that a page is asked for by. */
function addressOf({ pathname, route }: PathWithRoute): URL {
  const name = pathname.replace(/^\/+|\/+$/g, '');
  return new URL(route.type === 'page' && name !== '' ? `${name}/` : name, homeOf());
}

class Renderer {
  readonly #app: App;
  readonly #out: string;
  readonly #folders = new Set<string>();

  constructor(app: App, out: string) {
    this.#app = app;
    this.#out = out;
  }

  async make(each: PathWithRoute, file: string): Promise<BuiltFile> {
    const response = await this.#app.render(new Request(addressOf(each)), { routeData: each.route });
    const isMoved = response.status >= 300 && response.status < 400;
    if (isMoved || response.body === null) throw new Error(`${file} was answered with ${response.status}.`);
    const body = Buffer.from(await response.arrayBuffer());
    const full = path.join(this.#out, file);
    const folder = path.dirname(full);
    if (!this.#folders.has(folder)) mkdirSync(folder, { recursive: true });
    this.#folders.add(folder);
    writeFileSync(full, body);
    const { size, mtimeMs: written } = statSync(full);
    const key = each.cacheKey === undefined ? {} : { key: each.cacheKey };
    if (each.route.type !== 'page' || !file.endsWith('index.html')) return { ...key, size, written };
    const page = file.slice(0, -'index.html'.length);
    return { ...key, page, size, written, ...(saysHidden(body) ? { hidden: true } : {}) };
  }
}

async function main({ program: folder, last, site, out }: RenderPlan): Promise<ShareResult> {
  const program = readProgram(folder);
  if (program === undefined) throw new Error(`${folder}/ holds no program.`);
  const app = await load(folder, program);
  const paths = await new StaticPaths(app).getAll();
  if (!isDeepStrictEqual(markupRead(), program.markup)) return { stale: true };
  const before = readManifest(last)?.files ?? {};
  const files: Record<string, BuiltFile> = {};
  const renderer = new Renderer(app, out);
  for (const each of paths) {
    if (!isBuiltHere(each)) continue;
    const file = fileOf(each);
    // Of two routes to one address the first is built.
    if (files[file] !== undefined) continue;
    const known = before[file];
    const isKept = each.cacheKey !== undefined && known?.key === each.cacheKey && isIntact(site, file, known);
    files[file] = isKept ? known : await renderer.make(each, file);
  }
  placeNotFound(out);
  const notFound = statSync(path.join(out, simplifiedNotFound), { throwIfNoEntry: false });
  if (notFound) files[simplifiedNotFound] = { size: notFound.size, written: notFound.mtimeMs };
  return { files };
}

try {
  const plan = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as RenderPlan;
  writeFileSync(plan.result, JSON.stringify(await main(plan)));
} catch (error) {
  console.error(error instanceof Error ? (error.stack ?? error.message) : error);
  process.exit(1);
}
