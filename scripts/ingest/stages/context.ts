/** What every stage of a run knows. */
import type { Corrections } from '../../../src/article/corrections.ts';
import type { Topic } from '../../../src/article/topics.ts';

export type Context = {
  sources: string;
  articles: string;
  ledger: string;
  cache: string;
  corrections: Corrections;
  topics: readonly Topic[];
  /** Name of the corrections file, for problems. */
  correctionsFile: string;
  /** Tell what would change, and change nothing. */
  check: boolean;
  /** Ids or paths of edited articles to write anew. */
  force: readonly string[];
  /** Hash of the program. */
  code: string;
};
