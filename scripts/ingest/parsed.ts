/** A page that was parsed, as far as doubts speak of it. */
import type { Unit } from './layout.ts';
import type { Features } from './looks.ts';
import type { Parse } from './parse.ts';
import type { Label } from './state.ts';

export type Parsed = {
  file: string;
  units: readonly Unit[];
  features: readonly Features[];
  parse: Parse;
  /** The label of each unit. */
  labels: readonly Label[];
};

/** The first line of a unit. */
export function lineAt({ units }: Parsed, at: number): number {
  return units[at]?.pieces[0]?.line ?? 1;
}

/** First and last line of a unit. */
export function linesAt({ units }: Parsed, at: number): [number, number] {
  const pieces = units[at]?.pieces ?? [];
  return [pieces[0]?.line ?? 1, pieces.at(-1)?.line ?? 1];
}
