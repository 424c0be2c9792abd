/**
 * Learns what cues are worth: structured perceptrons with a margin. For each dump the best reading that the gold allows is
 * held against the best that it does not, and the weights of what the two differ in are moved towards the gold; likewise
 * for the ways to give the headings out.
 */
import { type Random, randomFrom } from '../../fuzz/random.ts';
import type { Assigned, Assignment } from '../../ingest/assignment.ts';
import { draftsOf } from '../../ingest/drafts.ts';
import { featuresIn } from '../../ingest/features.ts';
import { stepsAt } from '../../ingest/grammar.ts';
import { assignmentsOf } from '../../ingest/headlines.ts';
import { layoutOf } from '../../ingest/layout.ts';
import { linesOf } from '../../ingest/lines.ts';
import { type Constraint, type Parse, parseSight, sightOf } from '../../ingest/parse.ts';
import type { Sheet } from '../../ingest/sheet.ts';
import type { Sight } from '../../ingest/sight.ts';
import { start } from '../../ingest/state.ts';
import { namesOf, Weighing, type Weights } from '../../ingest/weights.ts';
import { unitsOf } from '../../ingest/wrapped.ts';
import type { Dump } from '../alone.ts';
import { aligned } from './align.ts';
import { AssignedByGold } from './assigned.ts';
import { difference, type Moves, Perceptron, type Options as Rates } from './perceptron.ts';

export type Lesson = {
  sight: Sight;
  gold: ReadonlyMap<number, Constraint>;
  sheet: Sheet;
  assigned: AssignedByGold;
};

export type Options = Rates & {
  epochs: number;
  /** By how much a reading should be ahead of another, for each unit in which they differ. */
  margin: number;
  seed: number;
  /** Weights to begin with; none where nothing is said. */
  from?: Weights;
};

/** To learn anew. */
export const usualOptions: Options = { epochs: 4, rate: 0.1, margin: 1.6, decay: 0.001, seed: 1 };
/** To move weights that are known to read well, and no further than the lessons ask. */
export const gentleOptions: Options = { ...usualOptions, epochs: 2, rate: 0.03, decay: 0.0002 };

/** A parse against a constraint stands this far below any that keeps all. */
const unreachable = -5000;

/** A dump as a lesson; `undefined` where the grammar has no reading that is the gold's. */
export function lessonOf(dump: Dump): Lesson | undefined {
  const lines = linesOf(dump.lines);
  const layout = layoutOf(lines);
  const units = unitsOf(lines, layout);
  const gold = aligned(units, dump);
  const page = { units, features: featuresIn(units, layout), layout, constraints: gold };
  const sight = sightOf(page, new Weighing({}));
  const parse = parseSight(sight, gold);
  if (parse.score < unreachable) return undefined;
  const sheet = draftsOf(units, parse.edges, layout.usualGap);
  return { sight, gold, sheet, assigned: new AssignedByGold(sheet, dump.articles) };
}

/** The cues of a reading, each as often as it stands in it. */
function namesOfParse(sight: Sight, { edges, style }: Parse): string[] {
  const names: string[] = [];
  let [state, last] = [start, -1];
  for (const { label, begins, span, byline, heading, begin } of edges) {
    const step = stepsAt(sight, state, begin, last).find(
      (each) =>
        each.label === label &&
        each.begins === begins &&
        each.span === span &&
        each.byline === byline &&
        each.heading === heading,
    );
    if (!step) throw new Error(`no step reads unit ${begin} as ${label}`);
    names.push(...namesOf(sight, { style, state, at: begin, last, step }));
    state = step.to;
    if (label !== 'furniture') last = begin + span - 1;
  }
  return names;
}

function movesOfParse({ sight: seen, gold }: Lesson, weighing: Weighing, margin: number): Moves {
  const sight = { ...seen, weighing, worths: weighing.forPage(seen) };
  const against = new Map([...gold].map(([at, each]) => [at, { ...each, cost: -margin }]));
  return difference(
    namesOfParse(sight, parseSight(sight, gold)),
    namesOfParse(sight, parseSight(sight, against)),
  );
}

function namesOfAssigned(
  assignment: Assignment,
  { pick, pairs }: Pick<Assigned, 'pick' | 'pairs'>,
): string[] {
  return [
    ...pick.flatMap((index, article) => {
      const choice = assignment.choices[article]?.[index];
      return choice ? assignment.namesOf(article, choice) : [];
    }),
    ...pairs.flatMap(({ spare, article }) => assignment.namesOfPair(spare, article)),
  ];
}

/** Where a file is many pages in one nothing is learnt of its headings. */
function movesOfHeads({ sheet, assigned }: Lesson, weighing: Weighing, margin: number): Moves {
  const [assignment, ...more] = assignmentsOf(
    sheet,
    () => false,
    weighing,
    () => assigned.against(margin),
  );
  const right = assignment && assigned.of(assignment);
  if (!assignment || !right || more.length > 0) return new Map();
  return difference(namesOfAssigned(assignment, right), namesOfAssigned(assignment, assignment.best()));
}

/** A list in an order of chance. */
function shuffled<T>(list: readonly T[], random: Random): T[] {
  const order = [...list];
  for (let at = order.length - 1; at > 0; at--) {
    const other = random.upTo(at + 1);
    [order[at], order[other]] = [order[other] as T, order[at] as T];
  }
  return order;
}

/** Whether a weight is one of how headings are given out, and none of how units are read. */
const isOfHeadings = (name: string): boolean => /^(?:title|series|spare) \| /u.test(name);

/** @param told is told after each round how many lessons still moved the weights of readings, and of headings */
export function learn(
  lessons: readonly Lesson[],
  { epochs, margin, seed, from = {}, ...rates }: Options,
  told: (epoch: number, readings: number, headings: number) => void = () => {},
): Weights {
  const random = randomFrom(seed);
  const [ofHeadings, ofReadings] = [true, false].map((is) =>
    Object.fromEntries(Object.entries(from).filter(([name]) => isOfHeadings(name) === is)),
  ) as [Weights, Weights];
  const [readings, headings] = [new Perceptron(rates, ofReadings), new Perceptron(rates, ofHeadings)];
  for (let epoch = 1; epoch <= epochs; epoch++) {
    let [movedReadings, movedHeadings] = [0, 0];
    for (const lesson of shuffled(lessons, random)) {
      if (readings.step(movesOfParse(lesson, new Weighing(readings.weights), margin))) movedReadings++;
      if (headings.step(movesOfHeads(lesson, new Weighing(headings.weights), margin))) movedHeadings++;
    }
    told(epoch, movedReadings, movedHeadings);
  }
  return { ...headings.mean(), ...readings.mean() };
}
