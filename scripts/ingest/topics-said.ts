/** Topics that corrections give to articles, held against those that there are, whatever else is wrong in the file. */
import { z } from 'zod';
import { placeholder } from '../../src/article/corrections.ts';
import { meantTodo } from '../../src/article/near.ts';
import type { Mistake, Written } from '../../src/article/yaml.ts';

/** Of a file of corrections, whatever else is wrong in it, the topics that it gives to articles. */
const topicsSaid = z
  .object({
    fields: z
      .array(
        z
          .object({ set: z.object({ topics: z.array(z.unknown()).catch([]) }).catch({ topics: [] }) })
          .catch({ set: { topics: [] } }),
      )
      .catch([]),
  })
  .catch({ fields: [] });

/** The topics that corrections give to articles and that there are not. */
export function unknownTopics(
  { raw, lineOf }: Pick<Written<unknown>, 'raw' | 'lineOf'>,
  known: ReadonlySet<string>,
): Mistake[] {
  return topicsSaid.parse(raw).fields.flatMap(({ set }, at) =>
    set.topics.flatMap((topic, index): Mistake[] => {
      if (typeof topic !== 'string' || topic.trim() === placeholder || known.has(topic)) return [];
      const line = lineOf?.(['fields', at, 'set', 'topics', index]) ?? 1;
      const todo = meantTodo(topic, known);
      const what = `There is no topic ${topic} in the topics file.`;
      return [{ line, what, ...(todo !== undefined && { todo }) }];
    }),
  );
}
