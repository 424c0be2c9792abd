import { describe, expect, it } from 'vitest';
import { extentOf, type Page, pageAddress, paged } from '../../src/archive/paging.ts';
import { opening, runsOf } from '../../src/archive/words.ts';
import { dayInWords } from '../../src/text/day.ts';

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
  expect(dayInWords('2026-06')).toBe('2026年6月');
  expect(runsOf([5, 3, 4, 9])).toBe('3–5、9');
});

describe('paged', () => {
  it('cuts a list, and gives an empty one a page', () => {
    expect(paged([1, 2, 3], 2).map(({ items }) => items)).toEqual([[1, 2], [3]]);
    expect(paged([], 2)).toEqual([{ items: [], number: 1, total: 1, count: 0 }]);
    expect(pageAddress('/authors/', 2)).toBe('/authors/page/2/');
  });

  it('leaves the pages after the first as they are when a list grows at either end', () => {
    const later = (pages: readonly Page<number>[]) =>
      pages.slice(1).map(({ items, count }) => [items, count]);
    const [short, long] = [
      [1, 2, 3, 4, 5, 6],
      [0.5, 1, 2, 3, 4, 5, 6],
    ].map((items) => paged(items, 2, 'at the start'));
    expect(later(long ?? [])).toEqual(later(short ?? []));
    expect(long?.[0]).toEqual({ items: [0.5, 1, 2], number: 1, total: 3, count: 7 });
    expect(paged([1], 2, 'at the start')).toEqual([{ items: [1], number: 1, total: 1, count: 1 }]);
    const [before, after] = [
      [1, 2, 3, 4],
      [1, 2, 3, 4, 5],
    ].map((items) => paged(items, 2));
    expect(after?.[1]?.items).toEqual(before?.[1]?.items);
    expect(after?.[1]?.count).toBeUndefined();
    expect(extentOf(before?.[0] as Page<number>, '篇')).toBe('4 篇');
    expect(extentOf(before?.[1] as Page<number>, '篇')).toBe('第 2 頁');
  });
});
