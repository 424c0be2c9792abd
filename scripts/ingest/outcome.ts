/** How a run ends: with everything put in place, or nothing, and with a report. */
import { type Problem, problem, type Report } from '../../src/article/report.ts';
import type { Context } from './stages/context.ts';
import { shown } from './stages/paths.ts';
import { changedPaths } from './stages/rendered.ts';
import type { Through } from './stages/road.ts';
import { commit, sweep } from './write.ts';

export type Outcome = { report: Report; exitCode: 0 | 1 | 2 };

/** What a report says of a run that changed nothing. */
export const unchanged = { added: [], altered: [], removed: [], changed: [] } satisfies Partial<Report>;

/** A run that stopped before anything was written. */
export function stopped(problems: Problem[]): Outcome {
  return { report: { ok: false, sources: [], ...unchanged, doubts: [], problems }, exitCode: 2 };
}

/**
 * Puts everything in place, unless text would be lost, and makes the report.
 *
 * @param listed what was told before a dump was read
 */
export function finished(
  context: Context,
  { arrivals, results, gone: left, removed, problems: told }: Through,
  listed: readonly Problem[],
): Outcome {
  const problems = [...listed, ...told, ...results.flatMap((result) => result.problems)];
  const staged = results.flatMap(changedPaths);
  const gone = [...results.flatMap((result) => result.gone), ...left];
  const changed = [...staged, ...gone];
  if (context.check) {
    for (const path of changed)
      problems.push(problem('would-change', 'error', shown(path), 'A run would change this file.'));
  } else if (problems.some(({ code }) => code === 'text-lost')) sweep(context.articles, context.ledger);
  else {
    commit({ staged, gone }, context.ledger, {
      written: Object.fromEntries(results.flatMap(({ written }) => written)),
      arrived: Object.fromEntries(arrivals.map(({ read, arrived }) => [read.source.sha256, arrived])),
    });
  }
  const failed = problems.some(({ level }) => level === 'error');
  const report: Report = {
    ok: !failed,
    sources: results.map(({ row }) => row).sort((a, b) => (a.file < b.file ? -1 : 1)),
    added: results.flatMap(({ added }) => added),
    altered: results.flatMap(({ altered }) => altered),
    removed: [...results.flatMap((result) => result.removed), ...removed],
    doubts: results.flatMap(({ doubts }) => doubts).sort((a, b) => a.margin - b.margin),
    problems,
    changed: changed.map(shown),
  };
  return { report, exitCode: failed ? 1 : 0 };
}
