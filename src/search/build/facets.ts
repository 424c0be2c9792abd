/** Columns to filter and sort by. */
import { convert, type Script } from '../../text/script.ts';
import { type FacetName, facetNames, type NamesFile } from '../files.ts';
import type { SearchArticle } from './articles.ts';
import type { Part } from './part.ts';
import type { Value } from './values.ts';

export type Columns = Pick<Part, 'facets' | 'names'>;

/** Numbers the values of a facet, the most frequent first. */
function columnOf(all: readonly (readonly Value[])[]): { values: Value[]; documents: number[][] } {
  const known = new Map<string, { value: Value; documents: number }>();
  for (const value of all.flatMap((values) => [
    ...new Map(values.map((each) => [each.key, each])).values(),
  ])) {
    const before = known.get(value.key);
    if (before === undefined) known.set(value.key, { value, documents: 1 });
    else before.documents++;
  }
  const values = [...known.values()].sort((a, b) => b.documents - a.documents).map(({ value }) => value);
  const numbers = new Map(values.map(({ key }, number) => [key, number]));
  const documents = all.map((each) => [...new Set(each.map(({ key }) => numbers.get(key) as number))]);
  return { values, documents };
}

function eachFacet<Result>(make: (facet: FacetName) => Result): Record<FacetName, Result> {
  return Object.fromEntries(facetNames.map((facet) => [facet, make(facet)])) as Record<FacetName, Result>;
}

/** Makes the columns of articles that are numbered in the order given. */
export function columnsOf(articles: readonly Pick<SearchArticle, 'data' | 'values'>[]): Columns {
  const columns = eachFacet((facet) => columnOf(articles.map(({ values }) => values[facet])));
  const namesIn = (script: Script): NamesFile =>
    eachFacet((facet) => columns[facet].values.map(({ name, lang }) => convert(name, lang, script)));
  return {
    facets: {
      dates: articles.map(({ data }) => data.date ?? ''),
      facets: eachFacet((facet) => {
        const { values, documents } = columns[facet];
        return { keys: values.map(({ key }) => key), documents };
      }),
    },
    names: { 'zh-Hant': namesIn('zh-Hant'), 'zh-Hans': namesIn('zh-Hans') },
  };
}

/** A facet of several parts, one after the other: values of one key are one, the most frequent first. */
function joinedFacet(parts: readonly Columns[], facet: FacetName) {
  const values = new Map<string, { documents: number; names: Record<Script, string> }>();
  for (const { facets, names } of parts) {
    const { keys, documents } = facets.facets[facet];
    const counts = keys.map(() => 0);
    for (const number of documents.flat()) counts[number] = (counts[number] as number) + 1;
    for (const [number, key] of keys.entries()) {
      const nameIn = (script: Script) => names[script][facet][number] ?? key;
      const known = values.get(key) ?? {
        documents: 0,
        names: { 'zh-Hant': nameIn('zh-Hant'), 'zh-Hans': nameIn('zh-Hans') },
      };
      values.set(key, known);
      known.documents += counts[number] as number;
    }
  }
  const keys = [...values].sort((a, b) => b[1].documents - a[1].documents).map(([key]) => key);
  const numbers = new Map(keys.map((key, number) => [key, number]));
  const documents = parts.flatMap(({ facets }) => {
    const own = facets.facets[facet];
    return own.documents.map((each) =>
      each.map((number) => numbers.get(own.keys[number] as string) as number),
    );
  });
  const namesIn = (script: Script) => keys.map((key) => values.get(key)?.names[script] ?? key);
  return { keys, documents, names: { 'zh-Hant': namesIn('zh-Hant'), 'zh-Hans': namesIn('zh-Hans') } };
}

/** The columns of several parts as those of one archive, in the order given. */
export function joinedColumns(parts: readonly Columns[]): Columns {
  const joined = eachFacet((facet) => joinedFacet(parts, facet));
  return {
    facets: {
      dates: parts.flatMap(({ facets }) => facets.dates),
      facets: eachFacet((facet) => ({ keys: joined[facet].keys, documents: joined[facet].documents })),
    },
    names: {
      'zh-Hant': eachFacet((facet) => joined[facet].names['zh-Hant']),
      'zh-Hans': eachFacet((facet) => joined[facet].names['zh-Hans']),
    },
  };
}
