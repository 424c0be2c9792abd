import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleRecord } from '../../../src/article/record.ts';
import { concordanceOf, inOrder } from '../../../src/search/concordance.ts';
import {
  bestLines,
  type Line,
  linesOf,
  marked,
  rangesIn,
  stretchesBy,
} from '../../../src/search/passages.ts';
import { patternOf } from '../../../src/search/pattern.ts';
import { folding } from '../../../src/text/fold.ts';
import { headlineParts } from '../../../src/text/headline.ts';

const far = '遠'.repeat(80);

function recordWith(...paragraphs: string[]): ArticleRecord {
  return {
    script: 'zh-Hant',
    id: '7k3m9x2p',
    title: '香港與AI',
    authors: [{ name: '陳勇', roles: [] }],
    topics: ['trade'],
    lang: 'zh-Hant',
    sources: [{ file: 'a.txt', lines: [[1, 2]] }],
    review: [],
    url: '/articles/7k3m9x2p/',
    blocks: paragraphs.map((text, at) => ({ kind: 'p', n: at + 1, text })),
  };
}

const patterns = (...words: string[]) => words.map((word) => patternOf(word, folding));

describe('passages', () => {
  it('marks hits that overlap as one, and leaves the text as it is', () => {
    const stretches = marked('他說：哈哈哈，<b>香 港</b>', patterns('哈哈'), folding);
    expect(stretches).toEqual([
      { text: '他說：', marked: false },
      { text: '哈哈哈', marked: true },
      { text: '，<b>香 港</b>', marked: false },
    ]);
  });

  it('puts each hit on one line, with the paragraph it stands in', () => {
    const record = recordWith(`香港${far}香港的香港`, '灣仔', `${far}香港`);
    const lines = linesOf(record, patterns('香港'), folding);
    expect(lines.map(({ anchor }) => anchor)).toEqual(['#p1', '#p1', '#p3']);
    const marks = lines.flatMap(({ stretches }) => stretches.filter((stretch) => stretch.marked));
    expect(marks).toHaveLength(4);
  });

  const textOf = (paragraph: string, word: string): string =>
    linesOf(recordWith(paragraph), patterns(word), folding)[0]
      ?.stretches.map(({ text }) => text)
      .join('') ?? '';

  it('begins and ends a line with a sentence or else a clause, where one is near', () => {
    const near = '遠'.repeat(12);
    expect(textOf(`${far}。${near}，${near}香港${near}。${near}，${far}`, '香港')).toBe(
      `${near}，${near}香港${near}。`,
    );
    expect(textOf(`${far}，${near}香港${near}，${far}`, '香港')).toBe(`…${near}香港${near}，…`);
    expect(textOf(`${far}。」${near}香港${far}`, '香港')).toBe(`${near}香港${'遠'.repeat(30)}…`);
    expect(textOf(`${near}香港${near}`, '香港')).toBe(`${near}香港${near}`);
  });

  it('cuts no Latin word and no number in two', () => {
    const before = '遠'.repeat(25);
    expect(textOf(`${far}Astronomy${before}香港${before}1,234.56${far}`, '香港')).toBe(
      `…Astronomy${before}香港${before}…`,
    );
  });

  it('cuts marked text where the parts of a headline meet', () => {
    const title = '四年八個月？先看看你家有幾多人';
    const cut = stretchesBy(headlineParts(title), marked(title, patterns('月？先', '人'), folding));
    expect(cut).toEqual([
      [
        { text: '四年八個', marked: false },
        { text: '月？', marked: true },
      ],
      [
        { text: '先', marked: true },
        { text: '看看你家有幾多', marked: false },
        { text: '人', marked: true },
      ],
    ]);
  });

  it('never cuts a character in two', () => {
    const record = recordWith(`${'𠮷'.repeat(60)}香港${'𠮷'.repeat(60)}`);
    const text =
      linesOf(record, patterns('香港'), folding)[0]
        ?.stretches.map((stretch) => stretch.text)
        .join('') ?? '';
    expect(text.isWellFormed()).toBe(true);
  });

  it('prefers lines that hold most of the words', () => {
    const record = recordWith('香港一', '香港二', '香港三', '香港的金融');
    const lines = linesOf(record, patterns('香港', '金融'), folding);
    expect(bestLines(lines, 2).map(({ anchor }) => anchor)).toEqual(['#p1', '#p4']);
  });

  it('shows no sentence first that another line shows too', () => {
    const record = recordWith('香港是香港人的家。', '有人說：香港是香港人的家。', '我愛香港。');
    const lines = linesOf(record, patterns('香港'), folding);
    expect(lines).toHaveLength(3);
    expect(bestLines(lines, 3).map(({ anchor }) => anchor)).toEqual(['#p1', '#p3']);
  });

  it('shows no stretch of a paragraph on two lines, and every hit whole', () => {
    const pieces = ['香港', '，', '。', '金融', '遠', '遠遠遠遠遠遠遠', '哈哈哈', 'AI 2.5'];
    const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 120 }).map((words) => words.join(''));
    const words = patterns('香港', '遠。香', '哈哈', '金融遠遠');
    fc.assert(
      fc.property(texts, (paragraph) => {
        const lines = linesOf(recordWith(paragraph), words, folding);
        const hits = rangesIn(paragraph, words, folding);
        for (const hit of hits)
          expect(lines.some(({ from, to }) => from <= hit.from && hit.to <= to)).toBe(true);
        for (const [at, { to: end }] of lines.slice(0, -1).entries()) {
          const { from } = lines[at + 1] as Line;
          // Hits that overlap each other may stand on either side of a cut.
          if (from < end) expect(hits.some((hit) => hit.from === from && hit.to > end)).toBe(true);
        }
      }),
    );
  });

  it('orders a concordance by what follows and by what precedes', () => {
    const lines = concordanceOf(recordWith('乙香港丁', '甲香港丙'), patterns('香港'), folding);
    const collator = new Intl.Collator('zh-Hant');
    const said = (order: 'text' | 'after' | 'before') =>
      inOrder(lines, order, collator).map(({ before, after }) => `${before}|${after}`);
    expect(said('text')).toEqual(['|與AI', '乙|丁', '甲|丙']);
    expect(said('after').indexOf('乙|丁')).toBeLessThan(said('after').indexOf('甲|丙'));
    expect(said('before').indexOf('乙|丁')).toBeLessThan(said('before').indexOf('甲|丙'));
  });
});
