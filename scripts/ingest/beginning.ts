/** Where articles begin, and where the body of one does, by judgement. */
import type { Sight } from './sight.ts';
import { closing, type State } from './state.ts';
import type { Style } from './step.ts';

/** Whether a gap that parts articles stands above a unit. */
export function isParted({ between, layout }: Sight, at: number, last: number): boolean {
  return between.gap(last, at) >= layout.partingGap;
}

/** The score of a new article beginning at a unit, after whatever ended before it. */
export function beginning(
  { between, features, layout, lacks }: Sight,
  state: State,
  at: number,
  last: number,
): number {
  if (state.phase === 'start') return 0;
  const gap = between.gap(last, at);
  const wide = gap > layout.usualGap;
  // Where wide gaps part the articles, a usual one speaks against a new one, if less.
  const narrow = layout.gapWorth >= 2 ? -0.4 : layout.gapWorth < 1 && gap < layout.usualGap ? -0.35 : 0;
  let score = wide
    ? layout.gapWorth * (layout.gapWorth < 1 ? Math.min(gap - layout.usualGap, 3) : 1)
    : narrow;
  if (gap >= layout.partingGap) score += 2;
  else if (layout.partingGap < Number.POSITIVE_INFINITY) score -= 0.6;
  score += (features[at]?.shift ?? 0) * 1.6;
  score += state.phase === 'signed' ? 0.4 : -1.8;
  if (state.phase === 'body' && features[last]?.torn) score -= 4.5;
  if (state.phase === 'body' && features[last]?.authorNote) score += 1.2;
  if (between.closes(last, at)) score += 0.8;
  if (features[at]?.belowRule) score += 2.5;
  return score + closing(state, lacks);
}

/** What entering the body costs, by what the header lacks. */
export function entrance(state: State, style: Style, untitled: number): number {
  if (state.phase === 'start') return -4.5;
  if (state.phase === 'body') return 0;
  return (
    (state.headlines === 0 ? -0.35 * untitled : 0) +
    (state.last === 'standfirst' ? -6 : 0) +
    (state.byline || style === 'after' ? 0 : -0.3)
  );
}
