/** From the state of a search to what the page shows: everything but the drawing. */

import type { Addresses } from '../../search/client/library.ts';
import { type Library, openLibrary } from '../../search/client/library.ts';
import { searchTogether } from '../../search/client/together.ts';
import type { Hit } from '../../search/engine.ts';
import { filterHits, newestFirst } from '../../search/filter.ts';
import { parseQuery, type Query, type Word, wordsIn } from '../../search/query.ts';
import { isFiltered, type SearchState } from './address.ts';

export interface Answer {
  library: Library;
  query: Query;
  /** The words to be marked. */
  words: Word[];
  /** What the query finds, before anything is filtered. */
  found: Hit[];
  /** What is to be listed, in order. */
  hits: Hit[];
  /** How many of the volumes have answered; the answer is final when all have. */
  answered: number;
  volumes: number;
}

/** An answer that is not whole yet. */
export interface Part {
  /** How many of the volumes have answered. */
  answered: number;
  /** Whether volumes have still to be opened, which takes a reader's time. */
  mustOpen: boolean;
  read(): Promise<Answer>;
}

/** The words of two characters and more that make a query's only word; none where it is one itself. */
function partsOf([word]: readonly Word[], { folding }: Library): Word[] {
  if (word === undefined || !('Segmenter' in Intl)) return [];
  const segments = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(word.text)]
    .filter(({ isWordLike, segment }) => isWordLike && segment.length > 1)
    .map(({ segment }) => segment);
  const parts = [...new Set(segments)].filter((segment) => segment !== word.text);
  return wordsIn(parseQuery(parts.map((part) => `"${part}"`).join(' '), folding));
}

/** Opens the index at the first question, and again after a failure. */
export class Answerer {
  readonly #addresses: Addresses;
  #library: Promise<Library> | undefined;

  constructor(addresses: Addresses) {
    this.#addresses = addresses;
  }

  /** The index; starts to read it where nobody has yet. */
  library(): Promise<Library> {
    this.#library ??= openLibrary(this.#addresses);
    return this.#library;
  }

  /** Forgets the index, so that the next question reads it anew. */
  forget(): void {
    this.#library = undefined;
  }

  /**
   * Answers a search.
   *
   * @param tell hears of the answer as it grows, but for the last time; older volumes are opened when it has settled
   * @throws {UnreachableError} where the index cannot be read
   */
  async answer(state: SearchState, tell: (part: Part) => Promise<void>): Promise<Answer> {
    const library = await this.library();
    const query = parseQuery(state.q, library.folding);
    const words = wordsIn(query);
    const volumes = library.volumes.length;
    const answerOf = async (found: Hit[], answered: number): Promise<Answer> => {
      const hits = await this.#arranged(library, found, state);
      return { library, query, words, found, hits, answered, volumes };
    };
    const found = await searchTogether(query, library.volumes, async ({ answered, found: soFar }) =>
      tell({
        answered,
        mustOpen: library.volumes.some(({ isOpen }) => !isOpen),
        read: () => answerOf(soFar(), answered),
      }),
    );
    return answerOf(found, volumes);
  }

  async #arranged(library: Library, found: Hit[], state: SearchState): Promise<Hit[]> {
    if (!isFiltered(state) && state.sort === 'best') return found;
    const { columns } = await library.facets();
    const hits = filterHits(found, columns, state.chosen);
    return state.sort === 'newest' ? newestFirst(hits, columns) : hits;
  }

  /**
   * How many articles each word of a query has alone, or of a query that is one word each of the words that make it; for a
   * query that finds nothing.
   */
  async alone({ library, words }: Answer): Promise<{ text: string; articles: number }[]> {
    const asked = words.length > 1 ? words : partsOf(words, library);
    const counts = asked.slice(0, 12).map(async (word) => {
      const hits = await searchTogether({ all: [[word]], none: [] }, library.volumes, async () => {});
      return { text: word.text, articles: hits.length };
    });
    return Promise.all(counts);
  }
}
