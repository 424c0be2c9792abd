/** The best path through a lattice, and how much better it is than the best path that differs at a place. */

export type Edge<Label extends string> = {
  from: number;
  to: number;
  score: number;
  label: Label;
  /** The units the edge reads: `begin` included, `end` excluded. */
  begin: number;
  end: number;
  /** Whether an article begins with the edge. */
  begins: boolean;
};

export type Lattice<Label extends string> = {
  nodes: number;
  /** Ordered so that all edges into a node stand before the edges out of it. */
  edges: Edge<Label>[];
  /** Node 0 is the start; each final node with what ending there is worth. */
  finals: { node: number; score: number }[];
};

export type Path<Label extends string> = {
  score: number;
  edges: Edge<Label>[];
  /** For each unit: the best rival reading of it, and how far its best path lies behind. */
  rivals: { label: Label; margin: number }[];
  /** For each unit: how far the best path lies behind that begins an article there where this one does not, or the other way. */
  boundaries: number[];
};

/**
 * Finds the best path (Viterbi) and, for each unit, the best path that reads it otherwise (max-marginals).
 *
 * @param units number of units; every path reads each once
 * @returns `undefined` where no path reaches the end
 */
export function bestPath<Label extends string>(
  lattice: Lattice<Label>,
  units: number,
): Path<Label> | undefined {
  const { nodes, edges, finals } = lattice;
  const forward = new Float64Array(nodes).fill(Number.NEGATIVE_INFINITY);
  const backward = new Float64Array(nodes).fill(Number.NEGATIVE_INFINITY);
  const arrival: (Edge<Label> | undefined)[] = new Array(nodes);
  forward[0] = 0;
  for (const edge of edges) {
    const score = (forward[edge.from] ?? 0) + edge.score;
    if (score > (forward[edge.to] ?? 0)) {
      forward[edge.to] = score;
      arrival[edge.to] = edge;
    }
  }
  let best: { node: number; score: number } | undefined;
  for (const { node, score } of finals) {
    backward[node] = Math.max(backward[node] ?? Number.NEGATIVE_INFINITY, score);
    const total = (forward[node] ?? Number.NEGATIVE_INFINITY) + score;
    if (Number.isFinite(total) && (!best || total > best.score)) best = { node, score: total };
  }
  if (!best) return undefined;
  for (let at = edges.length - 1; at >= 0; at--) {
    const edge = edges[at] as Edge<Label>;
    const score = edge.score + (backward[edge.to] ?? Number.NEGATIVE_INFINITY);
    if (score > (backward[edge.from] ?? Number.NEGATIVE_INFINITY)) backward[edge.from] = score;
  }
  const path: Edge<Label>[] = [];
  for (let node = best.node; node !== 0; ) {
    const edge = arrival[node];
    if (!edge) return undefined;
    path.push(edge);
    node = edge.from;
  }
  path.reverse();
  const chosen: Label[] = new Array(units);
  for (const edge of path) for (let unit = edge.begin; unit < edge.end; unit++) chosen[unit] = edge.label;
  const rivals = Array.from({ length: units }, (_, unit) => ({
    label: chosen[unit] as Label,
    margin: Number.POSITIVE_INFINITY,
  }));
  const beginsAt = new Set(path.filter(({ begins }) => begins).map(({ begin }) => begin));
  const boundaries = new Array<number>(units).fill(Number.POSITIVE_INFINITY);
  for (const edge of edges) {
    const total = (forward[edge.from] ?? 0) + edge.score + (backward[edge.to] ?? 0);
    const margin = best.score - total;
    if (edge.begins !== beginsAt.has(edge.begin))
      boundaries[edge.begin] = Math.min(boundaries[edge.begin] ?? margin, margin);
    for (let unit = edge.begin; unit < edge.end; unit++) {
      const rival = rivals[unit];
      if (rival && edge.label !== chosen[unit] && margin < rival.margin)
        rivals[unit] = { label: edge.label, margin };
    }
  }
  return { score: best.score, edges: path, rivals, boundaries };
}
