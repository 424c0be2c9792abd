/** YAML that a person wrote, held against a schema, with problems that name the line. */
import { isMap, isNode, isScalar, isSeq, type Node } from 'yaml';
import type { z } from 'zod';
import { joinLists, parseLists } from './lists.ts';
import { type Problem, type ProblemCode, problem } from './report.ts';
import { schemaWords, syntaxProblems } from './yaml-words.ts';

/** The deepest node on a path, whose place an error names. */
function nodeAt(root: unknown, path: readonly PropertyKey[]): Node | undefined {
  let node: unknown = root;
  for (const key of path) {
    const next = isMap(node) || isSeq(node) ? node.get(key, true) : undefined;
    if (!isNode(next)) break;
    node = next;
  }
  return isNode(node) ? node : undefined;
}

/** A name in the node at a path, whose place an error names that speaks of it. */
function keyAt(root: unknown, path: readonly PropertyKey[], name: string): Node | undefined {
  const node = nodeAt(root, path);
  const keys = isMap(node) ? node.items.map(({ key }) => key) : [];
  return keys.filter(isScalar).find(({ value }) => value === name);
}

/** The line of the node at a path. */
export type LineOf = (path: readonly PropertyKey[]) => number;

/**
 * What a person wrote: `value` unless there are problems, `raw` as it stands there, which the schema may refuse; `lineOf` finds
 * the 1-based line of a part of it.
 */
export type Written<T> = { value?: T; raw?: unknown; problems: Problem[]; lineOf?: LineOf };

/** A file that a person wrote. */
export type Form<T> = {
  file: string;
  schema: z.ZodType<T>;
  /** Of what is wrong with it. */
  code: ProblemCode;
  /** What a file holds that does not exist or is empty; `undefined` where there has to be one. */
  empty: T | undefined;
};

/** Reads the text of a file. */
export function readYaml<T>(text: string, { file, schema, code, empty }: Form<T>): Written<T> {
  const { document, lines } = parseLists(text);
  const broken = (at: number, message: string): Problem =>
    problem(code, 'error', file, message, lines.linePos(at).line);
  const misread = syntaxProblems(document, text);
  if (misread.length > 0) return { problems: misread.map(({ at, message }) => broken(at, message)) };
  const unjoined = joinLists(document);
  if (unjoined.length > 0)
    return { problems: unjoined.map((key) => broken(key.range?.[0] ?? 0, `${key} stands twice.`)) };
  const lineOf: LineOf = (path) => lines.linePos(nodeAt(document.contents, path)?.range?.[0] ?? 0).line;
  const data = (document.toJS() as unknown) ?? empty;
  const parsed = schema.safeParse(data, { error: schemaWords });
  if (parsed.success) return { value: parsed.data, raw: data, problems: [], lineOf };
  return {
    raw: data,
    lineOf,
    problems: parsed.error.issues.map((issue) => {
      const where = issue.path.length === 0 ? 'the file' : issue.path.map(String).join('.');
      const [unknown = ''] = issue.code === 'unrecognized_keys' ? issue.keys : [];
      const key = keyAt(document.contents, issue.path, unknown);
      const line = key?.range ? lines.linePos(key.range[0]).line : lineOf(issue.path);
      return problem(code, 'error', file, `${where}: ${issue.message}`, line);
    }),
  };
}
