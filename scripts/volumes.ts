/**
 * Builds an archive that stands in several folders of content as volumes, each in processes of its own, and lays them
 * together as one site: node scripts/volumes.ts [--out DIR] PATH=CONTENT PATH=CONTENT …
 *
 * `/=content /2015=archive/2015` puts the first volume at the root and the second under `/2015/`; search at the root
 * finds what is in any of them. On several machines each volume is built with the commands that are run here
 * (`docs/scale.md`).
 */
import { spawn } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { cacheFolder } from '../src/cache/folder.ts';

interface Volume {
  /** Where it stands in the site, without slashes at its ends; empty for the root. */
  place: string;
  content: string;
  cache: string;
  site: string;
}

function volumeOf(argument: string): Volume {
  const [, place, content] = /^\/([\w./-]*?)\/?=(.+)$/.exec(argument) ?? [];
  if (place === undefined || content === undefined)
    throw new Error(`${argument}: a volume is given as PATH=CONTENT, such as /2015=archive/2015.`);
  if (!existsSync(path.join(content, 'articles')))
    throw new Error(`${content}/articles/ is missing: run the ingest of this volume first.`);
  const cache = path.join(cacheFolder, 'volumes', place.replaceAll('/', '_') || 'root');
  return { place, content, cache, site: path.join(cache, 'site') };
}

function run(args: readonly string[], env: Record<string, string> = {}): Promise<void> {
  const child = spawn(process.execPath, args, { stdio: 'inherit', env: { ...process.env, ...env } });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${args.join(' ')} ended with ${code}.`)),
    );
  });
}

const basePath = `/${(process.env.BASE_PATH ?? '').replace(/^\/+|\/+$/g, '')}`;

/** What a machine does that builds one volume. */
async function build({ place, content, cache, site }: Volume): Promise<void> {
  const env = { CONTENT_DIR: content, CACHE_DIR: cache, BASE_PATH: path.posix.join(basePath, place) };
  await run(['scripts/build.ts', '--out', site], env);
  await run(['scripts/search-index.ts', '--out', path.join(site, 'pagefind')], env);
  await run(['scripts/offline.ts', '--out', site], env);
}

/** Lays the volumes into one folder, with one index of all of them at the root. */
async function layTogether(volumes: readonly Volume[], out: string): Promise<void> {
  rmSync(out, { recursive: true, force: true });
  const rootFirst = volumes.toSorted((a, b) => a.place.length - b.place.length);
  for (const { place, site } of rootFirst) {
    cpSync(site, path.join(out, place), { recursive: true });
    const sitemap = path.posix.join(basePath, place, 'sitemap-index.xml');
    const address = new URL(sitemap, process.env.SITE_URL ?? 'http://localhost:4321').href;
    if (place !== '') appendFileSync(path.join(out, 'robots.txt'), `Sitemap: ${address}\n`);
  }
  const joins = rootFirst.flatMap(({ site }) => ['--join', path.join(site, 'pagefind')]);
  await run(['scripts/search-index.ts', ...joins, '--out', path.join(out, 'pagefind')]);
  await run(['scripts/offline.ts', '--out', out]);
}

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { out: { type: 'string', default: 'dist' } },
  });
  const volumes = positionals.map(volumeOf);
  if (!volumes.some(({ place }) => place === ''))
    throw new Error('One volume stands at the root: /=CONTENT.');
  // One after the other: the framework writes what it knows of the content into one place of the project.
  for (const volume of volumes) await build(volume);
  await layTogether(volumes, values.out);
  console.log(`${volumes.length} volumes in ${values.out}`);
} catch (error) {
  console.error(`The volumes were not built. ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
