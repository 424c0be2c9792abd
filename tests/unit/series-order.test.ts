import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/archive/model.ts';
import { inSeriesOrder, partNumber } from '../../src/archive/series-order.ts';

const article = (id: string, seriesPart?: string, date?: string) =>
  ({ data: { id, seriesPart, date } }) as unknown as Article;
const idsOf = (articles: Article[]) => articles.map(({ data }) => data.id);

describe('parts of a series', () => {
  it.each([
    ['上', 1],
    ['（下）', 3],
    ['之二', 2],
    ['（十二）', 12],
    ['三十', 30],
    ['二十一', 21],
    ['１０', 10],
    ['Part 4', 4],
    ['前言', undefined],
  ])('%s is number %s', (mark, number) => {
    expect(partNumber(mark)).toBe(number);
  });

  it('stand in the order of their marks, without them in that of the archive', () => {
    expect(idsOf(inSeriesOrder([article('c', '三'), article('a', '一'), article('b', '二')]))).toEqual([
      'a',
      'b',
      'c',
    ]);
    expect(idsOf(inSeriesOrder([article('x'), article('y')]))).toEqual(['x', 'y']);
  });

  it('stand in the order of days where every day is known', () => {
    const dated = [article('late', '上', '2026-02-01'), article('early', '下', '2026-01-01')];
    expect(idsOf(inSeriesOrder(dated))).toEqual(['early', 'late']);
    expect(idsOf(inSeriesOrder([...dated, article('never', '中')]))).toEqual(['late', 'never', 'early']);
  });
});
