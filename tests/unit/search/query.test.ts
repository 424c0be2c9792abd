import { describe, expect, it } from 'vitest';
import { parseQuery, type Term, wordsIn } from '../../../src/search/query.ts';
import { folding } from '../../../src/text/fold.ts';

function said(term: Term): string {
  return term.kind === 'word' ? term.text : `${term.left.text}~${term.distance}~${term.right.text}`;
}

function read(text: string) {
  const { all, none } = parseQuery(text, folding);
  return { all: all.map((group) => group.map(said).join('|')), none: none.map(said) };
}

describe('queries', () => {
  it.each([
    ['香港 金融', ['香港', '金融'], []],
    ['香港\u3000金融', ['香港', '金融'], []],
    ['"HKGAI V3" 香港', ['HKGAI V3', '香港'], []],
    ['“人工 智能”', ['人工 智能'], []],
    ['甲 OR 乙 丙', ['甲|乙', '丙'], []],
    ['甲 或 乙', ['甲|乙'], []],
    ['香港 -金融 －物流', ['香港'], ['金融', '物流']],
    ['香港 -"人工 智能"', ['香港'], ['人工 智能']],
    ['甲 NEAR/30 乙', ['甲~30~乙'], []],
    ['甲 NEAR 乙 丙', ['甲~20~乙', '丙'], []],
    ['甲 NEAR/5 乙 NEAR/6 丙', ['甲~5~乙', '乙~6~丙'], []],
    ['或', ['或'], []],
    ['OR 香港', ['OR', '香港'], []],
    ['"香港', ['"香港'], []],
    ['""', [], []],
    ['，。 - ！', [], []],
    ['-金融', [], ['金融']],
  ])('reads %s', (text, all, none) => {
    expect(read(text)).toEqual({ all, none });
  });

  it('marks each word once', () => {
    expect(wordsIn(parseQuery('香港 香港 OR 金融 NEAR 香港', folding)).map(({ text }) => text)).toHaveLength(
      2,
    );
  });
});
