/** Pagefind's part of the index: the pairs of neighbouring units, through its Node API. */
import type { PagefindIndex } from 'pagefind';
import { numberKey } from '../files.ts';

/** A file of the index; the path is relative to its folder. */
export interface IndexFile {
  path: string;
  content: Uint8Array;
}

/**
 * Bytes of a chunk of the index before compression. Pagefind's own 20,000 costs a reader about three times as much for
 * the first query. The variable is not part of Pagefind's public contract, which is why its version is pinned and the
 * tests compare the built index with a plain search; without it everything works, with larger chunks.
 */
const chunkSize = 5000;

/**
 * No language of Pagefind's: it would look for words in what are codes. All documents must have the same to be in one
 * index, which pages of every language then use.
 */
const language = 'und';

/** Records handed to Pagefind's process before its answers are waited for. */
const recordsAtOnce = 32;

/** What the browser needs of what Pagefind writes: no interfaces of its own, and no copies of the texts. */
const needed = /^(?:pagefind\.js|pagefind-entry\.json|wasm\.unknown\.pagefind|[^/]*\.pf_meta|index\/.*)$/;

/** Pagefind's program, which is the same whatever an index holds. */
export const programFiles = ['pagefind.js', 'wasm.unknown.pagefind'] as const;

function failOn(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`);
}

/**
 * Indexes documents, numbered in the order given; the number is each record's sort key.
 *
 * @param contents words parted by blanks
 * @throws with Pagefind's own words where it fails
 */
export async function pagefindFiles(contents: Iterable<string>): Promise<IndexFile[]> {
  process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE ??= String(chunkSize);
  const pagefind = await import('pagefind');
  try {
    const { errors, index } = await pagefind.createIndex({});
    failOn(errors);
    await addAll(index as PagefindIndex, contents);
    const { errors: writingErrors, files } = await (index as PagefindIndex).getFiles();
    failOn(writingErrors);
    return files.filter(({ path }) => needed.test(path));
  } finally {
    await pagefind.close();
  }
}

async function addAll(index: PagefindIndex, contents: Iterable<string>): Promise<void> {
  let number = 0;
  let adding: Promise<{ errors: string[] }>[] = [];
  const added = async () => {
    for (const { errors } of await Promise.all(adding)) failOn(errors);
    adding = [];
  };
  for (const content of contents) {
    const sort = { [numberKey]: String(number) };
    adding.push(index.addCustomRecord({ url: `/${number}/`, content, language, sort }));
    number++;
    if (adding.length === recordsAtOnce) await added();
  }
  await added();
}
