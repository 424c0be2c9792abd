/**
 * Builds the search index of `content/articles/`: node scripts/search-index.ts [--out DIR] [--volume ARTICLES]
 * or joins indexes that were built before into one: node scripts/search-index.ts --join DIR --join DIR … [--out DIR]
 * A process of its own that runs after the pages are built; it fails whole, with what to do.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { codeDigest } from '../src/cache/code.ts';
import { cacheFolder } from '../src/cache/folder.ts';
import { contentKey, readContent } from '../src/search/build/content.ts';
import { type IndexSize, PlacedIndex } from '../src/search/build/place.ts';
import { articlesInVolume } from '../src/search/build/volumes.ts';

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

function told({ files, bytes }: IndexSize, out: string): string {
  return `${files} files, ${(bytes / 1024).toFixed(0)} KB in ${out}`;
}

/** @returns what was done, in words */
async function build({ out, join, volume }: Options): Promise<string> {
  const base = basePath();
  if (join.length > 0) {
    const { joinArchives } = await import('../src/search/build/archive.ts');
    const joined = await joinArchives(join, out, { base, cache });
    return `${joined.articles} articles in ${joined.volumes} volumes, ${told(joined, out)}`;
  }
  const site = path.dirname(path.resolve(out));
  if (!existsSync(site))
    throw new Error(`${path.dirname(out)}/ is missing: build the pages first (astro build)`);
  const content = readContent();
  const key = [codeDigest(), contentKey(content), base, volume].join(' ');
  const current = new PlacedIndex(out, cache).current(key);
  if (current !== undefined) return `nothing new, ${told(current, out)}`;
  // Dictionaries of characters and names come with these; where nothing is new, they are not loaded.
  const { readArticles } = await import('../src/search/build/articles.ts');
  const { writeArchive } = await import('../src/search/build/archive.ts');
  const articles = await readArticles(cache, content);
  const written = await writeArchive(articles, out, { base, cache, most: volume, key });
  return `${written.articles} articles in ${written.volumes} volumes, ${written.built} of them new, ${told(written, out)}`;
}

try {
  const started = performance.now();
  const done = await build(readOptions());
  console.log(`search index: ${done}, ${((performance.now() - started) / 1000).toFixed(1)} s`);
} catch (error) {
  console.error(`The search index was not built. ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
