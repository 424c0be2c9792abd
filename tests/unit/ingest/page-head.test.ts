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
    ['2026年6月9日星期二文匯報 A12', { publication: '文匯報', page: 'A12', date: '2026-06-09' }],
    ['海角新報　觀點　2026年6月9日　B6', { publication: '海角新報', page: 'B6', date: '2026-06-09' }],
    ['南灣經濟日報　2026年5月12日 星期二', { publication: '南灣經濟日報', date: '2026-05-12' }],
    ['山城學苑　2026年4月30日　星期四', { publication: '山城學苑', date: '2026-04-30' }],
    ['2026年4月16日　星期四　海濱新聞　C3', { publication: '海濱新聞', page: 'C3', date: '2026-04-16' }],
    ['《觀潮周刊》第1083期 時評', { publication: '觀潮周刊' }],
    ['律訊　2026年4月號　12', { publication: '律訊', page: '12' }],
    ['東岸評論 | D5 | 18.7.2026', { publication: '東岸評論', page: 'D5', date: '2026-07-18' }],
    ['街坊通 免費派發', { publication: '街坊通' }],
    ['18.7.2026 論壇', { date: '2026-07-18' }],
    ['18.7.2026', { date: '2026-07-18' }],
    ['早站　A10　有話要說　2026年6月3日　星期三', { publication: '早站', page: 'A10', date: '2026-06-03' }],
    ['山腰人　第318期　論壇', { publication: '山腰人' }],
    ['報章：濠鏡商報', { publication: '濠鏡商報' }],
    ['版次：A18', { page: 'A18' }],
    ['来源：橘港网　2026-06-15 10:20', { publication: '橘港网', date: '2026-06-15' }],
  ];
  it.each(heads)('%s', (line, head) => {
    expect(furnitureOf(line)).toMatchObject({ kind: 'page-head', head });
  });

  it.each(['31.8.2019 太子站', 'iOS 12.4.2026', '版本3.5.2026', '攝於 1.7.1997', '截止日期：31.12.2026'])(
    '%s is none',
    (line) => expect(furnitureOf(line)?.head).toBeUndefined(),
  );

  it.each([
    '民情版　B10',
    '民生縱橫　A12',
    'A12　2026年6月9日',
    '廣東新聞　A10',
    '陳大文　2026年5月1日　A12',
    '本刊第12期',
    '來源：政府統計處',
    '時事廣場　B4',
  ])('%s names no paper', (line) => {
    expect(furnitureOf(line)?.head?.publication).toBeUndefined();
  });

  it.each([
    '（本文原刊於《經緯日報》2026年4月8日A15版）',
    '（轉載自2026年6月9日《經緯日報》）',
    '轉載自經緯日報　2026年4月8日',
  ])('%s tells of what stands above it', (line) => {
    expect(furnitureOf(line)?.head).toMatchObject({ publication: '經緯日報', ofAbove: true });
  });

  it('a word of where a text goes on is no head', () => {
    expect(furnitureOf('相關新聞刊A5版')?.kind).toBe('turn');
  });

  it.each(['國際財經　專欄版', '教育．社會', '【來論】'])('%s is a section', (line) => {
    expect(furnitureOf(line)?.kind).toBe('section');
  });

  it.each(['教育不止是讀書', '評論員不是預言家', '第三版《粵劇史》讀後'])('%s is neither', (line) => {
    expect(furnitureOf(line)).toBeUndefined();
  });
});
