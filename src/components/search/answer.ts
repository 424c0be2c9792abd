/** From the state of a search to what the page shows: everything but the drawing. */

import type { Addresses } from '../../search/client/library.ts';
import { type Library, openLibrary } from '../../search/client/library.ts';
import { type Hit, search } from '../../search/engine.ts';
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
   * @throws {UnreachableError} where the index cannot be read
   */
  async answer(state: SearchState): Promise<Answer> {
    const library = await this.library();
    const query = parseQuery(state.q, library.folding);
    const found = await search(query, library.source, library.extents);
    const hits = await this.#arranged(library, found, state);
    return { library, query, words: wordsIn(query), found, hits };
  }

  async #arranged(library: Library, found: Hit[], state: SearchState): Promise<Hit[]> {
    if (!isFiltered(state) && state.sort === 'best') return found;
    const { columns } = await library.facets();
    const hits = filterHits(found, columns, state.chosen);
    return state.sort === 'newest' ? newestFirst(hits, columns) : hits;
  }

  /** How many articles each word of a query has alone; for a query that finds nothing. */
  async alone({ library, words }: Answer): Promise<{ text: string; articles: number }[]> {
    const counts = words.slice(0, 12).map(async (word) => {
      const hits = await search({ all: [[word]], none: [] }, library.source, library.extents);
      return { text: word.text, articles: hits.length };
    });
    return Promise.all(counts);
  }
}
