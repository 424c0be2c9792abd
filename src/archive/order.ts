/** Archive order: the order of the dumps, where no date orders better. */
import type { Frontmatter } from '../article/schema.ts';
import type { Archive, Article } from './model.ts';

const fileOf = ({ sources: [source] }: Frontmatter): string => source?.file ?? '';
const lineOf = ({ sources: [source] }: Frontmatter): number => source?.lines[0]?.[0] ?? 0;

/** Orders two articles by source name, then by line. */
export function inArchiveOrder(a: Frontmatter, b: Frontmatter): number {
  const first = fileOf(a);
  const second = fileOf(b);
  if (first !== second) return first < second ? -1 : 1;
  return lineOf(a) - lineOf(b) || (a.id < b.id ? -1 : 1);
}

/** Orders two articles with the newest first; those without a date follow, in archive order. */
export function newestFirst(a: Frontmatter, b: Frontmatter): number {
  if (a.date !== b.date) return (a.date ?? '') > (b.date ?? '') ? -1 : 1;
  return inArchiveOrder(a, b);
}

/** Articles as they came into the archive: the last read dumps first, in each of them the newest. */
export function latestFirst({ articles, sources }: Pick<Archive, 'articles' | 'sources'>): Article[] {
  const arrived = new Map(sources.map((source) => [source.file, source.arrived]));
  const arrivalOf = ({ data }: Article) => arrived.get(data.sources[0]?.file ?? '') ?? 0;
  return articles.toSorted((a, b) => arrivalOf(b) - arrivalOf(a) || newestFirst(a.data, b.data));
}

/** The lists of many names in the order of `latestFirst`, which is found once for the whole archive. */
export function latestFirstIn(
  archive: Pick<Archive, 'articles' | 'sources'>,
): (articles: readonly Article[]) => Article[] {
  const places = new Map(latestFirst(archive).map((article, at) => [article, at]));
  return (articles) => articles.toSorted((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
}
