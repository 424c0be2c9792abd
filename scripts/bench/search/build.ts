/** Builds an index of made articles, as a process of its own: node build.ts COUNT FOLDER SEED-FILE VOLUME [PEER] */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Entry } from '../../../src/article/read.ts';
import { writeArchive } from '../../../src/search/build/archive.ts';
import { articleOf, filed } from '../../../src/search/build/articles.ts';
import { articlesInVolume } from '../../../src/search/build/volumes.ts';
import { makeArticles } from './corpus.ts';
import { type Peer, peerFiles } from './peer-builds.ts';

async function writePeer(peer: Peer, articles: readonly Entry[], folder: string) {
  const files = await peerFiles(peer, articles);
  rmSync(folder, { recursive: true, force: true });
  for (const { path: name, content } of files) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return { files: files.length, bytes: files.reduce((sum, { content }) => sum + content.length, 0) };
}

/** Builds our index without anything that was built before. */
async function writeOurs(articles: readonly Entry[], folder: string, most: number) {
  const cache = `${folder}.volumes`;
  rmSync(cache, { recursive: true, force: true });
  const unfiled = articles.map(({ blocks, markup: _, sha256: __, ...data }) => articleOf(data, blocks));
  const written = await writeArchive(filed(unfiled, new Map()), folder, { base: '/', cache, most });
  rmSync(cache, { recursive: true, force: true });
  return written;
}

const [count = '', folder = '', seedFile = '', volume = '', peer] = process.argv.slice(2);
const articles = makeArticles(Number(count), JSON.parse(readFileSync(seedFile, 'utf8')));
const started = performance.now();
const { bytes, files } =
  peer === undefined
    ? await writeOurs(articles, folder, Number(volume) || articlesInVolume)
    : await writePeer(peer as Peer, articles, folder);
console.log(JSON.stringify({ bytes, files, seconds: (performance.now() - started) / 1000 }));
