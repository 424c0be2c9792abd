/** Pagefind's part of the index: the pairs of neighbouring units, through its Node API. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { PagefindIndex } from 'pagefind';

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
const needed = /^(?:pagefind\.js|pagefind-entry\.json|wasm\.unknown\.pagefind|[^/]*\.pf_meta|index)$/;
const fragments = 'fragment';

/** Pagefind's program, which is the same whatever an index holds. */
export const programFiles = ['pagefind.js', 'wasm.unknown.pagefind'] as const;

function failOn(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`);
}

/** What an article without a single unit holds, as Pagefind drops what is empty. No word of ours is like it. */
const wordOfNothing = 'z';

/** Stands before what Pagefind compresses. */
const signature = 'pagefind_dcd';

function unpacked(file: string): Buffer {
  return gunzipSync(readFileSync(file)).subarray(signature.length);
}

/**
 * Makes sure that Pagefind keeps its records in the order in which they came. The browser takes them to be so: a key to
 * sort them by would cost it a tenth of what it reads of an index before the first result.
 *
 * @throws where the records are in another order, or fewer than came
 */
function checkOrder(folder: string, count: number): void {
  const names: string[] = [];
  for (const file of readdirSync(path.join(folder, fragments))) {
    const { url } = JSON.parse(unpacked(path.join(folder, fragments, file)).toString()) as { url: string };
    names[Number(url.replaceAll('/', ''))] = path.basename(file, path.extname(file));
  }
  const meta = readdirSync(folder).find((file) => file.endsWith('.pf_meta'));
  const listed = meta === undefined ? '' : unpacked(path.join(folder, meta)).toString('latin1');
  let at = 0;
  for (let number = 0; number < count; number++) {
    const name = names[number];
    at = name === undefined ? -1 : listed.indexOf(name, at);
    if (at === -1)
      throw new Error('Pagefind has left articles out, or put them into another order than theirs');
  }
}

/** An index of documents, numbered in the order in which they are added. */
export class PagefindWriter {
  readonly #index: PagefindIndex;
  #count = 0;
  #adding: Promise<{ errors: string[] }>[] = [];

  private constructor(index: PagefindIndex) {
    this.#index = index;
  }

  /** @throws with Pagefind's own words where it does not start */
  static async open(): Promise<PagefindWriter> {
    process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE ??= String(chunkSize);
    const pagefind = await import('pagefind');
    const { errors, index } = await pagefind.createIndex({});
    failOn(errors);
    return new PagefindWriter(index as PagefindIndex);
  }

  /**
   * Adds a document.
   *
   * @param words parted by blanks
   * @throws with Pagefind's own words where it fails, perhaps on a document that was added before
   */
  async add(words: string): Promise<void> {
    const content = /[0-9a-z]/.test(words) ? words : wordOfNothing;
    this.#adding.push(this.#index.addCustomRecord({ url: `/${this.#count}/`, content, language }));
    this.#count++;
    if (this.#adding.length === recordsAtOnce) await this.added();
  }

  /**
   * Waits for what was added.
   *
   * @throws with Pagefind's own words where it fails
   */
  async added(): Promise<void> {
    for (const { errors } of await Promise.all(this.#adding.splice(0))) failOn(errors);
  }

  /**
   * Writes the index into a folder.
   *
   * @throws with Pagefind's own words where it fails
   */
  async write(folder: string): Promise<void> {
    await this.added();
    // Onto the disk by Pagefind itself: handed over, all files would stand in the memory of both.
    const { errors } = await this.#index.writeFiles({ outputPath: path.resolve(folder) });
    failOn(errors);
    checkOrder(folder, this.#count);
    for (const name of readdirSync(folder))
      if (!needed.test(name)) rmSync(path.join(folder, name), { recursive: true });
  }

  /** Ends Pagefind's process. */
  async close(): Promise<void> {
    await (await import('pagefind')).close();
  }
}
