/** All that the grammar looks at. */
import type { Between } from './between.ts';
import type { Cues } from './cues.ts';
import type { Layout, Unit } from './layout.ts';
import type { Features } from './looks.ts';
import type { Readings } from './readings.ts';
import type { Lacks } from './state.ts';
import type { PageWorths, Weighing } from './weights.ts';

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
