/** What the page of an article tells of corrections: what holds, with what was read and what a person set. */
import { describe, expect, it } from 'vitest';
import { buildArchive } from '../../src/archive/build.ts';
import { type CorrectionNote, correctionsOf } from '../../src/archive/provenance.ts';
import { type Corrections, correctionsSchema } from '../../src/article/corrections.ts';
import type { Overruled } from '../../src/article/ledger.ts';
import type { Entry } from '../../src/article/read.ts';

const id = 'aaaaaaaa';

function notesOf(corrections: object, fields: Partial<Entry> = {}, read?: Overruled): CorrectionNote[] {
  const entry: Entry = {
    id,
    title: '錨定未來',
    authors: [{ name: '陳勇', roles: ['議員'] }],
    topics: ['law'],
    lang: 'zh-Hant',
    sources: [{ file: 'a.txt', lines: [[1, 2]] }],
    review: [],
    blocks: [{ kind: 'p', text: '大灣區的發展。' }],
    markup: false,
    sha256: '',
    ...fields,
  };
  const sha256 = '0'.repeat(64);
  const ledger = {
    source: { file: 'a.txt', sha256, bytes: 1, encoding: 'utf-8', lines: 2, arrived: 1 },
    articles: [{ id, sha256, ...(read && { read }) }],
    spans: [],
  };
  const decided: Corrections = correctionsSchema.parse(corrections);
  const topics = [{ id: 'law', label: '法治', terms: ['法院'] }];
  const archive = buildArchive({ entries: [entry], ledgers: [ledger], corrections: decided, topics });
  const [article] = archive.articles;
  return article === undefined ? [] : correctionsOf(archive, article);
}

const inWords = (notes: CorrectionNote[]): string[] =>
  notes.flatMap(({ changes }) =>
    changes.map(({ what, about, from, to }) =>
      [what, about?.text, from === null ? '無' : from?.text, to === null ? '刪' : to?.text]
        .filter((part) => part !== undefined)
        .join(' '),
    ),
  );

const slip = { id, in: 'title', from: '鑰定', to: '錨定', reason: '植字之誤' };

describe('corrections on the page of an article', () => {
  it('show what was read of a field, and what was set', () => {
    const set = { date: '2026-06-08', series: null, authors: [{ name: '陳勇', roles: ['議員'] }] };
    const read = { series: '天下觀', authors: [{ name: '陳湧', honorific: '博士', roles: [] }] };
    const notes = notesOf({ fields: [{ id, set, reason: '據報紙' }] }, { date: '2026-06-08' }, read);
    expect(inWords(notes)).toEqual(['作者 陳湧博士 陳勇（議員）', '欄目 天下觀 刪', '日期 無 2026年6月8日']);
    expect(notes).toHaveLength(1);
  });

  it('say where a person found what was read to be right', () => {
    const fields = [{ id, set: { title: '錨定未來' }, reviewed: true, reason: '據報紙' }];
    expect(inWords(notesOf({ fields }, {}, { title: '錨定未來' }))).toEqual(['標題無誤 錨定未來', '已覆核']);
  });

  it('show a slip that was mended, and none that a field made void or that is not there', () => {
    expect(inWords(notesOf({ slips: [slip] }))).toEqual(['標題 鑰定 錨定']);
    const fields = [{ id, set: { title: '錨定未來' }, reason: '據報紙' }];
    expect(inWords(notesOf({ slips: [slip], fields }, {}, { title: '鑰定未來' }))).toEqual([
      '標題 鑰定未來 錨定未來',
    ]);
    expect(notesOf({ slips: [{ ...slip, in: 'paragraph' }] })).toEqual([]);
    expect(inWords(notesOf({ slips: [{ ...slip, in: 'paragraph', from: '大湾区', to: '大灣區' }] }))).toEqual(
      ['正文 大湾区 大灣區'],
    );
  });

  it('show of several that set one field the one that holds, and none where the file says otherwise', () => {
    const fields = ['另一題', '錨定未來'].map((title) => ({ id, set: { title }, reason: title }));
    const notes = notesOf({ fields }, {}, { title: '某題' });
    expect(notes.map(({ reason }) => reason)).toEqual(['錨定未來']);
    expect(notesOf({ fields }, { title: '人手改的題' }, { title: '某題' })).toEqual([]);
  });
});
