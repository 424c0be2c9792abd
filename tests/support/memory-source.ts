/** The index held in memory: what Pagefind should answer, straight from the documents. */
import type { IndexDocument } from '../../src/search/document.ts';
import type { Source } from '../../src/search/places.ts';
import { folding } from '../../src/text/fold.ts';

/** Answers from documents that are numbered in the order given. */
export function memorySource(documents: readonly IndexDocument[], forms: string[][] = []): Source {
  const together = (places: (document: IndexDocument) => readonly number[] | undefined) =>
    new Map(
      documents.flatMap((document, number) => {
        const positions = places(document);
        return positions === undefined ? [] : [[number, positions] as const];
      }),
    );
  return {
    word: async (word) => together(({ words }) => words.get(word)),
    unit: async (unit) => together(({ units }) => units.get(unit)),
    forms: (folded) => forms.find(([usual = '']) => folding(usual) === folded) ?? [],
    form: async (form) => together(({ forms: written }) => written.get(form)),
  };
}
