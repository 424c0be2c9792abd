/** What the archive as a whole has decided before a dump is rendered. */
import type { ArticleSource } from '../../../src/article/schema.ts';

/** What the archive decided of one article of a dump. */
export type Placement = {
  id: string;
  /** This dump is the one the article is written from; another only adds a source. */
  primary: boolean;
  /** Further sources, for the primary. */
  others: ArticleSource[];
  /** The one spelling of its series. */
  series?: string;
  /** The archive has the series elsewhere too. */
  seriesKnown: boolean;
  formerly: string[];
  /** SHA-256 of the file as earlier runs wrote it. */
  written: string[];
};
