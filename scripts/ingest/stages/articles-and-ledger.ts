/** The articles and the ledger of one dump, and what the report says of it. */
import type { Ledger, Span } from '../../../src/article/ledger.ts';
import { type Problem, problem, type SourceReport } from '../../../src/article/report.ts';
import { sha256 } from '../archive/previous.ts';
import { Corrector } from '../correct.ts';
import type { ReadPage } from '../page.ts';
import type { Source } from '../sources.ts';
import { linesWithLoss, spansOf } from '../spans.ts';
import { utf8Of } from '../utf8.ts';
import { ArticleFiles } from './article-files.ts';
import type { Context } from './context.ts';
import { DumpFiles } from './dump-files.ts';
import { writeLedger } from './ledger-text.ts';
import { ledgerPath } from './paths.ts';
import type { Read } from './reading.ts';
import type { RenderResult, RenderTask } from './rendered.ts';
import { isSaid } from './said.ts';
import { toldDoubts } from './told-doubts.ts';

/** @param ids of the articles that are not withdrawn */
function ledgerOf(
  { arrived, formerly, elsewhere }: RenderTask,
  { file, sha256, bytes, encoding, damaged, lines }: Source,
  ids: readonly string[],
  { written, overruled, withdrawn }: ArticleFiles,
  spans: Span[],
): Ledger {
  return {
    source: {
      file,
      ...(formerly && { formerly: [...formerly] }),
      sha256,
      bytes,
      encoding,
      ...(damaged && { damaged }),
      lines: lines.length,
      arrived,
    },
    articles: ids.map((id) => ({
      id,
      sha256: written.get(id) ?? elsewhere[id] ?? '',
      ...(overruled.get(id) && { read: overruled.get(id) }),
    })),
    ...(withdrawn.length > 0 ? { withdrawn } : {}),
    spans,
  };
}

/** What the dump holds that came to nothing. */
function leftOf({ corrections }: Context, { file, lines }: Source, page: ReadPage): Problem[] {
  const problems: Problem[] = [];
  for (const { text, pieces } of page.unplaced) {
    const line = pieces[0]?.line ?? 1;
    if (isSaid(corrections, file, line)) continue;
    const what = `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}” has no place in any article.`;
    problems.push(problem('unplaced-text', 'note', file, what, line));
  }
  if (page.articles.length === 0 && lines.some((line) => line.trim() !== ''))
    problems.push(problem('no-article', 'note', file, 'No article was found in the text.'));
  return problems;
}

/** @param review how many of the articles are in doubt */
function rowOf({ file, encoding }: Source, page: ReadPage, review: number): SourceReport {
  return {
    file,
    encoding,
    articles: page.articles.length,
    joined: page.articles.reduce(
      (sum, { blocks }) => sum + blocks.filter(({ units }) => units.length > 1).length,
      0,
    ),
    furniture: page.furniture.length,
    unplaced: page.unplaced.length,
    review,
  };
}

/**
 * Makes the articles and the ledger of a dump.
 *
 * @param isNew whether none of its files is on the disk
 */
export function articlesAndLedger(
  context: Context,
  task: RenderTask,
  source: Source,
  { page, ranges }: Read,
  isNew: boolean,
): RenderResult {
  const { file, placements } = task;
  const corrector = new Corrector(context.corrections);
  const files = new DumpFiles(isNew, context.check);
  const made = new ArticleFiles({ context, task, source, page, corrector, files });
  for (const [at, placement] of placements.entries()) {
    const read = page.articles[at];
    if (read && placement.primary) made.add(at, read, placement, { file, lines: ranges[at] ?? [] });
  }
  const spans = spansOf(
    source.lines,
    page,
    placements.map(({ id }) => id),
  );
  const ids = placements.flatMap(({ id }) => (corrector.isWithdrawn(id) ? [] : id));
  const ledger = utf8Of(writeLedger(ledgerOf(task, source, ids, made, spans)));
  const path = ledgerPath(context, file);
  const isSame = files.before(path)?.equals(ledger);
  if (isSame) files.keep(path, sha256(ledger));
  else files.change(path, ledger, sha256(ledger));
  const { added, altered, removed, standing, written } = made;
  const losses = linesWithLoss(source.lines, spans).map((line) =>
    problem('text-lost', 'error', file, 'Characters of this line have no place.', line),
  );
  return {
    row: rowOf(source, page, ids.filter((id) => standing.get(id)?.review.length).length),
    added,
    altered,
    removed,
    problems: [...made.problems, ...losses, ...leftOf(context, source, page)],
    doubts: toldDoubts({ source, page, placements, standing }),
    written: [...written],
    used: corrector.usedNames(),
    files: files.all,
    changed: files.changed,
    gone: files.gone,
  };
}
