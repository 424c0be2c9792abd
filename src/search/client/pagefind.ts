/** Positions of words, asked from Pagefind in the browser through its public interface. */
import { numberKey } from '../files.ts';
import type { Postings } from '../places.ts';
import { UnreachableError, watchFailures } from './fetching.ts';

interface PagefindInstance {
  search(
    term: string | null,
    options?: { sort?: Record<string, 'asc'> },
  ): Promise<{ results: { id: string; words: number[] }[] }>;
}

interface PagefindModule {
  createInstance(options: { basePath: string; noWorker: boolean }): PagefindInstance;
}

/**
 * Opens Pagefind's part of the index.
 *
 * @param folder address of the index, with a slash at its end
 * @param documents how many documents the index should hold
 * @returns looks up one word of the index
 * @throws {UnreachableError} where it cannot be read or is of another build
 */
export async function openPagefind(
  folder: string,
  documents: number,
): Promise<(word: string) => Promise<Postings>> {
  const failures = watchFailures(new URL(folder, location.href).pathname);
  const { createInstance } = (await import(/* @vite-ignore */ `${folder}pagefind.js`).catch(
    (error: Error) => {
      throw new UnreachableError(error.message);
    },
  )) as PagefindModule;
  // A worker would cost a second copy of the program, and more time to hand positions over than to find them.
  const pagefind = createInstance({ basePath: folder, noWorker: true });
  const ask = async (...query: Parameters<PagefindInstance['search']>) => {
    const before = failures();
    const { results } = await pagefind.search(...query);
    if (failures() > before) throw new UnreachableError(`part of ${folder} could not be read`);
    return results;
  };
  const inOrder = await ask(null, { sort: { [numberKey]: 'asc' } });
  if (inOrder.length !== documents) throw new UnreachableError(`${folder} holds parts of two builds`);
  const numbers = new Map(inOrder.map(({ id }, number) => [id, number]));
  return async (word) => {
    // Not in quotation marks: Pagefind then gives only the first position. No word of ours begins with another.
    const results = await ask(word);
    return new Map(results.map(({ id, words }) => [numbers.get(id) as number, words]));
  };
}
