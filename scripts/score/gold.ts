/** How a careful person reads dumps: the gold that scores and fixtures are held against. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';

const goldArticleSchema = z.object({
  title: z.string(),
  authors: z.array(z.object({ name: z.string(), roles: z.array(z.string()) })),
  series: z.string().nullish(),
  standfirst: z.string().nullish(),
  body: z.array(z.object({ kind: z.enum(['p', 'h']), text: z.string() })),
  date: z.string().nullish(),
  publication: z.string().nullish(),
  page: z.string().nullish(),
});
export type GoldArticle = z.infer<typeof goldArticleSchema>;

const goldSchema = z.record(
  z.string(),
  z.object({ articles: z.array(goldArticleSchema), furniture: z.array(z.string()).optional() }),
);
/** By source file. */
export type Gold = z.infer<typeof goldSchema>;

export function readGold(file: string): Gold {
  return goldSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** Topic ids by title, the primary first. */
export function readTopicGold(file: string): Record<string, string[]> {
  return z.record(z.string(), z.array(z.string())).parse(JSON.parse(readFileSync(file, 'utf8')));
}
