/** The ledger of one source: where each character of the dump went, and why. */
import { z } from 'zod';
import { articleIdSchema, articleSchema } from './schema.ts';

export const spanLabels = [
  'title',
  'byline',
  'series',
  'standfirst',
  'subhead',
  'paragraph',
  'furniture',
  'unplaced',
] as const;
export const spanLabelSchema = z.enum(spanLabels);
export type SpanLabel = z.infer<typeof spanLabelSchema>;

export const spanSchema = z.strictObject({
  /** 1-based; a line ends at LF, CR or CRLF. */
  line: z.int().min(1),
  /** UTF-16 offsets within the line, `from` included, `to` excluded. */
  from: z.int().min(0),
  to: z.int().min(1),
  label: spanLabelSchema,
  /** The article's id; absent for furniture and for text without a place. */
  article: articleIdSchema.optional(),
  /** 1-based number of the block among the article's blocks of this label: paragraph 7 is `#p7`, subhead 2 `#h2`. */
  block: z.int().min(1).optional(),
  /** The span goes on where the one before it in the same block stopped, nothing between. */
  joined: z.literal(true).optional(),
  /** A short code of the rule or evidence that decided. */
  reason: z.string().min(1),
});
export type Span = z.infer<typeof spanSchema>;

/** What was read of fields that a person sets; those of which nothing was read are absent. */
export const overruledSchema = articleSchema.omit({ id: true, sources: true, review: true }).partial();
export type Overruled = z.infer<typeof overruledSchema>;

export const ledgerSchema = z.strictObject({
  source: z.strictObject({
    file: z.string().min(1),
    /** Names that the file had before, the latest first, where it was renamed. */
    formerly: z.array(z.string().min(1)).min(1).optional(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    bytes: z.int().min(0),
    encoding: z.string().min(1),
    /** A person said so: what is not of the encoding was read as lost characters. */
    damaged: z.literal(true).optional(),
    lines: z.int().min(0),
    /** Number of the run that first read the source; a dump never changes what was read before it arrived. */
    arrived: z.int().min(1),
  }),
  /**
   * The articles this source holds, in the order of their first line, with the SHA-256 of each file as written, and what
   * was read of the fields that corrections set in it.
   */
  articles: z.array(
    z.strictObject({
      id: articleIdSchema,
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      read: overruledSchema.optional(),
    }),
  ),
  /** Articles that were withdrawn, with the earlier ids that lead to them, where there are any. */
  withdrawn: z
    .array(z.strictObject({ id: articleIdSchema, formerly: z.array(articleIdSchema).min(1) }))
    .optional(),
  spans: z.array(spanSchema),
});
export type Ledger = z.infer<typeof ledgerSchema>;
