import { expect, it } from 'vitest';
import { sortedBy } from '../../src/text/collate.ts';

const names = ['魏明德', '何志平', '丁煌', '陳勇'];

it('sorts by stroke in Traditional', () => {
  expect(sortedBy('zh-Hant', names, (name) => name)).toEqual(['丁煌', '何志平', '陳勇', '魏明德']);
});

it('sorts by pinyin in Simplified', () => {
  expect(sortedBy('zh-Hans', ['魏明德', '何志平', '丁煌', '陈勇'], (name) => name)).toEqual([
    '陈勇',
    '丁煌',
    '何志平',
    '魏明德',
  ]);
});

it('leaves the list it was given', () => {
  const given = ['b', 'a'];
  sortedBy('zh-Hant', given, (text) => text);
  expect(given).toEqual(['b', 'a']);
});
