/** Peers as a browser asks them. The bench serves this file to the browser. */
import { bigramOptions, vitepressOptions } from './bigrams.ts';

/** Finds addresses, best first. */
export type Ask = (query: string) => Promise<string[]>;

/** Typed by what is used of each library, which comes from an address of the bench. */
const load = (address: string) => import(address);
const readIndex = async (folder: string) => (await fetch(`${folder}index.json`)).json();
const addressOf = (id: string) => `/articles/${id}/`;

async function miniSearch(folder: string, options: object): Promise<Ask> {
  const [{ default: MiniSearch }, index] = await Promise.all([load('/lib/minisearch.js'), readIndex(folder)]);
  const search = MiniSearch.loadJS(index, options);
  return async (query) => search.search(query).map(({ id }: { id: string }) => addressOf(id));
}

async function flexSearch(folder: string): Promise<Ask> {
  const [{ Charset, Index }, { ids, parts }] = await Promise.all([
    load('/lib/flexsearch.mjs'),
    readIndex(folder),
  ]);
  const index = new Index({ encoder: Charset.CJK, tokenize: 'strict' });
  for (const [key, data] of parts) index.import(key, data);
  return async (query) =>
    index.search(query, { limit: ids.length }).map((number: number) => addressOf(ids[number]));
}

async function plainPagefind(folder: string): Promise<Ask> {
  const { createInstance } = await load(`${folder}pagefind.js`);
  const pagefind = createInstance({ basePath: folder });
  // Addresses stand in a file for each result; sorting gives them all in the order in which they were indexed.
  const ids: string[] = await readIndex(folder);
  const sorted = await pagefind.search(null, { sort: { n: 'asc' } });
  const addresses = new Map<string, string>(
    sorted.results.map(({ id }: { id: string }, number: number) => [id, addressOf(ids[number] as string)]),
  );
  return async (query) => {
    const { results } = await pagefind.search(query);
    await Promise.all(results.slice(0, 10).map((result: { data(): Promise<unknown> }) => result.data()));
    return results.map(({ id }: { id: string }) => addresses.get(id) ?? '');
  };
}

/** Opens the index of a peer. */
export function open(peer: string, folder: string): Promise<Ask> {
  if (peer === 'plain Pagefind') return plainPagefind(folder);
  if (peer === 'FlexSearch, CJK') return flexSearch(folder);
  return miniSearch(folder, peer === 'MiniSearch, bigrams' ? bigramOptions : vitepressOptions);
}
