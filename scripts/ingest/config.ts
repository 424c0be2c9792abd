/**
 * The files a person writes for the ingest: corrections and topics, read with errors that name the line. What a file without
 * errors says is kept by its text, and the library of YAML is loaded for another one alone.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Corrections, correctionsSchema } from '../../src/article/corrections.ts';
import { type Problem, problem } from '../../src/article/report.ts';
import { type Topic, topicsSchema } from '../../src/article/topics.ts';
import type { Form, Mistake, Written } from '../../src/article/yaml.ts';
import { cacheIn, keyOf } from './cache.ts';
import { firstBadUtf8, lineOfByte } from './encodings.ts';
import { unknownTopics } from './topics-said.ts';

/** Where is kept what was read before, and a hash of the program. */
export type Before = { cache: string; code: string };

/** 1-based line of each entry, by list. */
export type Lines = Readonly<Record<string, readonly number[]>>;

/** A file that a person wrote. */
type File<T> = Form<T> & {
  file: string;
  /** Of what is wrong with it. */
  code: 'bad-corrections' | 'bad-topics';
};

/** What a person wrote, and where the entries of its lists stand. */
export type Read<T> = Omit<Written<T>, 'mistakes'> & { problems: Problem[]; lines: Lines };

/** What is wrong in a file, which is why nothing was done. */
function broken(
  { file, code }: Pick<File<unknown>, 'file' | 'code'>,
  { line, what, todo }: Mistake,
): Problem {
  const remedy = todo && `${todo.charAt(0).toUpperCase()}${todo.slice(1)}; nothing was read or written.`;
  return problem(code, 'error', file, what, line, remedy);
}

function read<T>(form: File<T>, { cache, code }: Before): Read<T> {
  const { file, empty } = form;
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const isThere = existsSync(file);
    if (empty !== undefined && !isThere) return { value: empty, problems: [], lines: {} };
    const what = isThere ? `The file cannot be read: ${(error as Error).message}` : 'There is no such file.';
    return { problems: [problem(form.code, 'error', file, what)], lines: {} };
  }
  const bad = firstBadUtf8(bytes);
  if (bad >= 0) {
    const what = 'The file is not UTF-8, as the files of the keeper are; save it so.';
    return { problems: [problem(form.code, 'error', file, what, lineOfByte(bytes, bad))], lines: {} };
  }
  const text = bytes.toString('utf8');
  let parsed: Written<T> | undefined;
  const parse = (): Written<T> => {
    const { readYaml } = createRequire(import.meta.url)(
      '../../src/article/yaml.ts',
    ) as typeof import('../../src/article/yaml.ts');
    parsed ??= readYaml(text, form);
    return parsed;
  };
  const key = keyOf('yaml', code, form.code, text);
  const kept = cacheIn(cache).get<{ value: T; lines: Lines }>(key);
  if (kept) return { ...kept, raw: kept.value, problems: [], lineOf: (path) => parse().lineOf?.(path) ?? 1 };
  const { mistakes, ...written } = parse();
  const lines = linesOf(written);
  if (written.value !== undefined) cacheIn(cache).set(key, { value: written.value, lines });
  return { ...written, lines, problems: mistakes.map((mistake) => broken(form, mistake)) };
}

function linesOf<T>({ value, lineOf }: Pick<Written<T>, 'value' | 'lineOf'>): Lines {
  return Object.fromEntries(
    Object.entries(value ?? {}).flatMap(([list, entries]) =>
      Array.isArray(entries) ? [[list, entries.map((_, at) => lineOf?.([list, at]) ?? 1)]] : [],
    ),
  );
}

/**
 * The corrections; a file that does not exist holds none.
 *
 * @param topics the topics that articles can be given
 * @returns `lines` tells the line of each correction
 */
export function readCorrections(
  file: string,
  topics: readonly Topic[] = [],
  before: Before,
): Read<Corrections> {
  const form = { file, schema: correctionsSchema, code: 'bad-corrections', empty: {} } as const;
  const written = read<Corrections>(form, before);
  if (topics.length === 0) return written;
  const known = new Set(topics.map(({ id }) => id));
  const unknown = unknownTopics(written, known).map((mistake) => broken(form, mistake));
  return { ...written, problems: inOrder([...written.problems, ...unknown]) };
}

/** The topics; ids must differ. */
export function readTopics(file: string, before: Before): Read<Topic[]> {
  const form = { file, schema: topicsSchema, code: 'bad-topics', empty: undefined } as const;
  const written = read<Topic[]>(form, before);
  const twice = (written.value ?? []).flatMap(({ id }, at, all) => {
    if (all.findIndex((topic) => topic.id === id) === at) return [];
    const line = written.lineOf?.([at, 'id']) ?? 1;
    return [
      broken(form, { line, what: `The topic ${id} stands twice.`, todo: 'give one of the two another id' }),
    ];
  });
  return { ...written, problems: inOrder([...written.problems, ...twice]) };
}

function inOrder(problems: readonly Problem[]): Problem[] {
  return problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
}
