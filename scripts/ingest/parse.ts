/** The best reading of a whole file. */
import type { Byline } from './byline.ts';
import type { Features } from './features.ts';
import { type Sight, type Step, type Style, stepsAt } from './grammar.ts';
import type { Heading } from './heading.ts';
import { bestPath, type Edge, type Lattice, type Path } from './lattice.ts';
import type { Layout, Unit } from './layout.ts';
import { readingsOf } from './readings.ts';
import { ending, type Label, numberOf, type State, start, stateNumbers } from './state.ts';

export type { Label };

/** What a person said of a unit before the parse. */
export type Constraint = {
  labels?: readonly Label[];
  begins?: boolean;
  joins?: boolean;
  /** The line does not go on in the unit above it, however full that is. */
  apart?: boolean;
  /** What a heading names, or that a line has no place: the parse itself does not tell these apart. */
  as?: 'title' | 'series' | 'unplaced';
};

/** A file as the parse sees it. */
export type Page = {
  units: readonly Unit[];
  features: readonly Features[];
  layout: Layout;
  /** By index of unit: what corrections say. */
  constraints: ReadonlyMap<number, Constraint>;
};

export type ParseEdge = Edge<Label> & { byline?: Byline | undefined; heading?: Heading | undefined };
export type Parse = Path<Label> & { edges: ParseEdge[]; style: Style; styleMargin: number };

/** How far behind the best a reading may lie and still be followed; doubts reach to 3. */
const beam = 9;
/** Readings that are followed at a time: pages need some twenty, a line repeated without end would need any number. */
const widest = 60;
/** What going against a person costs: more than all evidence of a file. */
const overruled = 10_000;

type Node = { number: number; state: State; last: number; score: number };

/** A step against a correction is all but ruled out, so that a correction that cannot be met still leaves a reading. */
function constrained(step: Step, constraint: Constraint | undefined): number {
  if (!constraint) return step.score;
  const wrong =
    (constraint.labels !== undefined && !constraint.labels.includes(step.label)) ||
    (constraint.begins !== undefined && constraint.begins !== step.begins) ||
    (constraint.joins !== undefined && constraint.joins !== (step.label === 'continuation'));
  return wrong ? step.score - overruled : step.score;
}

function latticeOf(
  sight: Sight,
  style: Style,
  constraints: ReadonlyMap<number, Constraint>,
): Lattice<Label> & { edges: ParseEdge[] } {
  const { units } = sight;
  const edges: ParseEdge[] = [];
  const layers: Map<number, Node>[] = Array.from({ length: units.length + 1 }, () => new Map());
  let nodes = 1;
  layers[0]?.set(0, { number: 0, state: start, last: -1, score: 0 });
  for (let at = 0; at < units.length; at++) {
    const layer = [...(layers[at]?.values() ?? [])].sort((a, b) => b.score - a.score).slice(0, widest);
    const constraint = constraints.get(at);
    const top = layer.reduce((best, { score }) => Math.max(best, score), Number.NEGATIVE_INFINITY);
    for (const node of layer) {
      if (node.score < top - beam) continue;
      const steps = stepsAt(sight, style, node.state, at, node.last);
      let least = Number.NEGATIVE_INFINITY;
      for (const step of steps) {
        step.score = constrained(step, constraint);
        least = Math.max(least, step.score - beam);
      }
      for (const step of steps) {
        const { score } = step;
        const end = at + step.span;
        const target = layers[end];
        if (score < least || !target) continue;
        const last = step.label === 'furniture' ? node.last : end - 1;
        const key = numberOf(step.to) + (last + 1) * stateNumbers;
        const total = node.score + score;
        let next = target.get(key);
        if (!next) {
          next = { number: nodes++, state: step.to, last, score: total };
          target.set(key, next);
        } else if (total > next.score) next.score = total;
        const { label, begins, byline, heading } = step;
        edges.push({
          from: node.number,
          to: next.number,
          score,
          label,
          begin: at,
          end,
          begins,
          byline,
          heading,
        });
      }
    }
  }
  const finals = [...(layers[units.length]?.values() ?? [])].map(({ number, state }) => ({
    node: number,
    score: ending(state, sight.untitled),
  }));
  return { nodes, edges, finals };
}

/**
 * Parses a file.
 *
 * @returns the best reading of the whole file with the margin of each unit; the style of author lines is the one of
 *   the two that reads the file better
 */
export function parsePage({ units, features, layout, constraints }: Page): Parse {
  const readings = readingsOf(units, features, layout);
  // A person may say what no evidence would.
  for (const at of constraints.keys()) {
    const reading = readings[at];
    if (reading) reading.hopeless = Number.NEGATIVE_INFINITY;
  }
  const sight: Sight = { units, features, layout, readings, untitled: usual };
  const parse = bestStyle(sight, constraints);
  if (!hasSpareHeadlines(parse)) return parse;
  return bestStyle({ ...sight, untitled: whereHeadlinesAreTorn }, constraints);
}

/** What it costs an article to have no headline in place, usually and in a file with headlines to spare. */
const usual = 1.4;
const whereHeadlinesAreTorn = 0.9;

/** Whether headlines stand together at the top of the file, or after its last article. */
function hasSpareHeadlines({ edges }: Parse): boolean {
  const content = edges.filter(({ label }) => label !== 'furniture');
  const others = content.findIndex(({ label }) => label !== 'headline');
  return others >= 3 || content.at(-1)?.label === 'headline';
}

function bestStyle(sight: Sight, constraints: ReadonlyMap<number, Constraint>): Parse {
  const [best, other] = (['before', 'after'] as const)
    .map((style) => {
      const path = bestPath(latticeOf(sight, style, constraints), sight.units.length);
      if (!path) throw new Error('every line can be furniture, so a path always exists');
      return { ...path, edges: path.edges as ParseEdge[], style };
    })
    .sort((a, b) => b.score - a.score);
  if (!best) throw new Error('two styles were tried');
  return { ...best, styleMargin: best.score - (other?.score ?? best.score) };
}
