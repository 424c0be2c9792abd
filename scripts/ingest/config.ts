/** The files a person writes for the ingest: corrections and topics, read with errors that name the line. */
import { type Corrections, correctionsSchema } from '../../src/article/corrections.ts';
import { type Problem, problem } from '../../src/article/report.ts';
import { type Topic, topicsSchema } from '../../src/article/topics.ts';
import { type LineOf, readYaml } from './yaml.ts';

/**
 * The corrections; a file that does not exist holds none.
 *
 * @param topics the topics that articles can be given
 * @returns `lineOf` finds the line of a correction
 */
export function readCorrections(
  file: string,
  topics: readonly Topic[] = [],
): { value?: Corrections; problems: Problem[]; lineOf?: LineOf } {
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
  return { ...(value ? { value } : {}), problems, ...(lineOf ? { lineOf } : {}) };
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
