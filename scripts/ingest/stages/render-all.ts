/** The last stage over all dumps. */
import type { Arrival } from '../archive/arrivals.ts';
import type { Placement } from './placement.ts';
import type { Job, Pool } from './pool.ts';
import { type RenderResult, taskOf } from './rendered.ts';

/**
 * Renders all dumps that were not rendered ahead; those that print an article of another dump again wait for it.
 *
 * @param results of those that were, by their place; the others are added
 */
export function renderAll(
  pool: Pool,
  arrivals: readonly Arrival[],
  placements: readonly Placement[][],
  results: Map<number, RenderResult>,
  onDone: () => void,
): RenderResult[] {
  const written = new Map<string, string>();
  const note = (result: RenderResult): void => {
    for (const [id, sha256] of result.written) written.set(id, sha256);
  };
  for (const result of results.values()) {
    note(result);
    onDone();
  }
  const prints = (at: number): boolean => placements[at]?.some(({ primary }) => !primary) ?? false;
  const render = (places: readonly number[]): void => {
    const jobs = places.map((at): Job => {
      const arrival = arrivals[at] as Arrival;
      const { read, known } = arrival;
      const placed = placements[at] ?? [];
      const elsewhere = Object.fromEntries(
        placed.flatMap(({ id, primary }) => (primary ? [] : [[id, written.get(id) ?? '']])),
      );
      return { stage: 'render', task: taskOf(read, known, arrival, placed, elsewhere) };
    });
    for (const [index, result] of (pool.run(jobs, onDone) as RenderResult[]).entries()) {
      results.set(places[index] as number, result);
      note(result);
    }
  };
  const places = arrivals.map((_, at) => at);
  const left = places.filter((at) => !results.has(at));
  render(left.filter((at) => !prints(at)));
  for (const at of left.filter(prints)) render([at]);
  return places.map((at) => results.get(at) as RenderResult);
}
