/**
 * One article as data: what `/articles/<id>.json` serves and what search, exports and feeds read.
 * Texts are in the script of the page they are served beside.
 */
import { z } from 'zod';
import { articleSchema } from './schema.ts';

export const recordSchema = articleSchema.extend({
  /** The script of the texts below; `lang` is the one in which the article was printed. */
  script: z.enum(['zh-Hant', 'zh-Hans']),
  /** Path of the article's page in this script, with base. */
  url: z.string().min(1),
  /** The body in order; paragraph `n` is `#p<n>` on the page, subhead `n` is `#h<n>`. */
  blocks: z.array(z.strictObject({ kind: z.enum(['p', 'h']), n: z.int().min(1), text: z.string() })),
});
export type ArticleRecord = z.infer<typeof recordSchema>;
