import { describe, expect, it } from 'vitest';
import type { ArticleRecord } from '../../../src/article/record.ts';
import { exported } from '../../../src/search/export.ts';

const record: ArticleRecord = {
  script: 'zh-Hant',
  id: '7k3m9x2p',
  title: '=SUM(A1), "AI" 100% & {香港}',
  authors: [
    { name: '陳勇', roles: ['立法會議員'] },
    { name: '畢堅文', roles: [] },
  ],
  topics: ['trade', 'finance'],
  lang: 'zh-Hant',
  date: '2026-03-01',
  sources: [{ file: 'a.txt', lines: [[1, 2]] }],
  review: [],
  url: '/articles/7k3m9x2p/',
  blocks: [],
};
const rows = [{ record, hits: 3, address: 'https://example.org/articles/7k3m9x2p/' }];

describe('exports', () => {
  it('writes CSV that a spreadsheet takes for text', () => {
    expect(exported(rows, 'csv').split('\r\n')[1]).toBe(
      `7k3m9x2p,"'=SUM(A1), ""AI"" 100% & {香港}",陳勇；畢堅文,,2026-03-01,,trade；finance,3,https://example.org/articles/7k3m9x2p/`,
    );
  });

  it('writes RIS', () => {
    const text = exported(rows, 'ris');
    expect(text).toContain('TY  - NEWS\r\n');
    expect(text.match(/^AU {2}- .*$/gm)).toEqual(['AU  - 陳勇', 'AU  - 畢堅文']);
    expect(text.endsWith('ER  - \r\n')).toBe(true);
  });

  it('writes BibTeX in which nothing is a command', () => {
    const text = exported(rows, 'bib');
    expect(text).toContain('title = {=SUM(A1), "AI" 100\\% \\& \\{香港\\}},');
    expect(text).toContain('author = {{陳勇} and {畢堅文}},');
  });
});
