import { describe, expect, it } from 'vitest';
import { buildArchive, type Materials } from '../../src/archive/build.ts';
import { articlePlaces } from '../../src/archive/permalinks.ts';
import type { Entry } from '../../src/article/read.ts';

const topics = [{ id: 'law', label: '法治', terms: ['法院'] }];

function entry(id: string, fields: Partial<Entry> = {}): Entry {
  return {
    id,
    title: id,
    authors: [{ name: '陳勇', roles: [] }],
    topics: ['law'],
    lang: 'zh-Hant',
    sources: [{ file: 'a.txt', lines: [[1, 2]] }],
    review: [],
    blocks: [],
    markup: false,
    sha256: '',
    ...fields,
  };
}

function archiveOf(entries: Entry[], more: Partial<Materials> = {}) {
  return buildArchive({ entries, ledgers: [], corrections: {}, topics, ...more });
}

describe('buildArchive', () => {
  it('stands articles in the order of their dumps, each knowing its neighbours', () => {
    const { articles } = archiveOf([
      entry('cccccccc', { sources: [{ file: 'b.txt', lines: [[1, 1]] }] }),
      entry('bbbbbbbb', { sources: [{ file: 'a.txt', lines: [[30, 40]] }] }),
      entry('aaaaaaaa', { sources: [{ file: 'a.txt', lines: [[4, 20]] }] }),
    ]);
    expect(articles.map(({ data }) => data.id)).toEqual(['aaaaaaaa', 'bbbbbbbb', 'cccccccc']);
    expect(articles[1]?.previous).toBe(articles[0]);
    expect(articles[1]?.next).toBe(articles[2]);
    expect(articles[2]?.next).toBeUndefined();
  });

  it('knows one person by the folded name, and keeps the roles of each article', () => {
    const { people, roles, articles } = archiveOf([
      entry('aaaaaaaa', { authors: [{ name: '陳勇', roles: ['全國人大代表'] }] }),
      entry('bbbbbbbb', {
        authors: [{ name: '陈勇', roles: ['立法會議員', '全国人大代表'] }],
        lang: 'zh-Hans',
      }),
    ]);
    expect(people).toHaveLength(1);
    expect(people[0]?.articles).toHaveLength(2);
    expect(roles.map(({ name }) => name.text)).toEqual(['全國人大代表', '立法會議員']);
    expect(articles[0]?.signatures[0]?.roles).toHaveLength(1);
  });

  it('keeps people of one name apart where corrections say so', () => {
    const { people } = archiveOf([
      entry('aaaaaaaa'),
      entry('bbbbbbbb', { authors: [{ name: '陳勇', roles: [], person: '學者' }] }),
    ]);
    expect(people).toHaveLength(2);
    expect(new Set(people.map(({ slug }) => slug)).size).toBe(2);
  });

  it('lists an author once who signs an article twice', () => {
    const twice = { name: '陳勇', roles: ['主席'] };
    const { people, roles } = archiveOf([entry('aaaaaaaa', { authors: [twice, twice] })]);
    expect(people[0]?.articles).toHaveLength(1);
    expect(roles[0]?.articles).toHaveLength(1);
  });

  it('says which article has a topic that does not exist', () => {
    expect(() => archiveOf([entry('aaaaaaaa', { topics: ['nothing'] })])).toThrow(
      /aaaaaaaa\.mdx: its topic nothing is not in content\/topics\.yaml/,
    );
  });

  it('leaves withdrawn articles out, and keeps their place', () => {
    const archive = archiveOf(
      [entry('aaaaaaaa'), entry('bbbbbbbb', { formerly: ['cccccccc', 'aaaaaaaa'] })],
      {
        corrections: { withdraw: [{ id: 'aaaaaaaa', reason: '應作者要求' }] },
      },
    );
    expect(archive.articles).toHaveLength(1);
    expect(articlePlaces(archive).map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'article bbbbbbbb',
      'withdrawn aaaaaaaa',
      'moved cccccccc',
    ]);
  });
});
