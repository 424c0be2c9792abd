/** An article file read for the site: its fields, its blocks, and whether its body is to be rendered as MDX. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { readPlainBody } from './body.ts';
import { splitArticle } from './file.ts';
import { blocksOfMarkdown } from './markdown.ts';
import { articleSchema } from './schema.ts';

/** An entry of the collection `articles`. */
export const entrySchema = articleSchema.extend({
  blocks: z.array(z.strictObject({ kind: z.enum(['p', 'h']), text: z.string() })),
  /** A person wrote Markdown or MDX into the body. */
  markup: z.boolean(),
  /** Of the file's bytes, to be compared with the ledger's. */
  sha256: z.string(),
});
export type Entry = z.infer<typeof entrySchema>;

/** What is wrong with an article file, in words for a keeper. */
export class ArticleFileError extends Error {}

/**
 * Reads the bytes of an article file.
 *
 * @throws {ArticleFileError} where the frontmatter or the MDX of the body cannot be read
 */
export function readArticle(bytes: Uint8Array): { entry: Entry; body: string } {
  const text = new TextDecoder().decode(bytes).replace(/\r\n?/g, '\n');
  const { frontmatter, body } = attempt('its frontmatter is no valid YAML', () => splitArticle(text));
  if (frontmatter === undefined) {
    throw new ArticleFileError('it does not begin with frontmatter between two lines of ---');
  }
  const fields = articleSchema.safeParse(frontmatter);
  if (!fields.success) throw new ArticleFileError(z.prettifyError(fields.error).replace(/\n\s*/g, ' '));
  const plain = readPlainBody(body);
  const blocks = plain ?? attempt('its body is no valid MDX', () => blocksOfMarkdown(body));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { entry: { ...fields.data, blocks, markup: plain === undefined, sha256 }, body };
}

function attempt<Result>(failure: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw new ArticleFileError(`${failure}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
