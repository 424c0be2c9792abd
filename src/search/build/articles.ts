/** The articles of `content/` as the index takes them. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { inArchiveOrder } from '../../archive/order.ts';
import { readArticle } from '../../article/read.ts';
import type { Frontmatter } from '../../article/schema.ts';
import type { Searched } from '../document.ts';
import { type Content, readContent } from './content.ts';
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

function readFile(file: string): { article: Unfiled; hash: string } {
  try {
    const { blocks, markup: _, sha256, ...data } = readArticle(readFileSync(file)).entry;
    return { article: articleOf(data, blocks), hash: sha256 };
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function readUnfiled(files: Content['files'], headers: Headers): Unfiled[] {
  const articles = files.map(({ file, hash }) => {
    const known = headers.get(hash);
    if (known !== undefined) return { ...known, searched: async () => readFile(file).article.searched() };
    const { article, hash: read } = readFile(file);
    headers.set(read, { data: article.data, digest: article.digest });
    return article;
  });
  headers.save();
  return articles;
}

/** Gives articles, in the order of the archive, what they can be filtered by. */
export function filed(articles: readonly Unfiled[], topics: Content['topics']): SearchArticle[] {
  const values = valuesOf(
    articles.map(({ data }) => data),
    topics,
  );
  return articles.map((article, number) => ({ ...article, values: values[number] as Values }));
}

/** The run that brought an article; a second printing came later. */
function arrivalOf({ sources }: Frontmatter, arrivals: Content['arrivals']): number {
  return Math.min(...sources.map(({ file }) => arrivals.get(file) ?? 0));
}

/** Puts articles in the order in which they came; those that came in one run keep theirs. */
export function inOrderOfArrival<Article extends Pick<SearchArticle, 'data'>>(
  articles: readonly Article[],
  arrivals: Content['arrivals'],
): Article[] {
  return articles
    .map((article) => ({ article, arrival: arrivalOf(article.data, arrivals) }))
    .sort((a, b) => a.arrival - b.arrival)
    .map(({ article }) => article);
}

/**
 * Reads the articles of `content/`, without those that were withdrawn, in the order in which they came into the archive;
 * those that came in one run, in the order of the archive. So whatever comes next stands at the end.
 *
 * @param cache a folder that remembers what files say which did not change; nothing is remembered without it
 * @throws naming the file that cannot be read
 */
export async function readArticles(cache?: string, content = readContent()): Promise<SearchArticle[]> {
  const { files, withdrawn, topics, arrivals } = content;
  const kept = readUnfiled(files, new Headers(cache)).filter(({ data }) => !withdrawn.has(data.id));
  const inOrder = kept.sort((a, b) => inArchiveOrder(a.data, b.data));
  return inOrderOfArrival(filed(inOrder, topics), arrivals);
}
