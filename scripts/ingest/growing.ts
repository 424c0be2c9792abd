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
  /** The node that was made after it in its layer, or -1. */
  private followers = new Int32Array(this.roomForNodes);
  /** For each layer that can be reached the first node and the last, or -1. */
  private readonly firsts = new Int32Array(layersAtATime);
  private readonly latest = new Int32Array(layersAtATime);
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
    this.firsts.fill(-1);
    this.node(start, -1, 0, 0, -1);
  }

  /**
   * The first of the nodes before a unit, or -1. None of them can be reached any more: what they were found by serves a layer
   * further on.
   */
  leave(at: number): number {
    const first = this.firsts[at % layersAtATime] as number;
    for (let node = first; node >= 0; node = this.followers[node] as number)
      this.heads[this.slot(at, this.states[node] as State)] = -1;
    this.firsts[at % layersAtATime] = -1;
    return first;
  }

  /** The node of the same layer that was made after one, or -1. */
  after(node: number): number {
    return this.followers[node] as number;
  }

  private slot(layer: number, { number }: State): number {
    return (layer % layersAtATime) * stateNumbers + number;
  }

  /** Makes a node in a layer, at which an edge arrives. */
  private node(state: State, last: number, score: number, layer: number, edge: number): void {
    if (this.nodes === this.roomForNodes) {
      this.roomForNodes *= 2;
      this.lasts = longer(this.lasts, new Int32Array(this.roomForNodes));
      this.scores = longer(this.scores, new Float64Array(this.roomForNodes));
      this.arrivals = longer(this.arrivals, new Int32Array(this.roomForNodes));
      this.others = longer(this.others, new Int32Array(this.roomForNodes));
      this.followers = longer(this.followers, new Int32Array(this.roomForNodes));
    }
    const node = this.nodes++;
    const slot = this.slot(layer, state);
    this.states[node] = state;
    this.lasts[node] = last;
    this.scores[node] = score;
    this.arrivals[node] = edge;
    this.others[node] = this.heads[slot] as number;
    this.heads[slot] = node;
    const place = layer % layersAtATime;
    if ((this.firsts[place] as number) < 0) this.firsts[place] = node;
    else this.followers[this.latest[place] as number] = node;
    this.latest[place] = node;
    this.followers[node] = -1;
  }

  /** Adds an edge that leads to a state, behind some units. */
  add(node: number, step: S, worth: number, at: number, span: number, state: State, last: number): void {
    if (span >= layersAtATime) throw new RangeError(`a step over ${span} units`);
    const total = (this.scores[node] as number) + worth;
    const edge = this.edge(node, step, worth, at);
    let next = this.heads[this.slot(at + span, state)] as number;
    while (next >= 0 && this.lasts[next] !== last) next = this.others[next] as number;
    if (next < 0) {
      next = this.nodes;
      this.node(state, last, total, at + span, edge);
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
