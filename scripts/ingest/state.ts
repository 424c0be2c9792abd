/** Where a reader of a page is: what the article at hand has had so far. */

export const labels = [
  'headline',
  'carrier',
  'byline',
  'standfirst',
  'paragraph',
  'continuation',
  'subhead',
  'signature',
  'furniture',
] as const;
export type Label = (typeof labels)[number];

const phases = ['start', 'header', 'body', 'signed'] as const;
export const lasts = ['none', 'headline', 'byline', 'standfirst', 'paragraph', 'subhead'] as const;

export type State = {
  phase: (typeof phases)[number];
  last: (typeof lasts)[number];
  /** Headlines, counted up to three. */
  headlines: number;
  byline: boolean;
  standfirst: boolean;
  /** Paragraphs, counted up to two. */
  paragraphs: number;
};

export const start: State = {
  phase: 'start',
  last: 'none',
  headlines: 0,
  byline: false,
  standfirst: false,
  paragraphs: 0,
};

const phaseNumbers = Object.fromEntries(phases.map((phase, at) => [phase, at])) as Record<
  State['phase'],
  number
>;
const lastNumbers = Object.fromEntries(lasts.map((last, at) => [last, at])) as Record<State['last'], number>;

/** A number for each state: equal states have equal numbers. */
export function numberOf(state: State): number {
  const flags = (state.byline ? 1 : 0) + (state.standfirst ? 2 : 0);
  const counts = state.headlines + state.paragraphs * 4;
  return ((phaseNumbers[state.phase] * lasts.length + lastNumbers[state.last]) * 12 + counts) * 4 + flags;
}

/** Above all numbers of states. */
export const stateNumbers = phases.length * lasts.length * 12 * 4;

/**
 * What an article that ends in a state lacks.
 *
 * @param untitled what it costs to have no headline in place: less where the file has headlines to spare
 */
export function closing(state: State, untitled: number): number {
  let score = 0;
  if (state.headlines === 0) score -= untitled;
  if (!state.byline) score -= 2.6;
  if (state.last === 'subhead') score -= 6;
  if (state.paragraphs < 2) score -= 1.2;
  return score;
}

/** What ending the file in a state is worth. */
export function ending(state: State, untitled: number): number {
  // Headlines at the end of a file belong to articles above; anything more of a header lacks its article.
  if (state.phase === 'header') return state.byline || state.standfirst ? -9 : -0.6;
  return state.phase === 'start' ? 0 : closing(state, untitled);
}
