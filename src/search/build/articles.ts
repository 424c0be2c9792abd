/** The articles of `content/` as the index takes them. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { readCorrections, readTopics } from '../../archive/files.ts';
import { inArchiveOrder } from '../../archive/order.ts';
import { Directory } from '../../archive/people.ts';
import { type Entry, readArticle } from '../../article/read.ts';
import { contentFolder } from '../../content-folder.ts';
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

export interface SearchArticle {
  entry: Entry;
  values: Record<FacetName, Value[]>;
}

const folder = path.join(contentFolder, 'articles');

async function readEntries(): Promise<Entry[]> {
  const names = await readdir(folder, { recursive: true }).catch(() => {
    throw new Error(`${folder} is missing: run npm run ingest`);
  });
  const entries: Entry[] = [];
  for (const name of names.filter((file) => file.endsWith('.mdx')).sort()) {
    const file = path.join(folder, name);
    try {
      entries.push(readArticle(await readFile(file)).entry);
    } catch (error) {
      throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return entries;
}

function asValue({ slug, name }: { slug: string; name: { text: string; lang: Script } }): Value {
  return { key: slug, name: name.text, lang: name.lang };
}

/**
 * Gives each article the values by which it can be filtered, under the keys that the site's addresses have.
 *
 * @param entries in the order of the archive
 * @param topics labels by id
 */
export function withValues(entries: readonly Entry[], topics: ReadonlyMap<string, string>): SearchArticle[] {
  const directory = new Directory();
  const series = new Map<string, Value>();
  return entries.map((entry) => {
    const { markup, sha256, blocks, ...data } = entry;
    const { lang, date } = data;
    const signatures = directory.sign({
      ...{ data, markup, edited: false, signatures: [], series: undefined, topics: [] },
      ...{ blocks: [], previous: undefined, next: undefined },
    });
    const seriesOf = (name: string): Value => {
      const key = fold(name);
      const known = series.get(key) ?? { key: slugOf(name), name, lang };
      series.set(key, known);
      return known;
    };
    const year = date?.slice(0, 4);
    const values: SearchArticle['values'] = {
      author: signatures.map(({ person }) => asValue(person)),
      role: signatures.flatMap(({ roles }) => roles.map(asValue)),
      topic: data.topics.map((key) => ({ key, name: topics.get(key) ?? key, lang: 'zh-Hant' })),
      series: data.series === undefined ? [] : [seriesOf(data.series)],
      source: data.sources.map(({ file }) => ({ key: file, name: file, lang })),
      year: year === undefined ? [] : [{ key: year, name: year, lang }],
    };
    return { entry, values };
  });
}

/**
 * Reads the articles of `content/` in the order of the archive, without those that were withdrawn.
 *
 * @throws naming the file that cannot be read
 */
export async function readArticles(): Promise<SearchArticle[]> {
  const withdrawn = new Set((readCorrections().withdraw ?? []).map(({ id }) => id));
  const topics = new Map(readTopics().map(({ id, label }) => [id, label]));
  const entries = (await readEntries()).filter(({ id }) => !withdrawn.has(id)).sort(inArchiveOrder);
  return withValues(entries, topics);
}
