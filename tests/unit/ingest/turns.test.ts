import { describe, expect, it } from 'vitest';
import { readPage } from '../../../scripts/ingest/page.ts';
import { turnOf } from '../../../scripts/ingest/turns.ts';

describe('a turn of the page', () => {
  it.each([
    ['下轉A19版', 'away'],
    ['（下轉第三版）', 'away'],
    ['上接A18版', 'back'],
    ['▲上接 A18', 'back'],
    ['〈上接A24版〉', 'back'],
    ['（續自A24版）', 'back'],
    ['>>下轉A25版', 'away'],
    ['續自己的路', undefined],
    ['資料圖片', undefined],
    ['接上文所述，改革要快', undefined],
  ])('%s', (text, turn) => {
    expect(turnOf(text)).toBe(turn);
  });

  const paragraph = (about: string): string =>
    `${about}一直是街坊的心事。有人說應該早點動工，也有人說錢要花得其所，今日不妨由頭說起。`;
  const [start, rest] = [
    '渡輪班次疏落，碼頭的燈也壞了幾盞，每逢黃昏',
    '都有老人家摸黑落船。這種日子不能再拖下去，署方要訂出時間表。',
  ];
  const page = (...between: string[]): string[] => [
    '離島渡輪 何時才有夜船？',
    '文：陳志遠',
    paragraph('渡輪'),
    start,
    '下轉A19版',
    ...between,
    '上接A18版',
    rest,
    paragraph('碼頭'),
  ];
  const read = (lines: string[]) =>
    readPage(
      'turn.txt',
      lines.flatMap((line) => [line, '']),
      () => false,
    ).articles.map(({ title, blocks }) => ({
      title,
      texts: blocks.map(({ text }) => text),
    }));

  it('goes on below the head of the very page to which it turns, and of no other', () => {
    const [first = '', ...others] = page();
    const upTo = others.slice(0, others.indexOf('上接A18版'));
    const behind = (head: string) => read([first, ...upTo, head, rest, paragraph('碼頭')])[0]?.texts ?? [];
    expect(behind('海濱日報　A19　2026年5月1日')).toContain(start + rest);
    expect(behind('海濱日報　A21　2026年5月1日')).not.toContain(start + rest);
  });

  it('gives the rest of a text back to the article it was torn from', () => {
    const other = ['圖書館應該多開一小時', '文：黃美玲', paragraph('圖書館'), paragraph('自修室')];
    expect(read(page(...other))).toEqual([
      { title: '離島渡輪 何時才有夜船？', texts: [paragraph('渡輪'), start + rest, paragraph('碼頭')] },
      { title: '圖書館應該多開一小時', texts: [paragraph('圖書館'), paragraph('自修室')] },
    ]);
  });

  it('leaves the text of one article where it is', () => {
    expect(read(page())).toEqual([
      { title: '離島渡輪 何時才有夜船？', texts: [paragraph('渡輪'), start + rest, paragraph('碼頭')] },
    ]);
  });

  it('gives it back where it is sent away again, and lets a person see it', () => {
    const header = (title: string, author: string): string[] => [title, `文：${author}`, paragraph(title)];
    const [again, end] = [
      '至於船公司，去年虧損了四千多萬元，既要換新船，也要請到肯在島上過夜的',
      '水手，單靠加價是補不回來的，政府總要想一想辦法。',
    ];
    const lines = [
      ...header('離島渡輪 何時才有夜船？', '陳志遠'),
      start,
      '下轉A19版',
      ...header('圖書館應該多開一小時', '黃美玲'),
      '上接A18版',
      rest,
      again,
      '下轉A20版',
      ...header('街市翻新 檔主去了哪裏', '李國強'),
      '上接A19版',
      end,
    ];
    const page = readPage(
      'turn.txt',
      lines.flatMap((line) => [line, '']),
      () => false,
    );
    expect(page.articles[0]?.blocks.map(({ text }) => text).slice(-2)).toEqual([start + rest, again + end]);
    expect(page.articles.slice(1).map(({ blocks }) => blocks.length)).toEqual([1, 1]);
    expect(page.doubts.filter(({ article, code }) => article === 0 && code === 'join-unsure')).toHaveLength(
      2,
    );
  });
});
