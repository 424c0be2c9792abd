/**
 * Pagefind's part of the index: the pairs of neighbouring units, in the files that Pagefind's program reads.
 *
 * They are written here and not by Pagefind: its builder takes an article for a page of words, keeps every word of it
 * as an object of its own, and needs several times the time and the memory; and what it writes for each article and chunk,
 * a hash as a name, is half of what a reader loads before the first word is looked up. The format is not part of
 * Pagefind's public contract, which is why its version is pinned, and why tests hold these files against those that
 * Pagefind itself writes of the same words, and ask them through Pagefind's program.
 */
import { gzipSync } from 'node:zlib';
import { metaName, nameOfDocument, pagefindVersion } from '../pagefind-format.ts';
import { CborWriter } from './cbor.ts';
import type { IndexFile } from './write.ts';

/** A word and where it stands, packed as in `UnitsFile`. */
export type WordPostings = readonly [word: string, packed: readonly number[]];

/** Pagefind's program, which is the same whatever an index holds. */
export const programNames = ['pagefind.js', 'wasm.unknown.pagefind'] as const;

/**
 * Gives Pagefind's program as files.
 *
 * @throws with Pagefind's own words where it does not start
 */
export async function programFiles(): Promise<IndexFile[]> {
  const pagefind = await import('pagefind');
  try {
    const { errors, index } = await pagefind.createIndex({});
    if (index === undefined) throw new Error(`Pagefind: ${errors.join('; ')}`);
    const { files } = await index.getFiles();
    return programNames.map((name) => {
      const file = files.find(({ path }) => path === name);
      if (file === undefined) throw new Error(`Pagefind has no ${name}`);
      return file;
    });
  } finally {
    await pagefind.close();
  }
}

/**
 * How many documents and positions a chunk holds. Larger ones cost a reader more for each word that is looked up,
 * smaller ones more for the list of them, which grows with the volume. These cost the least where two words are looked
 * up in a volume, as a first query does on average.
 */
function chunkSizeFor(documents: number): number {
  return Math.max(inChunk.least, Math.round(inChunk.usual * Math.sqrt(documents / inChunk.documents)));
}

/** `usual` is the size in a volume of so many `documents`. */
const inChunk = { usual: 2800, documents: 1900, least: 700 } as const;

/** Stands before what is compressed. */
const signature = Buffer.from('pagefind_dcd');

function packed(name: string, content: Buffer): IndexFile {
  return { path: name, content: gzipSync(Buffer.concat([signature, content])) };
}

/** How many documents hold a word. */
function documentsOf(postings: readonly number[]): number {
  let documents = 0;
  for (let at = 1; at < postings.length; at += (postings[at] as number) + 2) documents++;
  return documents;
}

/** Cuts the words of an index into chunks of about one size. */
function chunksOf(words: readonly WordPostings[], size: number): WordPostings[][] {
  const chunks: WordPostings[][] = [];
  let chunk: WordPostings[] = [];
  let filled = 0;
  for (const word of words) {
    chunk.push(word);
    // Postings tell of each document how far it is, how many positions follow, and those.
    filled += word[1].length - documentsOf(word[1]);
    if (filled < size) continue;
    chunks.push(chunk);
    chunk = [];
    filled = 0;
  }
  if (chunk.length > 0) chunks.push(chunk);
  return chunks;
}

/** A chunk: for each word the documents, each by its distance from the one before, with positions told likewise. */
function chunkContent(cbor: CborWriter, chunk: readonly WordPostings[]): Buffer {
  cbor.array(1).array(chunk.length);
  for (const [word, postings] of chunk) {
    cbor.array(2).text(word).array(documentsOf(postings));
    for (let at = 0; at < postings.length; ) {
      cbor.array(2).number(postings[at++] as number);
      let left = postings[at++] as number;
      cbor.array(left);
      while (left-- > 0) cbor.number(postings[at++] as number);
    }
  }
  return cbor.taken();
}

/** The shortest beginning of a word that comes after another word. */
function beginningAfter(before: string, word: string): string {
  let at = 0;
  while (word[at] === before[at]) at++;
  return word.slice(0, at + 1);
}

const nameOfChunk = (number: number) => number.toString(36);

/** What Pagefind reads first: its documents, and from which word to which each of the chunks reaches. */
function metaContent(
  cbor: CborWriter,
  documents: number,
  chunks: readonly (readonly WordPostings[])[],
): Buffer {
  cbor.array(6).text(pagefindVersion).array(documents);
  // The length of a document matters to a score of Pagefind's that nobody asks for.
  for (let number = 0; number < documents; number++)
    cbor.array(3).text(nameOfDocument(number)).number(1).text('');
  const firstOf = (number: number) => chunks[number]?.[0]?.[0] ?? '';
  const lastOf = (number: number) => chunks[number]?.at(-1)?.[0] ?? '';
  const beginnings = chunks.map((_, number) => beginningAfter(lastOf(number - 1), firstOf(number)));
  cbor.array(chunks.length);
  for (const number of chunks.keys())
    cbor
      .array(3)
      .text(beginnings[number] as string)
      .text(beginnings[number + 1] ?? lastOf(number))
      .text(nameOfChunk(number));
  // Filters, orders and fields, of which there are none.
  return cbor.array(0).array(0).array(0).taken();
}

/**
 * Makes the index of a volume.
 *
 * @param words in the order of their characters; ASCII letters and digits
 * @param documents how many there are, numbered from 0
 */
export function pagefindFiles(words: readonly WordPostings[], documents: number): IndexFile[] {
  const cbor = new CborWriter();
  const chunks = chunksOf(words, chunkSizeFor(documents));
  return [
    packed(metaName, metaContent(cbor, documents, chunks)),
    ...chunks.map((chunk, number) =>
      packed(`index/${nameOfChunk(number)}.pf_index`, chunkContent(cbor, chunk)),
    ),
  ];
}
