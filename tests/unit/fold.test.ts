import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, folding, hanTable } from '../../src/text/fold.ts';
import { foldingFromTable, foldText } from '../../src/text/folding.ts';

describe('folding', () => {
  it.each([
    ['爲了裏綫臺着衞峯', '为了里线台着卫峰'],
    ['為了裡線台著衛峰', '为了里线台着卫峰'],
    ['ＡＩ　Ｖ３', 'AI V3'],
    ['Café', 'cafe'],
    ['瞭解憑藉', '了解凭借'],
    ['値得擧辦', '值得举办'],
    ['二○二六', '二〇二六'],
    ['𠮷野家', '𠮷野家'],
    ['ﬁ Ⅳ', 'fi iv'],
  ])('takes %s and %s for the same', (one, other) => {
    expect(fold(one)).toBe(fold(other));
  });

  it('keeps apart what readers keep apart', () => {
    expect(fold('已')).not.toBe(fold('己'));
    expect(fold('未')).not.toBe(fold('末'));
    for (const pair of ['覆復', '畫劃', '沈沉', '甚什', '牠它', '哩里', '鎔熔']) {
      expect(fold(pair.slice(1))).not.toBe(fold(pair.slice(0, 1)));
    }
  });

  it('drops what cannot be seen', () => {
    expect(fold('香\u200b港\ufeff')).toBe('香港');
    expect(fold('葛\u{e0100}')).toBe('葛');
  });

  it('folds a text as its characters one by one, with the marks that combine with them', () => {
    const part = fc.oneof(
      fc.constantFrom('裏綫……', 'ﬁＡe\u0301', '葛\u{e0100}', '𠮷', '\ud842', '\u200b', ''),
      fc.string({ unit: 'binary', maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        expect(fold(parts.join(''))).toBe(foldText(parts.join(''), folding));
      }),
      { numRuns: 3000 },
    );
  });

  it('folds what was folded to itself, and alike from the table that browsers get', () => {
    const fromTable = foldingFromTable(hanTable());
    const different: string[] = [];
    for (let code = 0x20; code < 0x30000; code++) {
      if (code >= 0xd800 && code < 0xe000) continue;
      const character = String.fromCodePoint(code);
      const folded = fold(character);
      if (fold(folded) !== folded || fromTable(character) !== folding(character)) different.push(character);
    }
    expect(different).toEqual([]);
  });

  it('refuses a table that lost a part', () => {
    expect(() => foldingFromTable({ from: '愛國', to: '爱' })).toThrow('damaged');
  });
});
