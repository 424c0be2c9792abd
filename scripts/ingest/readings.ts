/** What each unit of a file could be, and how much it looks like it: made once, for every way to read the file. */
import { type BylineReading, bylinesAt } from './byline-readings.ts';
import { type CarrierReading, carrierHabit, carriersAt } from './carrier-readings.ts';
import * as evidence from './evidence.ts';
import type { Layout, Unit } from './layout.ts';
import type { Features } from './looks.ts';

/** Evidence for a unit by label; author lines and carriers may span several units. */
export type Readings = {
  headline: number;
  standfirst: number;
  paragraph: number;
  continuation: number;
  subhead: number;
  furniture: number;
  bylines: BylineReading[];
  carriers: CarrierReading[];
  /** A person says that an article begins here, whatever stands above. */
  begins?: true;
  /** Below this the evidence for a label is hopeless, wherever the unit stands. */
  hopeless: number;
};

/** How far evidence may lie behind the best of a unit and still be made good by what stands around it. */
const reach = 15;

/** Readings of all units of a file, in order. */
export function readingsOf(
  units: readonly Unit[],
  features: readonly Features[],
  layout: Layout,
): Readings[] {
  const habit = carrierHabit(features);
  return units.map((unit, at): Readings => {
    const seen = features[at] as Features;
    const headline = evidence.headline(seen, unit, layout);
    const standfirst = evidence.standfirst(seen);
    const paragraph = evidence.paragraph(seen, unit, layout);
    const continuation = evidence.continuation(seen, unit, layout);
    const subhead = evidence.subhead(seen, unit, layout);
    const furniture = evidence.furniture(seen);
    const best = Math.max(headline, standfirst, paragraph, continuation, subhead, furniture);
    return {
      headline,
      standfirst,
      paragraph,
      continuation,
      subhead,
      furniture,
      hopeless: best - reach,
      bylines: bylinesAt(units, features, layout, at),
      carriers: carriersAt(units, features, layout, at, habit),
    };
  });
}
