/** Positions of words, asked from Pagefind in the browser through its public interface. */
import { entryName, entryOf, numberOfDocument } from '../pagefind-format.ts';
import type { Postings } from '../places.ts';
import { UnreachableError } from './fetching.ts';
import { isProgram, watch } from './watching.ts';

interface PagefindInstance {
  search(term: string | null): Promise<{ results: { id: string; words: number[] }[] }>;
}

interface PagefindModule {
  createInstance(options: { basePath: string; noWorker: boolean; metaCacheTag: string }): PagefindInstance;
}

/**
 * Opens the Pagefind index of a volume.
 *
 * @param folder its address, with a slash at its end
 * @param documents how many documents it should hold
 * @returns looks up one word of the index
 */
export type OpenPagefind = (
  folder: string,
  documents: number,
) => Promise<(word: string) => Promise<Postings>>;

/** Volumes have names of their own that change with what they hold, so that no answer of a server is ever stale. */
const neverStale = 'same';

/**
 * Loads Pagefind's program, in which all volumes are opened.
 *
 * @param index address of the folder that has it, with a slash at its end
 * @returns opens volumes; rejects with `UnreachableError` where one cannot be read or is of another build
 */
export function pagefindIn(index: string): OpenPagefind {
  const program = import(/* @vite-ignore */ `${index}pagefind.js`).catch((error: Error) => {
    throw new UnreachableError(error.message);
  }) as Promise<PagefindModule>;
  let started = false;
  let starting: Promise<unknown> = program.catch(() => {});

  async function open(folder: string, documents: number) {
    const { createInstance } = await program;
    const watched = watch(folder, (name) => {
      if (name === entryName) return { text: entryOf(documents) };
      return isProgram(name) ? { address: index + name } : undefined;
    });
    // A worker would cost a second copy of the program, and more time to hand positions over than to find them.
    const pagefind = createInstance({ basePath: folder, noWorker: true, metaCacheTag: neverStale });
    const ask = async (term: string | null) => {
      const before = watched.failures();
      const { results } = await pagefind.search(term);
      if (watched.failures() > before) throw new UnreachableError(`part of ${folder} could not be read`);
      return results;
    };
    const all = await ask(null);
    if (all.length !== documents) throw new UnreachableError(`${folder} holds parts of two builds`);
    return async (word: string): Promise<Postings> => {
      // Not in quotation marks: Pagefind then gives only the first position. No word of ours begins with another.
      const results = await ask(word);
      return new Map(results.map(({ id, words }) => [numberOfDocument(id), words]));
    };
  }

  return (folder, documents) => {
    if (started) return open(folder, documents);
    // All volumes share one instance of the program, which two must not start at once.
    const opening = starting.then(() => open(folder, documents));
    starting = opening.then(
      () => {
        started = true;
      },
      () => {},
    );
    return opening;
  };
}
