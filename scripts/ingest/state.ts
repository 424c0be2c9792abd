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

/** The place of each name in a list of them. */
export function numbersOf<Name extends string>(names: readonly Name[]): Record<Name, number> {
  return Object.fromEntries(names.map((name, at) => [name, at])) as Record<Name, number>;
}

/** The place of each label in their list. */
export const labelNumbers = numbersOf(labels);

const phases = ['start', 'header', 'body', 'signed'] as const;
export const lasts = ['none', 'headline', 'byline', 'standfirst', 'paragraph', 'subhead'] as const;

type Fields = {
  phase: (typeof phases)[number];
  last: (typeof lasts)[number];
  /** Headlines, counted up to three. */
  headlines: number;
  byline: boolean;
  standfirst: boolean;
  /** Paragraphs, counted up to two. */
  paragraphs: number;
};

/** There is one object for each state, so that a way through a page makes none. */
export type State = Readonly<Fields> & {
  /** Equal states have equal numbers. */
  readonly number: number;
  /** The number of what came last. */
  readonly lastNumber: number;
};

/** What it costs an article to lack something. */
export type Lacks = {
  /** A headline in place: less where the file has headlines to spare. */
  untitled: number;
  /** An author: more where others of the file have theirs. */
  unsigned: number;
};

const phaseNumbers = Object.fromEntries(phases.map((phase, at) => [phase, at])) as Record<
  State['phase'],
  number
>;
const lastNumbers = Object.fromEntries(lasts.map((last, at) => [last, at])) as Record<State['last'], number>;

function numberOf({ phase, last, headlines, byline, standfirst, paragraphs }: Fields): number {
  const flags = (byline ? 1 : 0) + (standfirst ? 2 : 0);
  const counts = headlines + paragraphs * 4;
  return ((phaseNumbers[phase] * lasts.length + lastNumbers[last]) * 12 + counts) * 4 + flags;
}

/** Above all numbers of states. */
export const stateNumbers = phases.length * lasts.length * 12 * 4;

const states: (State | undefined)[] = new Array(stateNumbers).fill(undefined);

function stateOf(fields: Fields): State {
  const number = numberOf(fields);
  const known = states[number] ?? { ...fields, number, lastNumber: lastNumbers[fields.last] };
  states[number] = known;
  return known;
}

export const start: State = stateOf({
  phase: 'start',
  last: 'none',
  headlines: 0,
  byline: false,
  standfirst: false,
  paragraphs: 0,
});

/** What a step makes of the state before it; worked out once for each state. */
export function following(made: (state: State) => State): (state: State) => State {
  const known: (State | undefined)[] = new Array(stateNumbers).fill(undefined);
  return (state) => {
    const before = known[state.number];
    if (before) return before;
    const found = made(state);
    known[state.number] = found;
    return found;
  };
}

/** The state that differs from another in some things. */
export function changed(state: State, change: Partial<Fields>): State {
  const { phase, last, headlines, byline, standfirst, paragraphs } = state;
  return stateOf({
    phase: change.phase ?? phase,
    last: change.last ?? last,
    headlines: change.headlines ?? headlines,
    byline: change.byline ?? byline,
    standfirst: change.standfirst ?? standfirst,
    paragraphs: change.paragraphs ?? paragraphs,
  });
}

/** What it costs an article to end in a state. */
export function closing(state: State, { untitled, unsigned }: Lacks): number {
  let score = 0;
  if (state.headlines === 0) score -= untitled;
  if (!state.byline) score -= unsigned;
  if (state.last === 'subhead') score -= 6;
  if (state.paragraphs < 2) score -= 1.2;
  return score;
}

/** What ending the file in a state is worth. */
export function ending(state: State, lacks: Lacks): number {
  // Headlines at the end of a file belong to articles above; anything more of a header lacks its article.
  if (state.phase === 'header') return state.byline || state.standfirst ? -9 : -0.6;
  return state.phase === 'start' ? 0 : closing(state, lacks);
}
