/** Narrowing and ordering hits by the columns of the archive. */
import type { Hit } from './engine.ts';
import { type FacetName, type FacetsFile, facetNames } from './files.ts';

/** Keys chosen in each facet: any one of a facet, and every facet. None means all. */
export type Chosen = Record<FacetName, readonly string[]>;

type Test = (document: number) => boolean;

function testOf({ keys, documents }: FacetsFile['facets'][FacetName], chosen: readonly string[]): Test {
  const numbers = new Set(chosen.map((key) => keys.indexOf(key)));
  return (document) => (documents[document] ?? []).some((number) => numbers.has(number));
}

function testsOf({ facets }: FacetsFile, chosen: Chosen): Map<FacetName, Test> {
  const used = facetNames.filter((name) => chosen[name].length > 0);
  return new Map(used.map((name) => [name, testOf(facets[name], chosen[name])]));
}

/** The hits that have what is chosen in every facet. */
export function filterHits(hits: readonly Hit[], columns: FacetsFile, chosen: Chosen): Hit[] {
  const tests = [...testsOf(columns, chosen).values()];
  return hits.filter(({ document }) => tests.every((test) => test(document)));
}

/** Puts the newest first; those without a date follow in the order they had. */
export function newestFirst(hits: readonly Hit[], { dates }: FacetsFile): Hit[] {
  const dateOf = ({ document }: Hit) => dates[document] ?? '';
  return hits.toSorted((a, b) => (dateOf(a) === dateOf(b) ? 0 : dateOf(a) > dateOf(b) ? -1 : 1));
}

/**
 * How many hits each value of a facet would leave, given what is chosen in the other facets.
 *
 * @returns counts by the value's number
 */
export function countsOf(
  hits: readonly Hit[],
  columns: FacetsFile,
  chosen: Chosen,
  facet: FacetName,
): Map<number, number> {
  const tests = testsOf(columns, chosen);
  tests.delete(facet);
  const others = [...tests.values()];
  const counts = new Map<number, number>();
  for (const { document } of hits) {
    if (!others.every((test) => test(document))) continue;
    for (const value of columns.facets[facet].documents[document] ?? []) {
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  return counts;
}
