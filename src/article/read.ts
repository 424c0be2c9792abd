/** An article file read for the site: its fields, its blocks, and whether its body is to be rendered as MDX. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { readPlainBody } from './body.ts';
import { bodyOf, splitArticle } from './file.ts';
import { blocksOfMarkdown } from './markdown.ts';
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

/** What is wrong with an article file, in words for a keeper. */
export class ArticleFileError extends Error {}

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
  const { frontmatter, body } = attempt('its frontmatter is no valid YAML', () => splitArticle(text));
  if (frontmatter === undefined) {
    throw new ArticleFileError('it does not begin with frontmatter between two lines of ---');
  }
  const fields = articleSchema.safeParse(frontmatter);
  if (!fields.success) throw new ArticleFileError(z.prettifyError(fields.error).replace(/\n\s*/g, ' '));
  const plain = readPlainBody(body);
  const blocks = plain ?? attempt('its body is no valid MDX', () => blocksOfMarkdown(body));
  return { fields: fields.data, blocks, markup: plain === undefined, body: plain === undefined ? body : '' };
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

function attempt<Result>(failure: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw new ArticleFileError(`${failure}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
