/** A small archive written for tests: every kind of article and correction that real content may come to hold. */
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';
import { writeArticle } from '../../src/article/file.ts';
import type { Span, SpanLabel } from '../../src/article/ledger.ts';
import type { Block, Frontmatter } from '../../src/article/schema.ts';

export const ids = {
  plain: 'aaaaaaa1',
  markdown: 'aaaaaaa2',
  simplified: 'aaaaaaa3',
  untitled: 'aaaaaaa4',
  withdrawn: 'aaaaaaa5',
  earlier: 'aaaaaaa6',
} as const;

/** Lines of the dump: more than one page of them. */
export const lineCount = 700;

interface Draft {
  fields: Pick<Frontmatter, 'id' | 'title'> & Partial<Frontmatter>;
  blocks: Block[];
  /** Written by a person in place of the body. */
  body?: string;
  /** The lines of its paragraphs, one after the other. */
  lines: number[];
}

const p = (text: string): Block => ({ kind: 'p', text });

const drafts: Draft[] = [
  {
    fields: {
      id: ids.plain,
      title: '頭髮與發展 <b>不是標籤</b>',
      authors: [{ name: '陳勇', honorific: '博士', roles: ['全國政協委員', '大學校董'] }],
      series: '天下觀',
      seriesPart: '上',
      date: '2026-06-08',
      publication: '測試日報',
      page: 'A12',
      formerly: [ids.earlier],
    },
    blocks: [p('第一段，100~200 元 *星號* {花括號} <i>尖括號</i> & 記號。'), p('第二段，由兩行接成。')],
    lines: [2, 4, 650],
  },
  {
    fields: {
      id: ids.markdown,
      title: '人手編修的文章',
      authors: [{ name: '陈勇', roles: ['智库总监'] }],
    },
    blocks: [],
    body: '一段有**強調**的文字。\n\n## 小標題\n\n- 項目甲\n- 項目乙\n\n> 引文\n\n共 {1 + 1} 項；<span className="note">附註</span>。\n',
    lines: [10],
  },
  {
    fields: {
      id: ids.simplified,
      title: '后来的发展',
      lang: 'zh-Hans',
      authors: [{ name: '社评', roles: [] }],
    },
    blocks: [p('头发和发展，里面说明了一只苹果的税。')],
    lines: [20],
  },
  {
    fields: {
      id: ids.untitled,
      title: '〔無題〕',
      authors: [{ name: '佚名', roles: [] }],
      review: ['no-headline', 'no-byline'],
    },
    blocks: [p('沒有標題也沒有作者的文章。')],
    lines: [30],
  },
  {
    fields: { id: ids.withdrawn, title: '撤回的文章', authors: [{ name: '某人', roles: [] }] },
    blocks: [p('不應再見到的文字。')],
    lines: [40],
  },
];

function fileOf({ fields, blocks, body, lines }: Draft): string {
  const frontmatter: Frontmatter = {
    authors: [],
    topics: ['law'],
    lang: 'zh-Hant',
    sources: [{ file: '測試 page.txt', lines: [[Math.min(...lines), Math.max(...lines)]] }],
    review: [],
    ...fields,
  };
  return writeArticle(frontmatter, blocks) + (body ?? '');
}

function spansOf({ fields, blocks, lines }: Draft): Span[] {
  return lines.map((line, index) => ({
    line,
    from: 0,
    to: textOfLine(line).length,
    label: 'paragraph' as const,
    article: fields.id,
    block: Math.min(index + 1, Math.max(1, blocks.length)),
    ...(index >= Math.max(1, blocks.length) ? { joined: true as const } : {}),
    reason: 'test',
  }));
}

/** Lines that went into no article. */
const loose: Record<number, SpanLabel> = { 1: 'furniture', 60: 'unplaced' };

function looseSpans(): Span[] {
  return Object.entries(loose).map(([line, label]) => ({
    line: Number(line),
    from: 0,
    to: textOfLine(Number(line)).length,
    label,
    reason: 'test',
  }));
}

function textOfLine(line: number): string {
  return line in loose || drafts.some((draft) => draft.lines.includes(line)) ? `第${line}行的原文` : '';
}

/**
 * Writes the archive into a folder of content.
 *
 * @param folder relative to the project; replaced
 * @param more further article files by name
 */
export function writeLibrary(folder: string, more: Record<string, string> = {}): void {
  rmSync(folder, { recursive: true, force: true });
  for (const name of ['articles', 'ledger', 'sources'])
    mkdirSync(path.join(folder, name), { recursive: true });
  cpSync('content/topics.yaml', path.join(folder, 'topics.yaml'));
  const hash = (text: string) => createHash('sha256').update(text).digest('hex');
  const dump = Array.from({ length: lineCount }, (_, index) => textOfLine(index + 1)).join('\r\n');
  const articles = drafts.map((draft) => {
    const text = fileOf(draft);
    writeFileSync(path.join(folder, 'articles', `${draft.fields.id}.mdx`), text);
    const { id } = draft.fields;
    const read = id === ids.simplified ? { read: { authors: [{ name: '社论', roles: [] }] } } : {};
    return { id, sha256: hash(draft.body === undefined ? text : 'before it was edited'), ...read };
  });
  for (const [name, text] of Object.entries(more)) writeFileSync(path.join(folder, 'articles', name), text);
  writeFileSync(path.join(folder, 'sources', '測試 page.txt'), `\uFEFF${dump}`);
  writeFileSync(
    path.join(folder, 'ledger', '測試 page.json'),
    JSON.stringify({
      source: {
        file: '測試 page.txt',
        sha256: hash(dump),
        bytes: dump.length,
        encoding: 'utf-8',
        lines: lineCount,
        arrived: 1,
      },
      articles,
      spans: [...drafts.flatMap(spansOf), ...looseSpans()],
    }),
  );
  writeFileSync(
    path.join(folder, 'corrections.yaml'),
    stringify({
      withdraw: [{ id: ids.withdrawn, reason: '應作者要求' }],
      slips: [
        { id: ids.plain, in: 'paragraph', from: '由两行', to: '由兩行', reason: '試改一字' },
        { id: ids.simplified, in: 'author', from: '社论', to: '社评', reason: '已由作者一項取代' },
      ],
      fields: [
        { id: ids.untitled, set: {}, reviewed: true, reason: '已看過' },
        { id: ids.simplified, set: { authors: [{ name: '社评', roles: [] }] }, reason: '試定作者' },
      ],
      encodings: [{ file: '測試 page.txt', encoding: 'utf-8', reason: '試定編碼' }],
      lines: [
        { file: '測試 page.txt', line: 650, joins: true, reason: '試接一行' },
        { file: '測試 page.txt', line: 700, label: 'furniture', reason: '與文章無關' },
      ],
      people: [{ name: '陳勇', also: ['陳 勇'], reason: '試合一人' }],
    }),
  );
}
