/** What articles can be filtered by. */
import { Directory } from '../../archive/people.ts';
import type { Frontmatter } from '../../article/schema.ts';
import { fold } from '../../text/fold.ts';
import type { Script } from '../../text/script.ts';
import { slugOf } from '../../text/slug.ts';
import type { FacetName } from '../files.ts';

/** A value of a facet: its key in addresses, and its name in the script in which it was written. */
export interface Value {
  key: string;
  name: string;
  lang: Script;
}

export type Values = Record<FacetName, Value[]>;

function asValue({ slug, name }: { slug: string; name: { text: string; lang: Script } }): Value {
  return { key: slug, name: name.text, lang: name.lang };
}

/**
 * Gives each article the values by which it can be filtered, under the keys that the site's addresses have.
 *
 * @param articles in the order of the archive
 * @param topics labels by id
 */
export function valuesOf(articles: readonly Frontmatter[], topics: ReadonlyMap<string, string>): Values[] {
  const directory = new Directory();
  const series = new Map<string, Value>();
  return articles.map((data) => {
    const { lang, date } = data;
    const signatures = directory.sign({
      ...{ data, markup: false, edited: false, signatures: [], series: undefined, topics: [] },
      ...{ blocks: [], sha256: '', previous: undefined, next: undefined },
    });
    const seriesOf = (name: string): Value => {
      const key = fold(name);
      const known = series.get(key) ?? { key: slugOf(name), name, lang };
      series.set(key, known);
      return known;
    };
    const year = date?.slice(0, 4);
    return {
      author: signatures.map(({ person }) => asValue(person)),
      role: signatures.flatMap(({ roles }) => roles.map(asValue)),
      topic: data.topics.map((key) => ({ key, name: topics.get(key) ?? key, lang: 'zh-Hant' })),
      series: data.series === undefined ? [] : [seriesOf(data.series)],
      source: data.sources.map(({ file }) => ({ key: file, name: file, lang })),
      year: year === undefined ? [] : [{ key: year, name: year, lang }],
    };
  });
}
