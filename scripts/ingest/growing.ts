/** A lattice while it grows: nodes by the unit that they stand before, and edges in columns that serve file after file. */
import type { Lattice } from './lattice.ts';
import { type State, start, stateNumbers } from './state.ts';

/** Units that an edge may read, and one more: so many layers can be reached at a time. */
const layersAtATime = 8;

/** What a lattice grows in: kept from one file to the next, since making it anew costs more than filling it. */
export class Ground {
  /** Edges. */
  private room = 1 << 14;
  from = new Int32Array(this.room);
  to = new Int32Array(this.room);
  score = new Float64Array(this.room);
  begin = new Int32Array(this.room);
  /** For each layer that can be reached and each state the last node made of it, or -1. */
  readonly heads = new Int32Array(layersAtATime * stateNumbers);

  put(edge: number, from: number, to: number, score: number, begin: number): void {
    if (edge === this.room) this.widen();
    this.from[edge] = from;
    this.to[edge] = to;
    this.score[edge] = score;
    this.begin[edge] = begin;
  }

  private widen(): void {
    this.room *= 2;
    const longer = <Column extends Int32Array | Float64Array>(column: Column, made: Column): Column => {
      made.set(column);
      return made;
    };
    this.from = longer(this.from, new Int32Array(this.room));
    this.to = longer(this.to, new Int32Array(this.room));
    this.score = longer(this.score, new Float64Array(this.room));
    this.begin = longer(this.begin, new Int32Array(this.room));
  }
}

/** On one ground, one lattice at a time can grow. */
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

  private readonly ground: Ground;

  /** Units of the file. */
  readonly units: number;

  constructor(units: number, ground: Ground) {
    this.units = units;
    this.ground = ground;
    this.layers = new Array(units + 1).fill(undefined);
    this.layers[0] = [0];
    ground.heads.fill(-1);
  }

  /** Nodes before a unit, in the order in which they were made. They can be reached no more. */
  layer(at: number): readonly number[] {
    const nodes = this.layers[at] ?? [];
    this.layers[at] = undefined;
    const { heads } = this.ground;
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
    const { heads } = this.ground;
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
    this.ground.put(this.step.push(step) - 1, node, next, worth, at);
  }

  /** The whole, good until another lattice grows on its ground. */
  finished(finals: Lattice<S>['finals']): Lattice<S> {
    const { states, step } = this;
    const { from, to, score, begin } = this.ground;
    return { nodes: states.length, edges: step.length, from, to, score, begin, step, finals };
  }
}
