/**
 * The frontmatter of an article file: the one declaration that ingest writes by and the site reads by.
 * `docs/formats.md` describes it for people.
 */
import { z } from 'zod';
import { reviewCodes } from './codes.ts';

/** Eight or more lower-case Crockford base-32 characters (no i, l, o, u). */
export const articleIdSchema = z
  .string()
  .regex(/^[0-9a-hjkmnp-tv-z]{8,}$/, 'eight or more characters of 0-9 a-z without i l o u');

export const authorSchema = z.strictObject({
  /** As printed, without 文／ 作者： brackets, padding or honorific. */
  name: z.string().min(1),
  /** 博士, 教授, 醫生, 律師 … where one is attached to the name or stands between name and roles. */
  honorific: z.string().min(1).optional(),
  /** As printed on this article, in order. */
  roles: z.array(z.string().min(1)),
  kind: z.enum(['person', 'pen-name', 'organisation']).optional(),
  /** Tells people of one name apart; given by corrections, absent for the only (or first) one. */
  person: z.string().min(1).optional(),
});

/** 1-based, inclusive line numbers of a source file. */
export const lineRangeSchema = z.tuple([z.int().min(1), z.int().min(1)]);

export const sourceSchema = z.strictObject({
  /** Relative to the folder of sources, with `/` between folders. */
  file: z.string().min(1),
  lines: z.array(lineRangeSchema).min(1),
});

export const articleSchema = z.strictObject({
  id: articleIdSchema,
  title: z.string().min(1),
  authors: z.array(authorSchema).min(1),
  series: z.string().min(1).optional(),
  seriesPart: z.string().min(1).optional(),
  standfirst: z.string().min(1).optional(),
  topics: z.array(z.string().min(1)).min(1).max(4),
  lang: z.enum(['zh-Hant', 'zh-Hans']),
  date: z.iso.date().optional(),
  publication: z.string().min(1).optional(),
  page: z.string().min(1).optional(),
  sources: z.array(sourceSchema).min(1),
  /** What ingest was unsure of; empty means sure. */
  review: z.array(z.enum(reviewCodes)),
  /** Earlier ids of this article; they redirect here. */
  formerly: z.array(articleIdSchema).optional(),
});

export type Author = z.infer<typeof authorSchema>;
export type ArticleSource = z.infer<typeof sourceSchema>;
export type Frontmatter = z.infer<typeof articleSchema>;

/** A paragraph or a printed subhead of a body, its text exactly as it is shown. */
export type Block = { kind: 'p' | 'h'; text: string };
