/** The index held in memory: what Pagefind should answer, straight from the documents. */
import type { IndexDocument } from '../../src/search/document.ts';
import type { Source } from '../../src/search/places.ts';
import { filler } from '../../src/search/tokens.ts';

/** Answers from documents that are numbered in the order given. */
export function memorySource(documents: readonly IndexDocument[]): Source {
  const words = new Map<string, Map<number, number[]>>();
  for (const [number, { content }] of documents.entries()) {
    for (const [position, word] of content.split(' ').entries()) {
      if (word === filler || word === '') continue;
      const postings = words.get(word) ?? new Map<number, number[]>();
      words.set(word, postings);
      postings.set(number, [...(postings.get(number) ?? []), position]);
    }
  }
  return {
    word: async (word) => words.get(word) ?? new Map(),
    unit: async (unit) =>
      new Map(
        documents.flatMap(({ units }, number) =>
          units.has(unit) ? [[number, units.get(unit) as number[]]] : [],
        ),
      ),
  };
}
