/** How good the reading of a folder of fixtures is known to be: `floors.json` beside its gold. */
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { isExact, isSilent, rightIn, type Score } from './score.ts';

const floorsSchema = z.strictObject({
  /** At least so many articles of the gold are … */
  found: z.int(),
  title: z.int(),
  authors: z.int(),
  /** … with the day, the paper and the page of the gold. */
  head: z.int(),
  exact: z.int(),
  /** At most so many articles are wrong without a review code, or made of what is no article. */
  silent: z.int(),
  surplus: z.int(),
});
export type Floors = z.infer<typeof floorsSchema>;

/** The floors of a file; without one, every article must be exact. */
export function readFloors(file: string, articles: number): Floors {
  if (existsSync(file)) return floorsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  return {
    found: articles,
    title: articles,
    authors: articles,
    head: articles,
    exact: articles,
    silent: 0,
    surplus: 0,
  };
}

/** What a score reaches. */
export function reached({ verdicts, surplus }: Score): Floors {
  return {
    found: verdicts.filter(({ written }) => written).length,
    title: rightIn(verdicts, 'title'),
    authors: rightIn(verdicts, 'authors'),
    head: verdicts.filter(({ written, wrongHead }) => written && wrongHead.length === 0).length,
    exact: verdicts.filter(isExact).length,
    silent: verdicts.filter(isSilent).length,
    surplus,
  };
}
