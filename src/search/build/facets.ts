/** Columns to filter and sort by. */
import { convert, type Script } from '../../text/script.ts';
import { type FacetName, type FacetsFile, facetNames, type NamesFile } from '../files.ts';
import type { SearchArticle, Value } from './articles.ts';

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

/** Makes the columns of articles that are numbered in the order given. */
export function facetsOf(articles: readonly SearchArticle[]): {
  facets: FacetsFile;
  names: Record<Script, NamesFile>;
} {
  const columns = facetNames.map(
    (name) => [name, columnOf(articles.map(({ values }) => values[name]))] as const,
  );
  const each = <Result>(make: (column: ReturnType<typeof columnOf>) => Result) =>
    Object.fromEntries(columns.map(([name, column]) => [name, make(column)])) as Record<FacetName, Result>;
  const namesIn = (script: Script): NamesFile =>
    each(({ values }) => values.map(({ name, lang }) => convert(name, lang, script)));
  return {
    facets: {
      dates: articles.map(({ entry }) => entry.date ?? ''),
      facets: each(({ values, documents }) => ({ keys: values.map(({ key }) => key), documents })),
    },
    names: { 'zh-Hant': namesIn('zh-Hant'), 'zh-Hans': namesIn('zh-Hans') },
  };
}
