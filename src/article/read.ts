/** An article file read for the site: its fields, its blocks, and whether its body is to be rendered as MDX. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { readPlainBody } from './body.ts';
import { type Fault, faultsOf } from './faults.ts';
import { bodyOf, splitArticle } from './file.ts';
import { blocksOfMarkdown, mdxFaults } from './markdown.ts';
import { articleSchema, type Block, type Frontmatter } from './schema.ts';

/** An entry of the collection `articles`: the head of an article file, and what is known of its body. */
export const headSchema = articleSchema.extend({
  /** A person wrote Markdown or MDX into the body. */
  markup: z.boolean(),
  /** Of the file's bytes, to be compared with the ledger's. */
  sha256: z.string(),
});

/** An article as it was read, its text with it. */
export type Entry = z.infer<typeof headSchema> & { blocks: Block[] };

/** An article file that cannot be read: what is wrong with it, in words for a keeper, each with its line where it has one. */
export class ArticleFileError extends Error {
  readonly faults: readonly (Omit<Fault, 'line'> & Partial<Fault>)[];

  constructor(faults: ArticleFileError['faults']) {
    super(faults.map(({ message }) => message).join('; '));
    this.faults = faults;
  }
}

/** What an article file holds, apart from its bytes. */
export interface ArticleText {
  fields: Frontmatter;
  blocks: Block[];
  markup: boolean;
  body: string;
}

/**
 * Reads the text of an article file.
 *
 * @throws {ArticleFileError} where the frontmatter or the MDX of the body cannot be read
 */
export function readText(written: string): ArticleText {
  const text = written.replace(/\r\n?/g, '\n');
  const body = bodyOf(text);
  const plain = readPlainBody(body);
  const fields = articleSchema.safeParse(attempt(() => splitArticle(text).frontmatter));
  // What the compiler refuses no page can be made of; what is wrong is looked for where something is.
  const isSound = plain !== undefined || mdxFaults(body).length === 0;
  if (!fields.success || !isSound) throw new ArticleFileError(faultsOf(text));
  if (plain) return { fields: fields.data, blocks: plain, markup: false, body: '' };
  return { fields: fields.data, blocks: blocksOfMarkdown(body), markup: true, body };
}

/**
 * Reads the bytes of an article file.
 *
 * @param read `readText`, or what remembers its results
 * @returns the entry, and the body where a person wrote Markdown or MDX into it
 * @throws {ArticleFileError} where the frontmatter or the MDX of the body cannot be read
 */
export function readArticle(
  bytes: Uint8Array,
  read: (text: string, sha256: string) => ArticleText = readText,
): { entry: Entry; body: string } {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return entryWith(read(new TextDecoder().decode(bytes), sha256), sha256);
}

/** The entry of a file whose text is known, and the body where a person wrote Markdown or MDX into it. */
export function entryWith(
  { fields, blocks, markup, body }: ArticleText,
  sha256: string,
): { entry: Entry; body: string } {
  return { entry: { ...fields, blocks, markup, sha256 }, body };
}

/** Whether a person wrote Markdown or MDX into the body of a file, or something else that is to be read as such. */
export function holdsMarkup(file: string): boolean {
  const text = readFileSync(file, 'utf8').replace(/\r\n?/g, '\n');
  return readPlainBody(bodyOf(text)) === undefined;
}

/** What a function gives; `undefined` where it throws. */
function attempt<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
