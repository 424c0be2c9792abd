/** Whether there is enough to be seen in plots. */
import { pageSize } from '../site.ts';

/**
 * Whether plots tell more than the list of articles: where all articles stand on one page of it, a reader sees them there,
 * and bars are one to a few articles long.
 */
export function isWorthPlots(articles: number): boolean {
  return articles > pageSize.articles;
}
