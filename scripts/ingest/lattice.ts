/** The best path through a lattice, and how much better it is than the best path that differs at a place. */

/** What an edge reads. */
export type Step<Label extends string> = {
  label: Label;
  /** Whether an article begins with it. */
  begins: boolean;
  /** Units that it reads. */
  span: number;
};

/**
 * Edges side by side, a column for each thing that is known of them: files have hundreds of thousands. All edges into a node
 * stand before the edges out of it.
 */
export type Lattice<S> = {
  nodes: number;
  /** Columns may be longer than there are edges. */
  edges: number;
  from: Int32Array;
  to: Int32Array;
  score: Float64Array;
  /** First unit that the edge reads. */
  begin: Int32Array;
  step: S[];
  /** Node 0 is the start; each final node with what ending there is worth. */
  finals: { node: number; score: number }[];
};

export type Edge<S> = S & { begin: number /** Behind its last unit. */; end: number };

export type Path<Label extends string, S extends Step<Label>> = {
  score: number;
  edges: Edge<S>[];
  /** For each unit: the best rival reading of it, and how far its best path lies behind. */
  rivals: { label: Label; margin: number }[];
  /** For each unit: how far the best path lies behind that begins an article there where this one does not, or the other way. */
  boundaries: number[];
};

/** The edges of the best path, as places in the columns, and what each node is worth from either side. */
function viterbi<S>({
  nodes,
  edges,
  from,
  to,
  score,
  finals,
}: Lattice<S>): { best: number; path: number[]; forward: Float64Array; backward: Float64Array } | undefined {
  const forward = new Float64Array(nodes).fill(Number.NEGATIVE_INFINITY);
  const backward = new Float64Array(nodes).fill(Number.NEGATIVE_INFINITY);
  const arrival = new Int32Array(nodes).fill(-1);
  forward[0] = 0;
  for (let edge = 0; edge < edges; edge++) {
    const node = to[edge] as number;
    const reached = (forward[from[edge] as number] as number) + (score[edge] as number);
    if (reached > (forward[node] as number)) {
      forward[node] = reached;
      arrival[node] = edge;
    }
  }
  let best: { node: number; score: number } | undefined;
  for (const { node, score: ending } of finals) {
    backward[node] = Math.max(backward[node] as number, ending);
    const total = (forward[node] as number) + ending;
    if (Number.isFinite(total) && (!best || total > best.score)) best = { node, score: total };
  }
  if (!best) return undefined;
  for (let edge = edges - 1; edge >= 0; edge--) {
    const node = from[edge] as number;
    const left = (score[edge] as number) + (backward[to[edge] as number] as number);
    if (left > (backward[node] as number)) backward[node] = left;
  }
  const path: number[] = [];
  for (let { node } = best; node !== 0; ) {
    const edge = arrival[node] as number;
    if (edge < 0) return undefined;
    path.push(edge);
    node = from[edge] as number;
  }
  return { best: best.score, path: path.reverse(), forward, backward };
}

/**
 * Finds the best path (Viterbi) and, for each unit, the best path that reads it otherwise (max-marginals).
 *
 * @param units number of units; every path reads each once
 * @returns `undefined` where no path reaches the end
 */
export function bestPath<Label extends string, S extends Step<Label>>(
  lattice: Lattice<S>,
  units: number,
): Path<Label, S> | undefined {
  const { from, to, score, begin, step } = lattice;
  const found = viterbi(lattice);
  if (!found) return undefined;
  const { best, path, forward, backward } = found;
  const edges = path.map((edge): Edge<S> => {
    const [first, read] = [begin[edge] as number, step[edge] as S];
    return { ...read, begin: first, end: first + read.span };
  });
  const chosen: Label[] = new Array(units);
  const beginsAt = new Uint8Array(units);
  for (const edge of edges) {
    if (edge.begins) beginsAt[edge.begin] = 1;
    for (let unit = edge.begin; unit < edge.end; unit++) chosen[unit] = edge.label;
  }
  const rivals = chosen.map((label) => ({ label, margin: Number.POSITIVE_INFINITY }));
  const boundaries = new Array<number>(units).fill(Number.POSITIVE_INFINITY);
  for (let edge = 0; edge < lattice.edges; edge++) {
    const total =
      (forward[from[edge] as number] as number) +
      (score[edge] as number) +
      (backward[to[edge] as number] as number);
    const margin = best - total;
    const { label, begins, span } = step[edge] as S;
    const first = begin[edge] as number;
    if (begins !== (beginsAt[first] === 1) && margin < (boundaries[first] as number))
      boundaries[first] = margin;
    for (let unit = first; unit < first + span; unit++) {
      const rival = rivals[unit];
      if (rival && label !== chosen[unit] && margin < rival.margin) {
        rival.label = label;
        rival.margin = margin;
      }
    }
  }
  return { score: best, edges, rivals, boundaries };
}
