/** What an ingest run reports: the shape of `--json`, and the codes of what can be wrong. */
import { z } from 'zod';
import { reviewCodes } from './codes.ts';

/** Stable codes of problems, each with what a person can do about it. */
export const problemRemedies = {
  'bad-option': '`npm run ingest -- --help` lists the options.',
  'bad-corrections': 'Mend the file at the place named; nothing was read or written.',
  'bad-topics': 'Mend the file at the place named; nothing was read or written.',
  'same-stem': 'Rename one of the files: the name without its ending is part of addresses.',
  'no-sources': 'Put dumps (*.txt) into the folder of sources, or name another one with --sources.',
  'cannot-read': 'Check that the file exists and may be read.',
  'cannot-decode':
    'Name the right encoding under `encodings:` in the corrections; where bytes were damaged, say `damaged: true` there: each is read as \ufffd, and its article is in doubt.',
  'out-of-memory': 'Cut the dump into several files; nothing was written.',
  'empty-source': 'Remove the file, or put the text of the dump into it.',
  'no-article': 'Check that the file is a page of op-eds; label its lines under `lines:` in the corrections.',
  'unplaced-text':
    'Say what the line is under `lines:` in the corrections: `label: title`, `series`, `furniture`, or `unplaced` where it has no place.',
  'text-lost': 'This is a defect of the program: please report it with the file.',
  'source-gone': 'Put the dump back, or withdraw the articles under `withdraw:` in the corrections.',
  'article-gone':
    'Nothing to do where that is meant; otherwise put its lines back into the dump, or take back what the corrections say of them.',
  'edited-article':
    'Nothing to do; `--force FILE` drops the edit: it writes the article anew, or removes the file where no dump holds it.',
  'edited-withdrawn': 'Nothing to do; `--force FILE` removes the file with the edit.',
  'broken-article':
    'Mend the file at the line named, or write the article anew with --force FILE; the site cannot be built with it.',
  'unmatched-correction': 'Remove it, or adapt it to what the dump says and what the archive holds.',
  'unheeded-correction':
    'Set the field of the article under `fields:`, or say what the lines around it are as well; otherwise remove it.',
  'contradicted-correction': 'Keep the one of the two that is meant.',
  'would-change': 'Run the ingest without --check.',
} as const;
export type ProblemCode = keyof typeof problemRemedies;
const problemCodes = Object.keys(problemRemedies) as [ProblemCode, ...ProblemCode[]];

export const problemSchema = z.strictObject({
  code: z.enum(problemCodes),
  /** `error` makes the run fail, `note` does not. */
  level: z.enum(['error', 'note']),
  file: z.string(),
  line: z.int().min(1).optional(),
  /** What happened. */
  message: z.string(),
  /** What to do. */
  remedy: z.string(),
});
export type Problem = z.infer<typeof problemSchema>;

export const doubtSchema = z.strictObject({
  file: z.string(),
  line: z.int().min(1),
  code: z.enum(reviewCodes),
  article: z.string(),
  /** The article's title as it is now. */
  title: z.string(),
  /** What the line says. */
  text: z.string(),
  decided: z.string(),
  runnerUp: z.string(),
  /** How far the runner-up lies behind; the smaller, the more doubtful. A measure without a unit, for the order alone. */
  margin: z.number(),
  /** YAML for `content/corrections.yaml` that would overrule the decision. */
  correction: z.string(),
});
export type ReportedDoubt = z.infer<typeof doubtSchema>;

export const sourceReportSchema = z.strictObject({
  file: z.string(),
  encoding: z.string(),
  articles: z.int().min(0),
  /** Torn paragraphs that were put together again. */
  joined: z.int().min(0),
  furniture: z.int().min(0),
  unplaced: z.int().min(0),
  review: z.int().min(0),
});
export type SourceReport = z.infer<typeof sourceReportSchema>;

export const addedArticleSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** Their names. */
  authors: z.array(z.string()),
  /** The dump that it was read from. */
  file: z.string(),
});
export type AddedArticle = z.infer<typeof addedArticleSchema>;

export const alteredArticleSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** Fields of its frontmatter that are not as they were, and `body`. */
  fields: z.array(z.string()).min(1),
  /** The dump that it was read from. */
  file: z.string(),
});
export type AlteredArticle = z.infer<typeof alteredArticleSchema>;

export const removedArticleSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** The article to which its address leads now; none where it was withdrawn, or no dump holds it any more. */
  into: z.string().optional(),
});
export type RemovedArticle = z.infer<typeof removedArticleSchema>;

export const reportSchema = z.strictObject({
  ok: z.boolean(),
  sources: z.array(sourceReportSchema),
  /** Articles that were not there before, in the order of the dumps. */
  added: z.array(addedArticleSchema),
  /** Articles that came out otherwise than they were, in the order of the dumps. */
  altered: z.array(alteredArticleSchema),
  /** Articles whose file went, or would go with `--check`. */
  removed: z.array(removedArticleSchema),
  doubts: z.array(doubtSchema),
  problems: z.array(problemSchema),
  /** Files that were written or removed, or would be with `--check`, relative to the working directory. */
  changed: z.array(z.string()),
});
export type Report = z.infer<typeof reportSchema>;

/** Makes a problem, with the remedy of its code where there is no better one. */
export function problem(
  code: ProblemCode,
  level: Problem['level'],
  file: string,
  message: string,
  line?: number,
  remedy: string = problemRemedies[code],
): Problem {
  return {
    code,
    level,
    file,
    ...(line === undefined ? {} : { line }),
    message,
    remedy,
  };
}
