/**
 * Builds the search index of `content/articles/`: node scripts/search-index.ts [--out DIR] [--volume ARTICLES]
 * or joins indexes that were built before into one: node scripts/search-index.ts --join DIR --join DIR … [--out DIR]
 * A process of its own that runs after the pages are built; it fails whole, with what to do.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { cacheFolder } from '../src/cache/folder.ts';
import { articlesInVolume, joinArchives, type Written, writeArchive } from '../src/search/build/archive.ts';
import { readArticles } from '../src/search/build/articles.ts';

const cache = path.join(cacheFolder, 'search');

interface Options {
  out: string;
  join: string[];
  volume: number;
}

function readOptions(): Options {
  const { values } = parseArgs({
    options: {
      out: { type: 'string', default: path.join('dist', 'pagefind') },
      join: { type: 'string', multiple: true, default: [] },
      volume: { type: 'string', default: String(articlesInVolume) },
    },
  });
  const volume = Number(values.volume);
  if (!Number.isInteger(volume) || volume < 2)
    throw new Error('--volume takes a number of articles, 2 or more');
  return { out: values.out, join: values.join, volume };
}

/** The path of the site, as `astro.config.ts` takes it. */
function basePath(): string {
  return `/${(process.env.BASE_PATH ?? '').replace(/^\/+|\/+$/g, '')}/`.replace('//', '/');
}

async function build({ out, join, volume }: Options): Promise<Written> {
  if (join.length > 0) return joinArchives(join, out, basePath());
  const site = path.dirname(path.resolve(out));
  if (!existsSync(site))
    throw new Error(`${path.dirname(out)}/ is missing: build the pages first (astro build)`);
  const articles = await readArticles(cache);
  return writeArchive(articles, out, {
    base: basePath(),
    cache: path.join(cache, 'volumes'),
    most: volume,
  });
}

try {
  const started = performance.now();
  const options = readOptions();
  const { articles, volumes, built, files, bytes } = await build(options);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `search index: ${articles} articles in ${volumes} volumes, ${built} of them new, ${files} files, ${(bytes / 1024).toFixed(0)} KB in ${options.out}, ${seconds} s`,
  );
} catch (error) {
  console.error(`The search index was not built. ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
