/** A lattice while it grows: nodes by the unit that they stand before, and edges in columns that serve file after file. */
import type { Lattice } from './lattice.ts';
import { type State, start, stateNumbers } from './state.ts';

/** Units that an edge may read, and one more: so many layers can be reached at a time. */
const layersAtATime = 8;

function longer<Column extends Int32Array | Float64Array>(column: Column, made: Column): Column {
  made.set(column);
  return made;
}

/** What a lattice grows in is kept from one file to the next, since making it anew costs more than filling it. */
export class Growing<S> {
  /** Units of the file. */
  units = 0;

  private nodes = 0;
  private roomForNodes = 1 << 12;
  /** Of each node its state, the last unit before it that was not furniture, the score of the best way there, and the edge with which that ends. */
  readonly states: State[] = [];
  lasts = new Int32Array(this.roomForNodes);
  scores = new Float64Array(this.roomForNodes);
  private arrivals = new Int32Array(this.roomForNodes);
  /** The node of the same state that was made before it in its layer, or -1. */
  private others = new Int32Array(this.roomForNodes);
  /** For each layer that can be reached its nodes in the order in which they were made. */
  private readonly layers = Array.from({ length: layersAtATime }, (): number[] => []);
  /** … and for each state the last node made of it, or -1. */
  private readonly heads = new Int32Array(layersAtATime * stateNumbers);

  private edges = 0;
  private roomForEdges = 1 << 14;
  private from = new Int32Array(this.roomForEdges);
  private to = new Int32Array(this.roomForEdges);
  private score = new Float64Array(this.roomForEdges);
  private begin = new Int32Array(this.roomForEdges);
  private readonly step: S[] = [];

  /** Begins the lattice of a file; the one before is good no more. */
  restart(units: number): void {
    this.units = units;
    this.nodes = this.edges = 0;
    this.heads.fill(-1);
    for (const layer of this.layers) layer.length = 0;
    this.layers[0]?.push(this.node(start, -1, 0, -1));
  }

  /** Nodes before a unit, in the order in which they were made. They can be reached no more. */
  layer(at: number): readonly number[] {
    const nodes = this.layers[at % layersAtATime] as number[];
    for (const node of nodes) this.heads[this.slot(at, this.states[node] as State)] = -1;
    // The farthest layer that can be reached from here has the room of the one above.
    if (at > 0) (this.layers[(at - 1) % layersAtATime] as number[]).length = 0;
    return nodes;
  }

  private slot(layer: number, { number }: State): number {
    return (layer % layersAtATime) * stateNumbers + number;
  }

  /** Makes a node, at which an edge arrives. */
  private node(state: State, last: number, score: number, edge: number): number {
    if (this.nodes === this.roomForNodes) {
      this.roomForNodes *= 2;
      this.lasts = longer(this.lasts, new Int32Array(this.roomForNodes));
      this.scores = longer(this.scores, new Float64Array(this.roomForNodes));
      this.arrivals = longer(this.arrivals, new Int32Array(this.roomForNodes));
      this.others = longer(this.others, new Int32Array(this.roomForNodes));
    }
    const node = this.nodes++;
    this.states[node] = state;
    this.lasts[node] = last;
    this.scores[node] = score;
    this.arrivals[node] = edge;
    this.others[node] = -1;
    return node;
  }

  /** Adds an edge that leads to a state, behind some units. */
  add(node: number, step: S, worth: number, at: number, span: number, state: State, last: number): void {
    if (span >= layersAtATime) throw new RangeError(`a step over ${span} units`);
    const total = (this.scores[node] as number) + worth;
    const edge = this.edge(node, step, worth, at);
    const slot = this.slot(at + span, state);
    const head = this.heads[slot] as number;
    let next = head;
    while (next >= 0 && this.lasts[next] !== last) next = this.others[next] as number;
    if (next < 0) {
      next = this.node(state, last, total, edge);
      this.others[next] = head;
      this.heads[slot] = next;
      this.layers[(at + span) % layersAtATime]?.push(next);
    } else if (total > (this.scores[next] as number)) {
      this.scores[next] = total;
      this.arrivals[next] = edge;
    }
    this.to[edge] = next;
  }

  private edge(from: number, step: S, score: number, begin: number): number {
    if (this.edges === this.roomForEdges) {
      this.roomForEdges *= 2;
      this.from = longer(this.from, new Int32Array(this.roomForEdges));
      this.to = longer(this.to, new Int32Array(this.roomForEdges));
      this.score = longer(this.score, new Float64Array(this.roomForEdges));
      this.begin = longer(this.begin, new Int32Array(this.roomForEdges));
    }
    const edge = this.edges++;
    this.from[edge] = from;
    this.score[edge] = score;
    this.begin[edge] = begin;
    this.step[edge] = step;
    return edge;
  }

  /** The whole, good until the next is begun. */
  finished(finals: Lattice<S>['finals']): Lattice<S> {
    const { nodes, edges, from, to, score, begin, step, scores, arrivals } = this;
    return { nodes, edges, from, to, score, begin, step, reached: scores, arrivals, finals };
  }
}
