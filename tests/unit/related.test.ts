import { describe, expect, it } from 'vitest';
import * as related from '../../src/related/related.ts';
import { countTerms, numbered, numberOf } from '../../src/related/terms.ts';
import { Vocabulary } from '../../src/related/vocabulary.ts';

function alike(texts: readonly string[], most: number): number[][] {
  const vocabulary = new Vocabulary();
  const terms = texts.map((text) => numbered(countTerms(text), vocabulary));
  return related.alike(terms, vocabulary.size, most);
}

const ai = '人工智能發展迅速，香港應用人工智能模型，培育算力人才。';
const aiToo = '香港应用人工智能模型，推动算力发展，人工智能人才不足。';
const law = '立法會通過條例草案，法院覆核裁決，律師會表示尊重。';
const lawToo = '法院裁決須受尊重，立法會條例草案釐清律師責任。';
const other = '颱風吹襲期間市民應留在室內，留意天文台消息。';

describe('what texts are compared by', () => {
  it('is pairs of characters and Latin words, folded', () => {
    const { terms, counts } = countTerms('用AI，AI 著作');
    expect([...terms]).toEqual([numberOf('ai'), numberOf('着作')]);
    expect([...counts]).toEqual([2, 1]);
    expect(countTerms('發展')).toEqual(countTerms('发展'));
  });
});

describe('numbers of terms', () => {
  it('are given once, from 0 up, and stay when they are kept', () => {
    const vocabulary = new Vocabulary();
    const terms = Array.from({ length: 5000 }, (_, at) => (at * 0x9e37) >>> 0);
    expect(terms.map((term) => vocabulary.numberOf(term))).toEqual([...terms.keys()]);
    const again = new Vocabulary(vocabulary.terms);
    expect(again.size).toBe(5000);
    expect(terms.toReversed().map((term) => again.numberOf(term))).toEqual([...terms.keys()].reverse());
    expect(again.numberOf(0xffff_ffff)).toBe(5000);
    expect([...again.terms.subarray(4999)]).toEqual([terms[4999], 0xffff_ffff]);
  });
});

describe('related texts', () => {
  it('say similar things, in either script, the most alike first', () => {
    const found = alike([ai, law, aiToo, other, lawToo], 3);
    expect(found.map(([first]) => first)).toEqual([2, 4, 0, undefined, 1]);
    expect(found[3]).toEqual([]);
  });

  it('are none where little of what they say is shared, however small the archive', () => {
    const phrase = '需要新思維。';
    expect(alike([ai + phrase, law + phrase, other], 3)).toEqual([[], [], []]);
  });

  it('are found the same way every time, and never the text itself', () => {
    const texts = Array.from({ length: 40 }, (_, at) => `${[ai, aiToo, law, lawToo][at % 4]}第${at}篇`);
    const found = alike(texts, 5);
    expect(found).toEqual(alike(texts, 5));
    for (const [at, others] of found.entries()) expect(others).not.toContain(at);
  });
});
