/** The last stage: what an earlier run made of a dump, where that holds good still, or what is made of it now. */
import { keyOf } from '../cache.ts';
import { hashOf } from '../digests.ts';
import { packsIn } from '../packs.ts';
import { readSource } from '../sources.ts';
import { articlesAndLedger } from './articles-and-ledger.ts';
import type { Context } from './context.ts';
import { placementOf } from './placement.ts';
import { type Handed, type Made, pageOf, rangesIn } from './reading.ts';
import { type RenderResult, type RenderTask, taskOf } from './rendered.ts';

/** A key for all that decides how a dump is rendered. What earlier runs wrote tells edits, of which there are to be none. */
function keyFor(
  { code, topicsHash, corrections, articles, ledger }: Context,
  { page: _, ...task }: RenderTask,
): string {
  const ids = new Set(task.placements.map(({ id }) => id));
  const { encodings = [], lines = [], fields = [], slips = [], withdraw = [], people = [] } = corrections;
  const decided = [
    ...[encodings, lines].map((list) => [...list.entries()].filter(([, { file }]) => file === task.file)),
    ...[fields, slips, withdraw].map((list) => [...list.entries()].filter(([, { id }]) => ids.has(id))),
    people,
  ];
  const placements = task.placements.map((placement) => ({ ...placement, written: [] }));
  return keyOf('render', code, topicsHash, articles, ledger, decided, { ...task, placements });
}

/** Makes the articles and the ledger of one dump, a `RenderResult`; what differs from the disk is staged beside it. */
export function renderDump(context: Context, task: RenderTask): Handed {
  const packs = packsIn(context.cache);
  const key = keyFor(context, task);
  const kept = packs.find(key);
  const before = kept && packs.read(key, kept);
  if (before !== undefined) {
    const { files } = JSON.parse(before) as RenderResult;
    if (files.every(([path, hash]) => hashOf(path, context.cache) === hash)) return { json: before, kept };
  }
  const { source, problems } = readSource(context.sources, task.file, context.corrections);
  if (!source)
    throw new Error(`${task.file} was read before and cannot be read now: ${problems[0]?.message}`);
  const read = pageOf(context, { file: task.file, known: task.known }, source, task.page);
  return handed(context, key, articlesAndLedger(context, task, source, read, false));
}

/** A result is kept where another run would come to it again and nothing of it would be left to do. */
function handed(context: Context, key: string, result: RenderResult): Handed {
  const { added, altered, removed, changed, gone, ...rest } = result;
  const same = JSON.stringify(rest).slice(1);
  const json = `${JSON.stringify({ added, altered, removed, changed, gone }).slice(0, -1)},${same}`;
  const settled = result.problems.every(({ code }) => code === 'unplaced-text' || code === 'no-article');
  if (context.check || !settled) return { json };
  return {
    json,
    kept: packsIn(context.cache).add(
      key,
      `{"added":[],"altered":[],"removed":[],"changed":[],"gone":[],${same}`,
    ),
  };
}

/**
 * The same for a dump that was read just now, as it comes out if none of its files is on the disk and the archive has
 * nothing to say of it: its text is at hand, and its page need not be put together again.
 *
 * @param arriving number of the run
 */
export function renderAhead(context: Context, { result, page, source }: Made, arriving: number): Handed {
  const arrival = { arrived: arriving, formerly: [] };
  const task = taskOf({ ...result, source }, [], arrival, result.articles.map(placementOf), {});
  const read = { page, ranges: rangesIn(result) };
  return handed(context, keyFor(context, task), articlesAndLedger(context, task, source, read, true));
}
