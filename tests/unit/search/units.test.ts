import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { occurrencesIn, patternOf } from '../../../src/search/pattern.ts';
import { positionsOf, wordsOf } from '../../../src/search/tokens.ts';
import { streamOf } from '../../../src/search/units.ts';
import { folding } from '../../../src/text/fold.ts';
import { countIn } from '../../support/search-oracle.ts';

function hits(text: string, word: string): number {
  return occurrencesIn(streamOf(text, folding), patternOf(word, folding)).length;
}

describe('what a word finds', () => {
  it.each([
    ['香港AI產業', '香港 AI', 1],
    ['香港 AI 產業', '香港AI產業', 1],
    ['哈哈哈', '哈哈', 2],
    ['ABAB', 'ab', 1],
    ['巴巴爸巴巴', '巴巴', 2],
    ['金額超16.5億美元', '16.5', 1],
    ['金額超16.5億美元', '165', 0],
    ['金額超165億美元', '16.5', 0],
    ['金額超16.5億美元', '6.5', 0],
    ['金額超16.5億美元', '5億', 0],
    ['金額超16.5億美元', '16', 1],
    ['約2,300萬', '2300萬', 1],
    ['約2300萬', '2,300萬', 1],
    ['約2,300萬', '300萬', 0],
    ['MAIL', 'AI', 0],
    ['AIIB', 'AI', 1],
    ['GenAI沙盒', 'AI', 0],
    ['L4級自動駕駛', 'L4級', 1],
    ['L4級自動駕駛', '4級', 0],
    ['5G-A網絡', '5G-A', 1],
    ['5GA網絡', '5G-A', 1],
    ['5G-A網絡', '5GA', 0],
    ['QFII/RQFII額度', 'QFII/RQFII', 1],
    ['QFII/RQFII額度', 'rqfii', 1],
    ['C++語言', 'C++', 1],
    ['C語言', 'C++', 0],
    ['佔98.3%。', '98.3%', 1],
    ['佔98.3億', '98.3%', 0],
    ['重金融、輕科技', '金融輕科技', 0],
    ['重金融、輕科技', '金融，輕科技', 1],
    ['重金融輕科技', '金融，輕科技', 1],
    ['重「金融」', '重金融', 0],
    ['從「金融之都」到', '「金融之都」', 1],
    ['新市場 強化', '新市場強化', 0],
    ['𠮷野家', '𠮷野', 1],
    ['Café', 'CAFE', 1],
    ['①香港', '1香港', 1],
    ['，。', '，', 0],
  ])('in %s for %s: %i', (text, word, expected) => {
    expect(hits(text, word)).toBe(expected);
  });

  it('counts as the slow way does', () => {
    const alphabet = fc.constantFrom(...'香港金融爲为裏AIai5,.0、 「」%+-', '，');
    const text = fc.array(alphabet, { maxLength: 30 }).map((parts) => parts.join(''));
    const word = fc
      .array(alphabet, { minLength: 1, maxLength: 5 })
      .map((parts) => parts.join(''))
      .filter((each) => !/\s/.test(each) && patternOf(each, folding).units.length > 0);
    fc.assert(
      fc.property(text, word, (within, sought) => {
        expect(hits(within, sought)).toBe(countIn(within, sought));
      }),
      { numRuns: 3000 },
    );
  });

  it('takes any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const stream = streamOf(text, folding);
        expect(wordsOf(stream).length).toBeGreaterThanOrEqual(positionsOf(stream).length);
        expect(streamOf(`\ud800,${text},\udc00`, folding).units).toHaveLength(stream.units.length);
      }),
      { numRuns: 2000 },
    );
  });
});
