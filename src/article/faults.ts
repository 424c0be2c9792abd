/** What is wrong with an article file that a person edited: all of it at once, each with the line of the file. */
import { z } from 'zod';
import { readPlainBody } from './body.ts';
import { bodyOf, splitArticle } from './file.ts';
import { mdxFaults } from './markdown.ts';
import { meantTodo } from './near.ts';
import { articleSchema } from './schema.ts';
import { readYaml } from './yaml.ts';

/** What is wrong, in words for a keeper, and the 1-based line of the file. */
export type Fault = { line: number; message: string };

const noHead: Fault = { line: 1, message: 'it does not begin with frontmatter between two lines of ---' };

/** What the reader says that reads the frontmatter of all articles, where it refuses what the other one takes. */
function refusal(text: string): Fault[] {
  try {
    const { error } = articleSchema.safeParse(splitArticle(text).frontmatter);
    return error ? [{ line: 1, message: z.prettifyError(error).replace(/\n\s*/g, ' ') }] : [];
  } catch (error) {
    const { reason, mark } = error as { reason?: string; mark?: { line: number } };
    // Its lines count from 0, and begin below the first line of the file.
    return [{ line: (mark?.line ?? 0) + 2, message: `its frontmatter is no YAML: ${reason ?? error}` }];
  }
}

/** @param topics the ids that there are, where that is to be looked at */
function faultsOfHead(text: string, head: string, topics: ReadonlySet<string> | undefined): Fault[] {
  // Without the lines of --- around it, and at its place still.
  const yaml = head.replace(/^\uFEFF?---[ \t]*/, '').replace(/---[ \t]*\n?$/, '');
  const { raw, mistakes, lineOf } = readYaml(yaml, { schema: articleSchema, empty: undefined });
  const faults = mistakes.map(({ line, what, todo }) => ({
    line,
    message: todo ? `${what}; ${todo}` : what,
  }));
  const { topics: said } = Object(raw) as { topics?: unknown };
  for (const [at, topic] of (Array.isArray(said) ? said : []).entries())
    if (typeof topic === 'string' && topics?.has(topic) === false) {
      const what = `there is no topic ${topic} in the topics file`;
      const todo = meantTodo(topic, topics);
      const line = lineOf?.(['topics', at]) ?? 1;
      faults.push({ line, message: todo ? `${what}; ${todo}` : what });
    }
  return faults.length > 0 ? faults.sort((a, b) => a.line - b.line) : refusal(text);
}

/**
 * What keeps an article file from being read, and its page from being made.
 *
 * @param written the text of the file
 * @param topics the ids that there are, where that is to be looked at
 */
export function faultsOf(written: string, topics?: ReadonlySet<string>): Fault[] {
  const text = written.replace(/\r\n?/g, '\n');
  const body = bodyOf(text);
  const head = text.slice(0, text.length - body.length);
  if (head === '') return [noHead];
  const faults = faultsOfHead(text, head, topics);
  if (readPlainBody(body)) return faults;
  // A body is compiled at its place in the file, so that what is said of it names lines of the file.
  const above = '\n'.repeat(head.split('\n').length - 1);
  return [...faults, ...mdxFaults(above + body)];
}
