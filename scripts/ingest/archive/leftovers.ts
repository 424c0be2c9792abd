/** What earlier runs or a person left that this run has no use for: files, and dumps that are gone. */
import { existsSync, readFileSync } from 'node:fs';
import { type Problem, problem, type RemovedArticle } from '../../../src/article/report.ts';
import { correctionName } from '../correct.ts';
import { faultsOfEdit } from '../edited.ts';
import type { Context } from '../stages/context.ts';
import { articlePath, isNamed, ledgerPath, shown } from '../stages/paths.ts';
import type { Absent, Arrival } from './arrivals.ts';
import { articleIn, type Previous, sha256 } from './previous.ts';

function filesOf(arrivals: readonly Arrival[]): Set<string> {
  return new Set(arrivals.map(({ read: { file } }) => file));
}

/** What articles say of series whose dump is gone. */
export function absentSeries(context: Context, arrivals: readonly Arrival[], previous: Previous): Absent[] {
  const present = filesOf(arrivals);
  return [...previous.sources].flatMap(([file, { arrived, ids }]) => {
    if (present.has(file)) return [];
    return ids.flatMap((id): Absent[] => {
      const path = articlePath(context, id);
      if (!existsSync(path)) return [];
      const { series } = articleIn(readFileSync(path, 'utf8')).frontmatter ?? {};
      return series === undefined ? [] : [{ arrived, series }];
    });
  });
}

/**
 * Files of earlier runs that this one does not make.
 *
 * @param ids of the articles of this run
 * @param takenIn for ids that lead to another article now, the id of that one
 * @param unreadable dumps that are there and cannot be read
 * @returns paths to remove, and the articles among them; what is kept because its dump is gone, or because a person edited it, is a problem to report
 */
export function removalsOf(
  context: Context,
  arrivals: readonly Arrival[],
  previous: Previous,
  ids: ReadonlySet<string>,
  takenIn: ReadonlyMap<string, string>,
  unreadable: ReadonlySet<string>,
): { gone: string[]; removed: RemovedArticle[]; problems: Problem[]; used: string[] } {
  const present = filesOf(arrivals);
  const withdrawn = new Map((context.corrections.withdraw ?? []).map(({ id }, at) => [id, at]));
  const kept = new Set<string>();
  const gone: string[] = [];
  const removed: RemovedArticle[] = [];
  const problems: Problem[] = [];
  const used: string[] = [];
  for (const [file, { ids: held }] of previous.sources) {
    if (present.has(file)) continue;
    for (const id of held) {
      const at = withdrawn.get(id);
      if (at !== undefined) used.push(correctionName('withdraw', at));
    }
    const orphans = held.filter((id) => !ids.has(id) && !withdrawn.has(id));
    for (const id of orphans) {
      kept.add(id);
      const path = articlePath(context, id);
      const text = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
      if (text !== undefined && !previous.written.get(id)?.includes(sha256(text)))
        problems.push(...faultsOfEdit(context, path, text));
    }
    if (unreadable.has(file)) continue;
    if (orphans.length === 0) gone.push(ledgerPath(context, file));
    else
      problems.push(
        problem(
          'source-gone',
          'note',
          file,
          `The dump is gone; its articles (${orphans.join(', ')}) are kept.`,
        ),
      );
  }
  for (const id of previous.ids) {
    if (ids.has(id) || kept.has(id)) continue;
    const path = articlePath(context, id);
    const text = readFileSync(path, 'utf8');
    if (isNamed(context.force, id) || previous.written.get(id)?.includes(sha256(text))) {
      gone.push(path);
      const title = articleIn(text).frontmatter?.title ?? id;
      const into = takenIn.get(id);
      removed.push({ id, title, ...(into !== undefined && { into }) });
      if (withdrawn.has(id) || into !== undefined) continue;
      const what = `No dump holds this article (${title}) any more; its file is removed.`;
      problems.push(problem('article-gone', 'note', shown(path), what));
    } else {
      const what = 'No dump holds this article, and a person edited it; it is kept as it is.';
      problems.push(problem('edited-article', 'note', shown(path), what));
      problems.push(...faultsOfEdit(context, path, text));
    }
  }
  return { gone, removed, problems, used };
}
