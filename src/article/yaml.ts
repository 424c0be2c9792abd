/** YAML that a person wrote, held against a schema, with problems that name the line. */
import { isMap, isNode, isScalar, isSeq, type Node } from 'yaml';
import type { z } from 'zod';
import { joinLists, parseLists } from './lists.ts';
import { namesNear } from './near.ts';
import { holdsWide, schemaWords, syntaxProblems, type Words, wordsIn } from './yaml-words.ts';

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

/** Something that is wrong, on a line. */
export type Mistake = Words & { line: number };

/**
 * What a person wrote: `value` unless there are mistakes, `raw` as it stands there, which the schema may refuse; `lineOf` finds
 * the 1-based line of a part of it.
 */
export type Written<T> = { value?: T; raw?: unknown; mistakes: Mistake[]; lineOf?: LineOf };

/** What a file holds. */
export type Form<T> = {
  schema: z.ZodType<T>;
  /** What stands in a file that does not exist or is empty; `undefined` where there has to be something. */
  empty: T | undefined;
};

/** Where in its entry something stands. The entry is shown by its line; what is deeper is counted as people count. */
function placeOf(path: readonly PropertyKey[]): string {
  const at = path.findIndex((key) => typeof key === 'number');
  const [list, rest] = at < 0 ? [[], path] : [path.slice(0, at), path.slice(at + 1)];
  const within = rest
    .map((key, index) =>
      typeof key === 'number' ? ` (number ${key + 1})` : `${index > 0 ? '.' : ''}${String(key)}`,
    )
    .join('');
  const under = list.length > 0 ? `Under ${list.map(String).join('.')}` : '';
  return [under, within].filter((part) => part !== '').join(', ');
}

function isPrefix(path: readonly PropertyKey[], longer: readonly PropertyKey[]): boolean {
  return path.length <= longer.length && path.every((key, at) => longer[at] === key);
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => Object(value)[key], data);
}

/**
 * Issues that are no mere consequence of others: a rule over a whole entry says nothing where something within is wrong
 * already, and a name that is missing stands there with a slip in it.
 */
function withoutConsequences(issues: readonly z.core.$ZodIssue[], data: unknown): z.core.$ZodIssue[] {
  return issues.filter((issue) => {
    const { path } = issue;
    const others = issues.filter((each) => each !== issue);
    if (issue.code === 'custom')
      return !others.some(
        (each) => isPrefix(path, each.path) && (each.code !== 'custom' || each.path.length > path.length),
      );
    const name = String(path.at(-1));
    const misspelt = others.some(
      (each) =>
        each.code === 'unrecognized_keys' &&
        each.path.length === path.length - 1 &&
        isPrefix(each.path, path) &&
        each.keys.some((key) => holdsWide(key) || namesNear(key, [name]).length > 0),
    );
    return !(misspelt && valueAt(data, path) === undefined);
  });
}

/** Reads the text of a file. */
export function readYaml<T>(text: string, { schema, empty }: Form<T>): Written<T> {
  const { document, lines } = parseLists(text);
  const lineAt = (offset: number): number => lines.linePos(offset).line;
  const misread = syntaxProblems(document, text);
  if (misread.length > 0)
    return { mistakes: misread.map(({ at, ...words }) => ({ line: lineAt(at), ...words })) };
  const unjoined = joinLists(document);
  if (unjoined.length > 0)
    return {
      mistakes: unjoined.map((key) => ({ line: lineAt(key.range?.[0] ?? 0), what: `${key} stands twice` })),
    };
  const lineOf: LineOf = (path) => lineAt(nodeAt(document.contents, path)?.range?.[0] ?? 0);
  const raw = (document.toJS() as unknown) ?? empty;
  const parsed = schema.safeParse(raw, { error: schemaWords });
  if (parsed.success) return { value: parsed.data, raw, mistakes: [], lineOf };
  const mistakes = withoutConsequences(parsed.error.issues, raw).flatMap((issue) => {
    const place = placeOf(issue.path);
    return wordsIn(issue.message).map(({ what, ...words }, at): Mistake => {
      const name = issue.code === 'unrecognized_keys' ? issue.keys[at] : undefined;
      const key = name === undefined ? undefined : keyAt(document.contents, issue.path, name);
      const line = key?.range ? lineAt(key.range[0]) : lineOf(issue.path);
      return { line, what: place === '' ? what : `${place}: ${what}`, ...words };
    });
  });
  return { raw, mistakes: mistakes.sort((a, b) => a.line - b.line), lineOf };
}
