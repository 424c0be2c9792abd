/** The files a person writes for the ingest: corrections and topics, read with errors that name the line. */
import { existsSync, readFileSync } from 'node:fs';
import { isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { z } from 'zod';
import { type Corrections, correctionsSchema } from '../../src/article/corrections.ts';
import { type Problem, type ProblemCode, problem } from '../../src/article/report.ts';
import { type Topic, topicsSchema } from '../../src/article/topics.ts';

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

/** Joins lists of one name, which proposals that are pasted one below the other make; tells which names cannot be joined. */
function joinLists(root: unknown): Node[] {
  if (!isMap(root)) return [];
  const unjoined: Node[] = [];
  const first = new Map<unknown, (typeof root.items)[number]>();
  root.items = root.items.filter((pair) => {
    const name = isScalar(pair.key) ? pair.key.value : pair.key;
    const before = first.get(name);
    if (!before) first.set(name, pair);
    else if (isSeq(before.value) && isSeq(pair.value)) before.value.items.push(...pair.value.items);
    else if (isNode(pair.key)) unjoined.push(pair.key);
    return before === undefined;
  });
  return unjoined;
}

/** The line of the node at a path. */
type LineOf = (path: readonly PropertyKey[]) => number;

function readYaml<T>(
  file: string,
  schema: z.ZodType<T>,
  code: ProblemCode,
  empty: T | undefined,
): { value?: T; problems: Problem[]; lineOf?: LineOf } {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (empty !== undefined && !existsSync(file)) return { value: empty, problems: [] };
    return {
      problems: [problem(code, 'error', file, `The file cannot be read: ${(error as Error).message}`)],
    };
  }
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    // Names at the beginning of a line are those of whole lists, and may come again.
    uniqueKeys: (a, b) =>
      a === b ||
      (isScalar(a) && isScalar(b) && a.value === b.value && lines.linePos(b.range?.[0] ?? 0).col > 1),
  });
  if (document.errors.length > 0) {
    return {
      problems: document.errors.map((error) =>
        problem(
          code,
          'error',
          file,
          `Not valid YAML: ${error.message.split('\n')[0]}`,
          error.linePos?.[0].line ?? 1,
        ),
      ),
    };
  }
  const unjoined = joinLists(document.contents);
  if (unjoined.length > 0)
    return {
      problems: unjoined.map((key) =>
        problem(code, 'error', file, `${key} stands twice.`, lines.linePos(key.range?.[0] ?? 0).line),
      ),
    };
  const lineOf: LineOf = (path) => {
    const node = nodeAt(document.contents, path);
    return node?.range ? lines.linePos(node.range[0]).line : 1;
  };
  const data = (document.toJS() as unknown) ?? empty;
  const parsed = schema.safeParse(data);
  if (parsed.success) return { value: parsed.data, problems: [], lineOf };
  return {
    problems: parsed.error.issues.map((issue) => {
      const where = issue.path.length === 0 ? 'the file' : issue.path.map(String).join('.');
      return problem(code, 'error', file, `${where}: ${issue.message}`, lineOf(issue.path));
    }),
  };
}

/**
 * The corrections; a file that does not exist holds none.
 *
 * @param topics the topics that articles can be given
 */
export function readCorrections(
  file: string,
  topics: readonly Topic[] = [],
): { value?: Corrections; problems: Problem[] } {
  const { value, problems, lineOf } = readYaml(file, correctionsSchema, 'bad-corrections', {});
  const known = new Set(topics.map(({ id }) => id));
  for (const [at, { set }] of (value?.fields ?? []).entries())
    for (const [index, topic] of (set.topics ?? []).entries()) {
      if (topics.length === 0 || known.has(topic)) continue;
      const line = lineOf?.(['fields', at, 'set', 'topics', index]);
      problems.push(
        problem('bad-corrections', 'error', file, `There is no topic ${topic} in the topics file.`, line),
      );
    }
  return { ...(value ? { value } : {}), problems };
}

/** The topics; ids must differ. */
export function readTopics(file: string): { value?: Topic[]; problems: Problem[] } {
  const read = readYaml(file, topicsSchema, 'bad-topics', undefined);
  const seen = new Set<string>();
  for (const { id } of read.value ?? []) {
    if (seen.has(id))
      read.problems.push(problem('bad-topics', 'error', file, `The topic ${id} stands twice.`));
    seen.add(id);
  }
  return read;
}
