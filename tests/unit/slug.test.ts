import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { personSlugOf, slugOf } from '../../src/text/slug.ts';

describe('slugOf', () => {
  it('romanises and tells equal romanisations apart', () => {
    expect(slugOf('譚錦球')).toMatch(/^tan-jin-qiu-[0-9a-f]{5}$/);
    expect(slugOf('王偉')).not.toBe(slugOf('汪偉'));
  });

  it('is the same for the scripts and widths of one name', () => {
    expect(slugOf('陈勇')).toBe(slugOf('陳勇'));
    expect(slugOf('ＡＩ 時代')).toBe(slugOf('AI 時代'));
  });

  it('reads the surnames of people as surnames', () => {
    expect(personSlugOf('曾鈺成')).toMatch(/^zeng-yu-cheng-/);
    expect(personSlugOf('區漢宗')).toMatch(/^ou-han-zong-/);
    expect(personSlugOf('曾鈺成').slice(-5)).toBe(slugOf('曾鈺成').slice(-5));
  });

  it('is never empty and always fit for an address', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (name) => {
        expect(slugOf(name)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
        expect(slugOf(name).length).toBeLessThanOrEqual(46);
      }),
    );
  });
});
