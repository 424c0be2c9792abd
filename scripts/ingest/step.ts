/** A step of the grammar over some units of a page. */
import type { Byline } from './byline.ts';
import type { Heading } from './heading-parts.ts';
import type { Label, State } from './state.ts';

/** Where a paper prints its authors. */
export const styles = ['before', 'after'] as const;
export type Style = (typeof styles)[number];

export type Step = {
  label: Label;
  to: State;
  /** What it is worth in each style. */
  before: number;
  after: number;
  begins: boolean;
  span: number;
  byline?: Byline | undefined;
  heading?: Heading | undefined;
};
