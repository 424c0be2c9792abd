/** What page heads say, as papers print them. */
import { describe, expect, it } from 'vitest';
import { furnitureOf } from '../../../scripts/ingest/furniture.ts';

describe('page heads', () => {
  const heads: [string, { publication?: string; page?: string; date?: string }][] = [
    [
      '南岸時報　論壇　B7　2026年3月24日　星期二',
      { publication: '南岸時報', page: 'B7', date: '2026-03-24' },
    ],
    ['九龍電訊　2026-02-09（一）　A12　言論', { publication: '九龍電訊', page: 'A12', date: '2026-02-09' }],
    ['紫荆快讯 2026年4月21日 星期二 03版 时评', { publication: '紫荆快讯', page: '03', date: '2026-04-21' }],
    ['離島周刊 第14頁 2026年1月23日', { publication: '離島周刊', page: '14', date: '2026-01-23' }],
    ['半島周刊　第1187期　2026年3月15日', { publication: '半島周刊', date: '2026-03-15' }],
    ['粵海評論　A06', { page: 'A06' }],
  ];
  it.each(heads)('%s', (line, head) => {
    expect(furnitureOf(line)).toMatchObject({ kind: 'page-head', head });
  });

  it.each(['國際財經　專欄版', '教育．社會', '【來論】'])('%s is a section', (line) => {
    expect(furnitureOf(line)?.kind).toBe('section');
  });

  it.each(['教育不止是讀書', '評論員不是預言家', '第三版《粵劇史》讀後'])('%s is neither', (line) => {
    expect(furnitureOf(line)).toBeUndefined();
  });
});
