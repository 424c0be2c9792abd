/** A lattice while it grows: nodes by the unit that they stand before, and edges in columns that serve file after file. */
import type { Lattice } from './lattice.ts';
import { type State, start, stateNumbers } from './state.ts';

/** Units that an edge may read, and one more: so many layers can be reached at a time. */
const layersAtATime = 8;

/** Edges; the columns are kept from one file to the next, since making them anew costs more than filling them. */
let room = 1 << 14;
let from = new Int32Array(room);
let to = new Int32Array(room);
let score = new Float64Array(room);
let begin = new Int32Array(room);

function grow(): void {
  room *= 2;
  const longer = <Column extends Int32Array | Float64Array>(column: Column, made: Column): Column => {
    made.set(column);
    return made;
  };
  from = longer(from, new Int32Array(room));
  to = longer(to, new Int32Array(room));
  score = longer(score, new Float64Array(room));
  begin = longer(begin, new Int32Array(room));
}

/** For each layer that can be reached and each state the last node made of it, or -1. */
const heads = new Int32Array(layersAtATime * stateNumbers).fill(-1);

/** One lattice at a time can grow. */
export class Growing<S> {
  /** Of each node its state, the last unit before it that was not furniture, and the score of the best way there. */
  readonly states: State[] = [start];
  readonly lasts: number[] = [-1];
  readonly scores: number[] = [0];
  /** The node of the same state that was made before it in its layer, or -1. */
  private readonly others: number[] = [-1];
  /** Nodes in the order in which they were made. */
  private readonly layers: (number[] | undefined)[];
  private readonly step: S[] = [];

  constructor(units: number) {
    this.layers = new Array(units + 1).fill(undefined);
    this.layers[0] = [0];
    heads.fill(-1);
  }

  /** Nodes before a unit, in the order in which they were made. They can be reached no more. */
  layer(at: number): readonly number[] {
    const nodes = this.layers[at] ?? [];
    this.layers[at] = undefined;
    for (const node of nodes) heads[this.slot(at, this.states[node] as State)] = -1;
    return nodes;
  }

  private slot(layer: number, { number }: State): number {
    return (layer % layersAtATime) * stateNumbers + number;
  }

  /** Adds an edge that leads to a state, behind some units. */
  add(node: number, step: S, worth: number, at: number, span: number, state: State, last: number): void {
    if (span >= layersAtATime) throw new RangeError(`a step over ${span} units`);
    const total = (this.scores[node] as number) + worth;
    const slot = this.slot(at + span, state);
    let next = heads[slot] as number;
    while (next >= 0 && this.lasts[next] !== last) next = this.others[next] as number;
    if (next < 0) {
      next = this.states.push(state) - 1;
      this.lasts.push(last);
      this.scores.push(total);
      this.others.push(heads[slot] as number);
      heads[slot] = next;
      const layer = this.layers[at + span];
      if (layer) layer.push(next);
      else this.layers[at + span] = [next];
    } else if (total > (this.scores[next] as number)) this.scores[next] = total;
    const edge = this.step.push(step) - 1;
    if (edge === room) grow();
    from[edge] = node;
    to[edge] = next;
    score[edge] = worth;
    begin[edge] = at;
  }

  /** The whole, good until another lattice grows. */
  finished(finals: Lattice<S>['finals']): Lattice<S> {
    const { states, step } = this;
    return { nodes: states.length, edges: step.length, from, to, score, begin, step, finals };
  }
}
