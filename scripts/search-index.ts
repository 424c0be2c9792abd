/**
 * Builds the search index of `content/articles/`: node scripts/search-index.ts [--out DIR]
 * A process of its own that runs after the pages are built; it fails whole, with what to do.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readArticles } from '../src/search/build/articles.ts';
import { writeIndex } from '../src/search/build/write.ts';

function outFolder(): string {
  const { values } = parseArgs({
    options: { out: { type: 'string', default: path.join('dist', 'pagefind') } },
  });
  return values.out;
}

async function main(): Promise<void> {
  const out = outFolder();
  const site = path.dirname(path.resolve(out));
  if (!existsSync(site))
    throw new Error(`${path.dirname(out)}/ is missing: build the pages first (astro build)`);
  const started = performance.now();
  const articles = await readArticles();
  const { files, bytes } = await writeIndex(articles, out);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `search index: ${articles.length} articles, ${files} files, ${(bytes / 1024).toFixed(0)} KB in ${out}, ${seconds} s`,
  );
}

try {
  await main();
} catch (error) {
  console.error(`The search index was not built. ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
