/** An article file: frontmatter between `---` lines, then the body. */
import { FAILSAFE_SCHEMA, load, Type, types } from 'js-yaml';
import { writeBody } from './body.ts';
import { writeFields } from './frontmatter.ts';
import { articleSchema, type Block, type Frontmatter } from './schema.ts';

/** The order of the fields in a file, so that equal articles are equal bytes. */
const fieldOrder = Object.keys(articleSchema.shape) as (keyof Frontmatter)[];

/**
 * Writes an article as the text of its file.
 *
 * @param frontmatter checked against `articleSchema`; fields that are `undefined` are left out
 */
export function writeArticle(frontmatter: Frontmatter, blocks: readonly Block[]): string {
  const ordered = Object.fromEntries(
    fieldOrder.flatMap((field) => (frontmatter[field] === undefined ? [] : [[field, frontmatter[field]]])),
  );
  return `---\n${writeFields(ordered)}---\n\n${writeBody(blocks)}`;
}

/** The numbers of YAML 1.2 and no others: a headline such as 1_000 or 0b1 is a text. */
const coreNumber = /^(?:0o[0-7]+|0x[\da-f]+|[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:e[-+]?\d+)?|[-+]?\.inf|\.nan)$/i;

/** The core schema of YAML 1.2. Frontmatter is read by the fastest reader there is: every run reads all of it. */
const coreSchema = FAILSAFE_SCHEMA.extend({
  implicit: [
    types.null,
    types.bool,
    new Type('tag:yaml.org,2002:float', {
      kind: 'scalar',
      resolve: (text) => typeof text === 'string' && coreNumber.test(text),
      construct: Number,
    }),
  ],
});

const head = /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;

/** Frontmatter as YAML gives it (unchecked) and the body as written. */
export function splitArticle(text: string): { frontmatter: unknown; body: string } {
  const match = head.exec(text);
  if (!match) return { frontmatter: undefined, body: text };
  return { frontmatter: load(match[1] ?? '', { schema: coreSchema }), body: text.slice(match[0].length) };
}

/** The body as written. */
export function bodyOf(text: string): string {
  return text.slice(head.exec(text)?.[0].length ?? 0);
}

/**
 * Fields in which an article is not as it was, in the order of a file, `body` the last of them.
 *
 * @param before its file as it was; without frontmatter where that could not be read
 */
export function alteredFields(
  before: { text: string; frontmatter: Frontmatter | undefined },
  now: { text: string; frontmatter: Frontmatter },
): string[] {
  const isSame = (field: keyof Frontmatter): boolean =>
    JSON.stringify(before.frontmatter?.[field]) === JSON.stringify(now.frontmatter[field]);
  const fields: string[] = fieldOrder.filter((field) => !isSame(field));
  return bodyOf(before.text) === bodyOf(now.text) ? fields : [...fields, 'body'];
}
