/** What stands between two units is what a walk from one to the other would meet. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Between } from '../../../scripts/ingest/between.ts';
import type { Unit } from '../../../scripts/ingest/layout.ts';
import type { Features } from '../../../scripts/ingest/looks.ts';

const kinds = ['credit', 'schedule', 'disclaimer', 'notice', 'picture', 'page-head', undefined] as const;
const closing: readonly unknown[] = kinds.slice(0, 4);

it('tells the widest gap, and whether an article is closed, for any two units', () => {
  const line = fc.record({ gap: fc.nat(6), kind: fc.constantFrom(...kinds) });
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 30 }), (lines) => {
      const units = lines.map(({ gap }) => ({ gap }) as Unit);
      const features = lines.map(({ kind }) => (kind ? { furniture: { kind, score: 6 } } : {}) as Features);
      const between = new Between(units, features);
      for (let at = 0; at < lines.length; at++)
        for (let last = -1; last < at; last++) {
          const gaps = lines.slice(last + 1, at + 1).map(({ gap }) => gap);
          expect(between.gap(last, at)).toBe(Math.max(...gaps));
          const passed = lines.slice(last + 1, at);
          expect(between.closes(last, at)).toBe(passed.some(({ kind }) => closing.includes(kind)));
        }
    }),
  );
});
