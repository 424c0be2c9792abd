/** What builder and browser must both know of the files that Pagefind's program reads. */

/** The version of Pagefind, which its program compares with its own. */
export const pagefindVersion = '1.6.0';

/** No language of Pagefind's, so that an index serves pages of every language. */
const language = 'und';

/** What Pagefind asks for first. It differs between volumes by a number alone, so that no file holds it. */
export const entryName = 'pagefind-entry.json';

/** The list of documents and chunks, to which the entry leads. */
export const metaName = `pagefind.${language}.pf_meta`;

/** The entry of an index with so many documents, as JSON. */
export function entryOf(documents: number): string {
  return JSON.stringify({
    version: pagefindVersion,
    languages: { [language]: { hash: language, wasm: null, page_count: documents } },
    include_characters: [],
  });
}

/** In Pagefind's list the name of a document is its number, written so. */
export const nameOfDocument = (number: number): string => number.toString(36);

/** The number of a document by its name in Pagefind's list. */
export const numberOfDocument = (name: string): number => Number.parseInt(name, 36);
