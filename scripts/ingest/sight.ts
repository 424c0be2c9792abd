/** All that the grammar looks at, and what it makes of it. */
import type { Between } from './between.ts';
import type { Byline } from './byline.ts';
import type { Cues } from './cues.ts';
import type { Heading } from './heading-parts.ts';
import type { Layout, Unit } from './layout.ts';
import type { Features } from './looks.ts';
import type { Readings } from './readings.ts';
import type { Label, Lacks, State } from './state.ts';
import type { PageWorths, Weighing } from './weights.ts';

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

export type Sight = {
  units: readonly Unit[];
  features: readonly Features[];
  readings: readonly Readings[];
  layout: Layout;
  between: Between;
  cues: Cues;
  /** What was learnt of cues, and what it comes to on this page. */
  weighing: Weighing;
  worths: PageWorths;
  /** What it costs an article to lack something. */
  lacks: Lacks;
  /** There are letters on the page. */
  letters: boolean;
};
