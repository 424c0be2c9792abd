/** Builds the index of made articles, as a process of its own: node build.ts COUNT FOLDER SEED-FILE */
import { readFileSync } from 'node:fs';
import { withValues } from '../../../src/search/build/articles.ts';
import { writeIndex } from '../../../src/search/build/write.ts';
import { makeArticles } from './corpus.ts';

const [count = '', folder = '', seedFile = ''] = process.argv.slice(2);
const articles = withValues(
  makeArticles(Number(count), JSON.parse(readFileSync(seedFile, 'utf8'))),
  new Map(),
);
const started = performance.now();
const { bytes, files } = await writeIndex(articles, folder);
console.log(JSON.stringify({ bytes, files, seconds: (performance.now() - started) / 1000 }));
