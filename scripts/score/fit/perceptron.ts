/** Weights that are moved step by step, each less the more often it was moved, and their mean over all steps. */
import type { Weights } from '../../ingest/weights.ts';

export type Options = {
  /** How far a weight moves at first. */
  rate: number;
  /** The share that weights lose at each step, so that what is seen once is forgotten. */
  decay: number;
};

/** What two readings differ in: how much oftener a cue stands in the right one. */
export type Moves = ReadonlyMap<string, number>;

/** Smaller weights are not worth keeping. */
const least = 0.004;

export class Perceptron {
  readonly weights: Record<string, number>;
  private readonly options: Options;
  private readonly sums = new Map<string, number>();
  private readonly squares = new Map<string, number>();
  private steps = 0;

  /** @param from weights to begin with */
  constructor(options: Options, from: Weights = {}) {
    this.options = options;
    this.weights = { ...from };
  }

  /** @returns whether there was anything to move */
  step(moves: Moves): boolean {
    const { rate, decay } = this.options;
    let isMoved = false;
    for (const [name, count] of moves) {
      if (count === 0) continue;
      isMoved = true;
      const square = (this.squares.get(name) ?? 0) + count * count;
      this.squares.set(name, square);
      this.weights[name] = (this.weights[name] ?? 0) + (rate * count) / Math.sqrt(1 + square * 0.05);
    }
    this.steps++;
    for (const name of Object.keys(this.weights)) {
      const kept = (this.weights[name] as number) * (1 - decay);
      this.weights[name] = kept;
      this.sums.set(name, (this.sums.get(name) ?? 0) + kept);
    }
    return isMoved;
  }

  /** The mean of the weights over all steps, rounded, by name. */
  mean(): Weights {
    return Object.fromEntries(
      [...this.sums]
        .map(([name, sum]): [string, number] => [name, Math.round((1000 * sum) / this.steps) / 1000])
        .filter(([, weight]) => Math.abs(weight) >= least)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  }
}

/** How much oftener each name stands in one list than in the other. */
export function difference(right: Iterable<string>, rival: Iterable<string>): Map<string, number> {
  const moves = new Map<string, number>();
  for (const name of right) moves.set(name, (moves.get(name) ?? 0) + 1);
  for (const name of rival) moves.set(name, (moves.get(name) ?? 0) - 1);
  return moves;
}
