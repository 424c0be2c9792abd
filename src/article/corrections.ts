/** `content/corrections.yaml`: what a person decided. It always wins over what ingest reads. */
import { z } from 'zod';
import { encodings } from './encodings.ts';
import { spanLabelSchema } from './ledger.ts';
import { articleIdSchema, authorSchema, lineRangeSchema } from './schema.ts';

const file = z.string().min(1);
const line = z.int().min(1);

/** Stands in a proposed correction for what the person decides. */
export const placeholder = '…';

const stillOpen = `${placeholder} stands for what you decide: write that in its place`;

const reason = z
  .string()
  .min(1)
  .refine((text) => text.trim() !== placeholder, { error: stillOpen });

const encoding = z.string().toLowerCase().pipe(z.enum(encodings));

/** Paths to the values that are a placeholder still. */
function undecided(value: unknown): PropertyKey[][] {
  if (typeof value === 'string') return value.trim() === placeholder ? [[]] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    undecided(each).map((path) => [Array.isArray(value) ? Number(key) : key, ...path]),
  );
}

/** The parts of an article in which a slip can be mended. */
export const slipPlaces = [
  'title',
  'standfirst',
  'series',
  'author',
  'role',
  'subhead',
  'paragraph',
] as const;

export const correctionsSchema = z.strictObject({
  /** Names the encoding of a file that its bytes leave open; `damaged` has what is not of it read as lost characters. */
  encodings: z
    .array(z.strictObject({ file, encoding, damaged: z.literal(true).optional(), reason }))
    .optional(),
  /** What a line is, or where an article begins or ends; the rest of the file is parsed around it. */
  lines: z
    .array(
      z
        .strictObject({
          file,
          line: z
            .union([line, lineRangeSchema], {
              error: 'the number of a line is expected, or the first and the last of several, such as [3, 5]',
            })
            .refine((lines) => typeof lines === 'number' || lines[0] <= lines[1], {
              error: 'the first of the lines is expected before the last',
            }),
          label: spanLabelSchema.optional(),
          /** `true`: an article begins at this line; `false`: none does. */
          begins: z.boolean().optional(),
          /** `true`: goes on in the middle of the block above; `false`: begins a block of its own. */
          joins: z.boolean().optional(),
          /** Words before which a new paragraph begins. */
          splitBefore: z.string().min(1).optional(),
          reason,
        })
        .refine(
          ({ label, begins, joins, splitBefore }) => (label ?? begins ?? joins ?? splitBefore) !== undefined,
          { error: 'label, begins, joins or splitBefore is expected: it does not say what the line is' },
        ),
    )
    .optional(),
  /** Sets fields of an article; `null` takes a field away. */
  fields: z
    .array(
      z
        .strictObject({
          id: articleIdSchema,
          set: z
            .strictObject({
              title: z.string().min(1),
              authors: z.array(authorSchema).min(1),
              series: z.string().min(1).nullable(),
              seriesPart: z.string().min(1).nullable(),
              standfirst: z.string().min(1).nullable(),
              topics: z.array(z.string().min(1)).min(1).max(4),
              lang: z.enum(['zh-Hant', 'zh-Hans']),
              date: z.iso.date().nullable(),
              publication: z.string().min(1).nullable(),
              page: z.string().min(1).nullable(),
              formerly: z.array(articleIdSchema),
            })
            .partial()
            .superRefine((set, context) => {
              for (const path of undecided(set))
                context.addIssue({
                  code: 'custom',
                  path,
                  message: stillOpen,
                });
            })
            .default({}),
          /** Says that a person has looked: the article's review codes are cleared. */
          reviewed: z.literal(true).optional(),
          reason,
        })
        .refine(({ set, reviewed }) => reviewed || Object.keys(set).length > 0, {
          error: 'set with a field in it is expected, or reviewed: true: it changes nothing',
        }),
    )
    .optional(),
  /** Mends a printed slip of the pen; the source and the ledger keep it. */
  slips: z
    .array(
      z.strictObject({
        id: articleIdSchema,
        in: z.enum(slipPlaces),
        from: z.string().min(1),
        to: z.string().min(1),
        reason,
      }),
    )
    .optional(),
  /** Takes an article out of the archive; a tombstone stays at its permalink. */
  withdraw: z.array(z.strictObject({ id: articleIdSchema, reason })).optional(),
  /** One series under several printed spellings. */
  series: z
    .array(z.strictObject({ name: z.string().min(1), also: z.array(z.string().min(1)).min(1), reason }))
    .optional(),
  /** One person under several printed names (`also`), or another person of the same name (`articles`). */
  people: z
    .array(
      z
        .strictObject({
          name: z.string().min(1),
          also: z.array(z.string().min(1)).min(1).optional(),
          person: z.string().min(1).optional(),
          articles: z.array(articleIdSchema).min(1).optional(),
          reason,
        })
        .refine(({ also, person, articles }) => also ?? (person && articles), {
          error: 'also is expected, or person and articles: it does not say who is who',
        })
        .refine(({ person, articles }) => (person === undefined) === (articles === undefined), {
          error: 'person and articles are expected together: who it is, and of which articles',
        }),
    )
    .optional(),
});

export type Corrections = z.infer<typeof correctionsSchema>;
export type LineCorrection = NonNullable<Corrections['lines']>[number];

/** The first and the last line that a correction is of, 1-based. */
export function linesSaid({ line }: Pick<LineCorrection, 'line'>): readonly [number, number] {
  return typeof line === 'number' ? [line, line] : line;
}
export type FieldCorrection = NonNullable<Corrections['fields']>[number];
export type SlipCorrection = NonNullable<Corrections['slips']>[number];
