/** The index that is written here is one that Pagefind itself might have written, and its program reads it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pagefindFiles, programFiles } from '../../../src/search/build/pagefind.ts';
import { PostingCollector } from '../../../src/search/build/postings.ts';
import { entryName, entryOf, numberOfDocument } from '../../../src/search/pagefind-format.ts';
import { filler } from '../../../src/search/tokens.ts';

type Value = number | string | Value[];

/** Reads CBOR as far as an index needs it. */
function readCbor(bytes: Buffer): Value {
  let at = 0;
  const read = (): Value => {
    const first = bytes.readUInt8(at++);
    const size = [1, 2, 4][(first & 31) - 24] ?? 0;
    const value = size === 0 ? first & 31 : bytes.readUIntBE(at, size);
    at += size;
    const kind = first >> 5;
    if (kind === 0) return value;
    if (kind === 1) return -1 - value;
    if (kind === 4) return Array.from({ length: value }, read);
    expect(kind).toBe(3);
    at += value;
    return bytes.toString('utf8', at - value, at);
  };
  const all = read();
  expect(at).toBe(bytes.length);
  return all;
}

interface File {
  path: string;
  content: Uint8Array;
}

function unpacked({ content }: File): Value {
  const bytes = gunzipSync(content);
  expect(bytes.toString('utf8', 0, 12)).toBe('pagefind_dcd');
  return readCbor(bytes.subarray(12));
}

/** By word, the documents and positions that an index holds. */
function placesIn(files: readonly File[]): Map<string, [document: number, positions: number[]][]> {
  const places = new Map<string, [number, number[]][]>();
  for (const file of files.filter((each) => each.path.endsWith('.pf_index'))) {
    const [words] = unpacked(file) as [[string, [number, number[], ...Value[]][]][]];
    for (const [word, pages] of words) {
      let document = 0;
      const found = pages.map(([distance, locations]): [number, number[]] => {
        document += distance;
        let position = 0;
        // Pagefind notes a weight, which is the same for all words, as a negative number.
        const positions = locations.filter((each) => each >= 0).map((each) => (position += each));
        return [document, positions];
      });
      places.set(word, found);
    }
  }
  return new Map([...places].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Documents of words of few kinds, so that all kinds of distances stand in them; one of them holds nothing. */
function documentsOf(count: number): string[][] {
  let state = 1;
  const below = (size: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % size;
  };
  return Array.from({ length: count }, (_, number) =>
    Array.from({ length: number === 7 ? 0 : 1 + below(400) }, () =>
      below(9) === 0 ? filler : `0${(below(30) * below(40)).toString(36)}z${'abc'[below(3)]}`.padEnd(6, '0'),
    ),
  );
}

const documents = documentsOf(120);

function ours(): File[] {
  const words = new PostingCollector();
  for (const [number, document] of documents.entries()) {
    const places = new Map<string, number[]>();
    for (const [at, word] of document.entries())
      if (word !== filler) places.set(word, [...(places.get(word) ?? []), at]);
    words.add(number, places);
  }
  return pagefindFiles(words.inOrder(), documents.length);
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'pagefind-'));
const files = new Map<string, Uint8Array>();
const read = globalThis.fetch;

beforeAll(async () => {
  const program = await programFiles();
  for (const file of [...program, ...ours()]) files.set(file.path, file.content);
  files.set(entryName, Buffer.from(entryOf(documents.length)));
  writeFileSync(path.join(folder, 'pagefind.mjs'), files.get('pagefind.js') as Uint8Array);
  globalThis.fetch = async (address) => {
    const name = new URL(String(address)).pathname.replace('/index-of-a-volume/', '');
    const body = files.get(name);
    return body === undefined
      ? new Response('', { status: 404 })
      : new Response(new Uint8Array(body) as BodyInit);
  };
});

afterAll(() => {
  globalThis.fetch = read;
  rmSync(folder, { recursive: true });
});

it('holds the words, documents and positions that Pagefind would write', async () => {
  const { index } = await pagefind.createIndex({});
  for (const [number, document] of documents.entries()) {
    const content = document.join(' ') || 'nothing';
    await index?.addCustomRecord({ url: `/${number}/`, content, language: 'und' });
  }
  const written = (await index?.getFiles())?.files ?? [];
  await pagefind.close();
  const theirs = placesIn(written);
  theirs.delete('nothing');
  expect(placesIn(ours())).toEqual(theirs);
  const metaOf = (all: readonly File[]) =>
    unpacked(all.find((file) => file.path.endsWith('.pf_meta')) as File) as Value[][];
  const { content: entry = Buffer.of() } = written.find((file) => file.path === entryName) ?? {};
  const theirEntry = JSON.parse(Buffer.from(entry).toString());
  const ourEntry = JSON.parse(entryOf(documents.length));
  expect(Object.keys(ourEntry)).toEqual(Object.keys(theirEntry));
  expect(ourEntry.version).toBe(theirEntry.version);
  expect(Object.keys(ourEntry.languages.und)).toEqual(Object.keys(theirEntry.languages.und));
  expect(ourEntry.languages.und.page_count).toBe(theirEntry.languages.und.page_count);
  const [our, their] = [metaOf(ours()), metaOf(written)];
  expect(our.length).toBe(their.length);
  expect(our[0]).toBe(their[0]);
  expect(our[1]?.map((page) => (page as Value[]).length)).toEqual(
    their[1]?.map((page) => (page as Value[]).length),
  );
});

it('answers through the program of Pagefind', async () => {
  const { createInstance } = await import(pathToFileURL(path.join(folder, 'pagefind.mjs')).href);
  const instance = createInstance({
    basePath: 'http://localhost/index-of-a-volume/',
    noWorker: true,
    metaCacheTag: 'same',
  });
  expect((await instance.search(null)).results).toHaveLength(documents.length);
  const places = placesIn(ours());
  expect(places.size).toBeGreaterThan(300);
  for (const [word, expected] of places) {
    const { results } = await instance.search(word);
    const found = (results as { id: string; words: number[] }[]).map(({ id, words }): [number, number[]] => [
      numberOfDocument(id),
      words,
    ]);
    expect(
      found.sort(([a], [b]) => a - b),
      word,
    ).toEqual(expected);
  }
  expect((await instance.search('0zzzzz')).results).toEqual([]);
});
