/** The articles of `content/` as the index takes them. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { readCorrections, readTopics } from '../../archive/files.ts';
import { inArchiveOrder } from '../../archive/order.ts';
import { readArticle } from '../../article/read.ts';
import type { Frontmatter } from '../../article/schema.ts';
import { contentFolder } from '../../content-folder.ts';
import type { Searched } from '../document.ts';
import { Headers } from './headers.ts';
import { type Values, valuesOf } from './values.ts';

/** An article without its text, which is read when it is wanted. */
export interface SearchArticle {
  data: Frontmatter;
  values: Values;
  /** Of what is searched; equal for articles that are found by the same queries. */
  digest: string;
  searched(): Promise<Searched>;
}

type Unfiled = Omit<SearchArticle, 'values'>;

const folder = path.join(contentFolder, 'articles');

/** What of an article is searched, by name. */
function searchedOf(
  { title, standfirst, authors, series, seriesPart }: Frontmatter,
  blocks: Searched['blocks'],
): Searched {
  return { title, standfirst, authors, series, seriesPart, blocks };
}

/** An article whose text is at hand. */
export function articleOf(data: Frontmatter, blocks: Searched['blocks']): Unfiled {
  const searched = searchedOf(data, blocks);
  const digest = createHash('sha256').update(JSON.stringify(searched)).digest('hex');
  return { data, digest, searched: async () => searched };
}

function readBytes(file: string, bytes: Uint8Array): Unfiled {
  try {
    const { blocks, markup: _, sha256: __, ...data } = readArticle(bytes).entry;
    return articleOf(data, blocks);
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function readFolder(headers: Headers): Promise<Unfiled[]> {
  const names = await readdir(folder, { recursive: true }).catch(() => {
    throw new Error(`${folder} is missing: run npm run ingest`);
  });
  const articles: Unfiled[] = [];
  for (const name of names.filter((file) => file.endsWith('.mdx')).sort()) {
    const file = path.join(folder, name);
    const bytes = await readFile(file);
    const key = createHash('sha256').update(bytes).digest('hex');
    const known = headers.get(key);
    if (known !== undefined) {
      const searched = async () => readBytes(file, await readFile(file)).searched();
      articles.push({ ...known, searched });
      continue;
    }
    const article = readBytes(file, bytes);
    headers.set(key, { data: article.data, digest: article.digest });
    articles.push(article);
  }
  return articles;
}

/** Gives articles, in the order of the archive, what they can be filtered by. */
export function filed(articles: readonly Unfiled[], topics: ReadonlyMap<string, string>): SearchArticle[] {
  const values = valuesOf(
    articles.map(({ data }) => data),
    topics,
  );
  return articles.map((article, number) => ({ ...article, values: values[number] as Values }));
}

/**
 * Reads the articles of `content/` in the order of the archive, without those that were withdrawn.
 *
 * @param cache a folder that remembers what files say which did not change; nothing is remembered without it
 * @throws naming the file that cannot be read
 */
export async function readArticles(cache?: string): Promise<SearchArticle[]> {
  const headers = new Headers(cache);
  const withdrawn = new Set((readCorrections().withdraw ?? []).map(({ id }) => id));
  const topics = new Map(readTopics().map(({ id, label }) => [id, label]));
  const articles = await readFolder(headers);
  headers.save();
  const kept = articles.filter(({ data }) => !withdrawn.has(data.id));
  return filed(
    kept.sort((a, b) => inArchiveOrder(a.data, b.data)),
    topics,
  );
}
