/** The state of a search as the address holds it, so that a search can be shared, kept and gone back to. */
import type { ConcordanceOrder } from '../../search/concordance.ts';
import { type FacetName, facetNames } from '../../search/files.ts';

export interface SearchState {
  q: string;
  /** Keys chosen in each facet; none means all. */
  chosen: Record<FacetName, string[]>;
  sort: 'best' | 'newest';
  /** Lists every article found. */
  all: boolean;
  view: 'list' | 'kwic';
  /** The order of the concordance. */
  by: ConcordanceOrder;
}

const orders: readonly ConcordanceOrder[] = ['text', 'after', 'before'];

/** Reads the state from the search part of an address. */
export function stateOf(search: string): SearchState {
  const params = new URLSearchParams(search);
  const chosen = Object.fromEntries(facetNames.map((name) => [name, params.getAll(name)]));
  return {
    q: params.get('q') ?? '',
    chosen: chosen as SearchState['chosen'],
    sort: params.get('sort') === 'newest' ? 'newest' : 'best',
    all: params.get('show') === 'all',
    view: params.get('view') === 'kwic' ? 'kwic' : 'list',
    by: orders.find((order) => order === params.get('by')) ?? 'text',
  };
}

/** Writes the state as the search part of an address; empty for the state of a first visit. */
export function addressOf({ q, chosen, sort, all, view, by }: SearchState): string {
  const params = new URLSearchParams();
  if (q !== '') params.set('q', q);
  for (const name of facetNames) for (const key of chosen[name]) params.append(name, key);
  if (sort !== 'best') params.set('sort', sort);
  if (all) params.set('show', 'all');
  if (view !== 'list') params.set('view', view);
  if (by !== 'text') params.set('by', by);
  const search = params.toString();
  return search === '' ? '' : `?${search}`;
}

/** Whether anything is chosen in any facet. */
export function isFiltered({ chosen }: SearchState): boolean {
  return facetNames.some((name) => chosen[name].length > 0);
}
