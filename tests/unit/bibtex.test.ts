import { expect, it } from 'vitest';
import { bibtexOf } from '../../src/citation/bibtex.ts';
import type { CslItem } from '../../src/citation/item.ts';

const item: CslItem = {
  id: 'aaaaaaa1',
  type: 'article-newspaper',
  title: '100%與 <b>',
  author: [{ literal: '陳勇' }],
  'container-title': '測試日報',
  issued: { 'date-parts': [[2026, 6, 8]] },
  page: 'A12',
  language: 'zh-Hant',
  archive: '評論文庫',
  archive_location: 'aaaaaaa1',
  URL: 'https://example.org/a_b/',
  accessed: { 'date-parts': [[2026, 11, 6]] },
};

it('states month, day and day of access as processors read them, and each thing once', () => {
  expect(bibtexOf(item).split(/,?\n\t?/)).toEqual([
    '@article{aaaaaaa1',
    'author = {{陳勇}}',
    'journal = {測試日報}',
    'year = {2026}',
    'month = jun',
    'day = {8}',
    'pages = {A12}',
    'title = {100\\%與 <b>}',
    'url = {https://example.org/a_b/}',
    'urldate = {2026-11-06}',
    '}',
    '',
  ]);
});

it('says what is not known and invents no date', () => {
  const { issued: _, accessed: __, 'container-title': ___, ...undated } = item;
  const entry = bibtexOf({ ...undated, note: '報刊不詳；日期不詳' });
  expect(entry).toContain('note = {報刊不詳；日期不詳}');
  expect(entry).not.toMatch(/year|month|day|urldate|journal/);
});
