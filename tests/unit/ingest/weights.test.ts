/** The two ways to say what a step's cues are worth agree, and what is learnt serves dumps that it was not learnt from. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { featuresIn } from '../../../scripts/ingest/features.ts';
import { stepsAt } from '../../../scripts/ingest/grammar.ts';
import { layoutOf } from '../../../scripts/ingest/layout.ts';
import { linesOf } from '../../../scripts/ingest/lines.ts';
import { parseSight, sightOf } from '../../../scripts/ingest/parse.ts';
import { start } from '../../../scripts/ingest/state.ts';
import { styles } from '../../../scripts/ingest/step.ts';
import { learntWeighing, namesOf, Weighing } from '../../../scripts/ingest/weights.ts';
import { unitsOf } from '../../../scripts/ingest/wrapped.ts';
import { type Dump, readDumps, tally } from '../../../scripts/score/alone.ts';
import { learn, lessonOf, usualOptions } from '../../../scripts/score/fit/learn.ts';

const fixtures = join(import.meta.dirname, '../../fixtures/ingest');

const dumpsIn = (folder: string): Dump[] => readDumps(join(fixtures, folder));

describe('weights', () => {
  it('of a step are the sum of those of its cues', () => {
    const weighing = learntWeighing();
    for (const { lines: raw } of dumpsIn('development')) {
      const lines = linesOf(raw);
      const layout = layoutOf(lines);
      const units = unitsOf(lines, layout);
      const page = { units, features: featuresIn(units, layout), layout, constraints: new Map() };
      const sight = sightOf(page, weighing);
      const { edges } = parseSight(sight, page.constraints);
      let [state, last] = [start, -1];
      for (const { begin, label, begins, span } of edges) {
        const steps = stepsAt(sight, state, begin, last);
        for (const step of steps) {
          const place = { state, at: begin, last };
          const weighed = { ...step, before: 0, after: 0 };
          weighing.weigh(sight, place, [weighed]);
          for (const style of styles)
            expect(weighed[style]).toBeCloseTo(weighing.sum(namesOf(sight, { ...place, style, step })), 6);
        }
        state =
          steps.find((each) => each.label === label && each.begins === begins && each.span === span)?.to ??
          state;
        if (label !== 'furniture') last = begin + span - 1;
      }
    }
  });

  it('that were learnt from some dumps read others better than judgement alone', () => {
    const folders = readdirSync(fixtures).filter((name) => /^layouts-a[b-k]/u.test(name));
    const lessons = folders.flatMap(dumpsIn).flatMap((dump) => lessonOf(dump) ?? []);
    const learnt = new Weighing(learn(lessons, { ...usualOptions, epochs: 4 }));
    const others = readdirSync(fixtures)
      .filter((name) => /^layouts-[h-n]/u.test(name))
      .flatMap(dumpsIn);
    expect(tally(others, learnt).exact).toBeGreaterThan(tally(others, new Weighing({})).exact);
  });
});
