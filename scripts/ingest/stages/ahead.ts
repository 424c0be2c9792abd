/**
 * Most dumps come out as they do whatever else the archive holds. So articles and ledger of a dump that is new are made and
 * staged as soon as it is read, in one go; where the archive then has something to say of it, they are made again.
 */
import type { Arrival } from '../archive/arrivals.ts';
import type { Previous } from '../archive/previous.ts';
import { unstage } from '../write.ts';
import type { Context } from './context.ts';
import { isAsAlone, type Placement } from './placement.ts';
import { type Handed, type ReadResult, type ReadTask, readDump } from './reading.ts';
import { changedPaths, type RenderResult } from './rendered.ts';
import { renderAhead } from './rendering.ts';

/** Reads a dump, and makes what may come of it: a `ReadResult` and a `RenderResult`. */
export function readAhead(context: Context, task: ReadTask): Handed {
  const { handed, made } = readDump(context, task);
  if (!made || task.arriving === undefined) return handed;
  return { ...handed, ahead: renderAhead(context, made, task.arriving) };
}

/**
 * What was made ahead and holds good, by the place of its dump among the arrivals; the rest of it is taken back.
 *
 * @param reads all dumps as they were read first
 * @param arriving number of this run
 * @param check nothing was staged: what lies there is another run's
 */
export function heldGood(
  reads: readonly ReadResult[],
  arrivals: readonly Arrival[],
  placements: readonly Placement[][],
  previous: Previous,
  arriving: number,
  check: boolean,
): Map<number, RenderResult> {
  const good = new Map<number, RenderResult>();
  for (const [at, { read, arrived }] of arrivals.entries()) {
    const { ahead, articles } = read;
    const holds =
      arrived === arriving &&
      articles.every((article, index) => {
        const placement = placements[at]?.[index];
        return placement && isAsAlone(placement, article) && !previous.ids.has(placement.id);
      });
    if (ahead && holds) good.set(at, ahead);
  }
  const held = new Set(good.values());
  const lost = reads.flatMap(({ ahead }) => (ahead && !held.has(ahead) ? ahead : []));
  // An article that has another id now may have been staged over the one that has the id.
  const overwritten = new Set(lost.flatMap(({ written }) => written.map(([id]) => id)));
  for (const [at, ahead] of good)
    if (overwritten.size > 0 && ahead.written.some(([id]) => overwritten.has(id))) {
      good.delete(at);
      lost.push(ahead);
    }
  if (!check) for (const path of lost.flatMap(changedPaths)) unstage(path);
  return good;
}
