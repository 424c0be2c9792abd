/**
 * The files a person writes for the ingest: corrections and topics, read with errors that name the line. What a file without
 * errors says is kept by its text, and the library of YAML is loaded for another one alone.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Corrections, correctionsSchema } from '../../src/article/corrections.ts';
import { problem } from '../../src/article/report.ts';
import { type Topic, topicsSchema } from '../../src/article/topics.ts';
import type { Form, Written } from '../../src/article/yaml.ts';
import { cacheIn, keyOf } from './cache.ts';
import { firstBadUtf8, lineOfByte } from './encodings.ts';

/** Where is kept what was read before, and a hash of the program. */
export type Before = { cache: string; code: string };

/** 1-based line of each entry, by list. */
export type Lines = Readonly<Record<string, readonly number[]>>;

/** What a person wrote, and where the entries of its lists stand. */
export type Read<T> = Written<T> & { lines: Lines };

function read<T>(form: Form<T>, { cache, code }: Before): Read<T> {
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
  if (kept) return { ...kept, problems: [], lineOf: (path) => parse().lineOf?.(path) ?? 1 };
  const written = parse();
  const lines = linesOf(written);
  if (written.value !== undefined) cacheIn(cache).set(key, { value: written.value, lines });
  return { ...written, lines };
}

function linesOf<T>({ value, lineOf }: Written<T>): Lines {
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
  const known = new Set(topics.map(({ id }) => id));
  for (const [at, { set }] of (written.value?.fields ?? []).entries())
    for (const [index, topic] of (set.topics ?? []).entries()) {
      if (topics.length === 0 || known.has(topic)) continue;
      const line = written.lineOf?.(['fields', at, 'set', 'topics', index]);
      written.problems.push(
        problem('bad-corrections', 'error', file, `There is no topic ${topic} in the topics file.`, line),
      );
    }
  return written;
}

/** The topics; ids must differ. */
export function readTopics(file: string, before: Before): Read<Topic[]> {
  const written = read<Topic[]>({ file, schema: topicsSchema, code: 'bad-topics', empty: undefined }, before);
  const seen = new Set<string>();
  for (const { id } of written.value ?? []) {
    if (seen.has(id))
      written.problems.push(problem('bad-topics', 'error', file, `The topic ${id} stands twice.`));
    seen.add(id);
  }
  return written;
}
