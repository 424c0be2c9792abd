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
  /** For each node the score of the best path to it, and the edge with which that ends; columns may be longer than there are nodes. */
  reached: Float64Array;
  arrivals: Int32Array;
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

/** Where the best path ends, and its score; `undefined` where no path reaches the end. */
export function bestEnd<S>({ reached, finals }: Lattice<S>): { node: number; score: number } | undefined {
  let best: { node: number; score: number } | undefined;
  for (const { node, score } of finals) {
    const total = (reached[node] as number) + score;
    if (!best || total > best.score) best = { node, score: total };
  }
  return best;
}

/** The edges of the best path to a node, as places in the columns. */
function pathTo<S>({ from, arrivals }: Lattice<S>, end: number): number[] {
  const path: number[] = [];
  for (let node = end; node !== 0; node = from[path.at(-1) as number] as number)
    path.push(arrivals[node] as number);
  return path.reverse();
}

/**
 * The best path (Viterbi) and, for each unit, the best path that reads it otherwise (max-marginals).
 *
 * @param end where it ends, as `bestEnd` found it
 * @param units number of units; every path reads each once
 */
export function bestPath<Label extends string, S extends Step<Label>>(
  lattice: Lattice<S>,
  { node: end, score: best }: { node: number; score: number },
  units: number,
): Path<Label, S> {
  const { from, to, score, begin, step, reached, finals } = lattice;
  const edges = pathTo(lattice, end).map((edge): Edge<S> => {
    const first = begin[edge] as number;
    const read = step[edge] as S;
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
  /** What the rest of the best path from each node is worth. */
  const left = new Float64Array(lattice.nodes).fill(Number.NEGATIVE_INFINITY);
  for (const { node, score: ending } of finals) left[node] = Math.max(left[node] as number, ending);
  // From the last edge to the first: those out of a node stand behind those into it.
  for (let edge = lattice.edges - 1; edge >= 0; edge--) {
    const rest = left[to[edge] as number] as number;
    if (rest === Number.NEGATIVE_INFINITY) continue;
    const node = from[edge] as number;
    const worth = score[edge] as number;
    if (worth + rest > (left[node] as number)) left[node] = worth + rest;
    const margin = best - ((reached[node] as number) + worth + rest);
    const { label, begins, span } = step[edge] as S;
    const first = begin[edge] as number;
    if (begins !== (beginsAt[first] === 1) && margin < (boundaries[first] as number))
      boundaries[first] = margin;
    for (let unit = first; unit < first + span; unit++) {
      const rival = rivals[unit];
      // Of equal ones the first counts.
      if (rival && label !== chosen[unit] && margin <= rival.margin) {
        rival.label = label;
        rival.margin = margin;
      }
    }
  }
  return { score: best, edges, rivals, boundaries };
}
