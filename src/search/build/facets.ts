/** Columns to filter and sort by. */
import { convert, type Script } from '../../text/script.ts';
import { type FacetName, type FacetsFile, facetNames, type NamesFile } from '../files.ts';
import type { SearchArticle, Value } from './articles.ts';

/** A facet while documents are added in their order. */
class Column {
  readonly #numbers = new Map<string, number>();
  readonly values: Value[] = [];
  readonly documents: number[][] = [];

  add(values: readonly Value[]): void {
    this.documents.push([...new Set(values.map((value) => this.#numberOf(value)))]);
  }

  #numberOf(value: Value): number {
    let number = this.#numbers.get(value.key);
    if (number === undefined) {
      number = this.values.push(value) - 1;
      this.#numbers.set(value.key, number);
    }
    return number;
  }
}

/** Makes the columns of articles that are numbered in the order given. */
export function facetsOf(articles: readonly SearchArticle[]): {
  facets: FacetsFile;
  names: Record<Script, NamesFile>;
} {
  const columns = new Map(facetNames.map((name) => [name, new Column()]));
  for (const { values } of articles) {
    for (const [name, column] of columns) column.add(values[name]);
  }
  const each = <Result>(make: (column: Column) => Result) =>
    Object.fromEntries([...columns].map(([name, column]) => [name, make(column)])) as Record<
      FacetName,
      Result
    >;
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
