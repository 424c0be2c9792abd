/** What is wrong with articles that a person edited. The others are as they were written, and need not be looked at. */
import { createRequire } from 'node:module';
import { type Problem, problem } from '../../src/article/report.ts';
import type { Context } from './stages/context.ts';
import { shown } from './stages/paths.ts';

/**
 * What keeps the site from showing an article that a person edited; what looks for it is loaded for the first of them.
 *
 * @param path of its file
 * @param text what that holds
 */
export function faultsOfEdit({ topics }: Context, path: string, text: string): Problem[] {
  const { faultsOf } = createRequire(import.meta.url)(
    '../../src/article/faults.ts',
  ) as typeof import('../../src/article/faults.ts');
  return faultsOf(text, new Set(topics.map(({ id }) => id))).map(({ line, message }) =>
    problem('broken-article', 'note', shown(path), `A person edited the article: ${message}.`, line),
  );
}
