import { expect, it } from 'vitest';
import { bars } from '../../src/glance/draw.ts';
import { isWorthPlots } from '../../src/glance/enough.ts';
import { wordsOf } from '../../src/glance/words.ts';
import { pageSize } from '../../src/site.ts';

it('cuts words, and keeps together what a text always writes together', () => {
  const words = wordsOf('人工智能很好。人工智能改變香港。香港發展AI，哈薩克斯坦與哈薩克斯坦。');
  expect(words).toContain('人工智能');
  expect(words).toContain('哈薩克斯坦');
  expect(words).toContain('AI');
  expect(words.join()).not.toMatch(/。|，/);
});

it('takes for words what the segmenter gives, wherever single characters stand between', () => {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  const text = '我在香港，他去A國B城GPT4。𠮷野家好吃嗎？的確！x';
  const segments = Array.from(segmenter.segment(text), ({ segment }) => segment);
  expect(wordsOf(text)).toEqual(segments.filter((each) => /^\p{Script=Han}{2,}$|^[A-Z]+\d+$/u.test(each)));
});

it('has pages lead to it where there is more than a page of articles', () => {
  expect(isWorthPlots(8)).toBe(false);
  expect(isWorthPlots(pageSize.articles)).toBe(false);
  expect(isWorthPlots(pageSize.articles + 1)).toBe(true);
});

it('draws marks that are named links, and nothing that a strict policy would refuse', () => {
  const svg = bars([
    { label: '教育 <b>', href: '/topics/education/', value: 3 },
    { label: '金融', href: '/topics/finance/', value: 1 },
  ]);
  expect(svg).not.toMatch(/<style|style=/);
  expect(svg).toContain('href="/topics/education/"');
  expect(svg).toContain('aria-label="教育 <b> 3"');
});
