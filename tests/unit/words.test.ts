import { describe, expect, it } from 'vitest';
import { pageAddress, paged } from '../../src/archive/paging.ts';
import { dayInWords, opening, runsOf } from '../../src/archive/words.ts';

describe('opening', () => {
  it('keeps a short text, and otherwise whole sentences where they fill half the room', () => {
    expect(opening('一句。', 10)).toBe('一句。');
    expect(opening('第一句話。第二句話很長很長', 8)).toBe('第一句話。');
    expect(opening('短。這是一句沒有完的很長很長的話', 12)).toBe('短。這是一句沒有完的很長……');
    expect(opening('說到這裏，還有很多', 5)).toBe('說到這裏……');
  });

  it('cuts no character in two', () => {
    expect(opening('𠮷𠮷𠮷𠮷', 2)).toBe('𠮷𠮷……');
  });
});

it('writes days and runs of numbers as Chinese does', () => {
  expect(dayInWords('2026-06-08')).toBe('2026年6月8日');
  expect(runsOf([5, 3, 4, 9])).toBe('3–5、9');
});

describe('paged', () => {
  it('cuts a list, and gives an empty one a page', () => {
    expect(paged([1, 2, 3], 2).map(({ items }) => items)).toEqual([[1, 2], [3]]);
    expect(paged([], 2)).toEqual([{ items: [], number: 1, total: 1 }]);
    expect(pageAddress('/authors/', 2)).toBe('/authors/page/2/');
  });
});
