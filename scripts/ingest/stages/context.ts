/** What every stage of a run knows. */
import type { Corrections } from '../../../src/article/corrections.ts';
import type { Topic } from '../../../src/article/topics.ts';

export type Context = {
  sources: string;
  articles: string;
  ledger: string;
  /** Folder of what was worked out before. */
  cache: string;
  corrections: Corrections;
  topics: readonly Topic[];
  /** Name of the corrections file, for problems. */
  correctionsFile: string;
  /** Tell what would change, and change nothing. */
  check: boolean;
  /** Ids or paths of edited articles to write anew. */
  force: readonly string[];
  /** Hashes of the program and of the topics. */
  code: string;
  topicsHash: string;
};
