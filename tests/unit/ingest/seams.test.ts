/** Between words of Latin letters a break of the line took a blank, and nowhere else. */
import { describe, expect, it } from 'vitest';
import { seamOf } from '../../../scripts/ingest/seams.ts';
import { newDesk } from '../../support/ingest.ts';

describe('two lines of a text', () => {
  it.each([
    ['英國的談話治療服務（NHS Talking', 'Therapies）由受訓心理治療師主理'],
    ['最受歡迎的是Cold Chain', 'Hub，七元一籮'],
    ['作者引述Smith,', 'John的說法'],
    ['所謂non-revenue', 'water佔一成'],
  ])('have a blank between words: %s / %s', (above, below) => expect(seamOf(above, below)).toBe(' '));

  it.each([
    ['政府近年多番', '推動經濟轉型'],
    ['政府推出AI', '政策'],
    ['政府近年推動', 'AI發展'],
    ['詳情見https://example.org/', 'news'],
    ['電郵editor@example', 'org'],
    ['所謂non-', 'revenue'],
    ['今年增至1,0', '36宗'],
    ['研究COVID', '19的學者'],
  ])('have none: %s / %s', (above, below) => expect(seamOf(above, below)).toBe(''));
});

describe('a paragraph', () => {
  const half =
    '政府近年多番推動經濟轉型，惟成效未彰，社會各界意見紛紜，業界既盼政策清晰，市民則更關心生活，尤其是英國的談話治療服務（NHS Talking';
  const rest = 'Therapies）由受訓心理治療師主理，市民可以自行轉介，約半數人在六星期內康復。';
  const dump = [
    '巴士加價的另一面',
    '陳大文　香港大學教授',
    half,
    rest,
    '票價不是唯一的問題，班次與路線同樣要看。',
  ].join('\n\n');

  it('that was torn between two such words is whole again, and can be cut behind the break', () => {
    const desk = newDesk({ 'a.txt': dump });
    desk.run();
    const paragraphs = (): string[] => desk.articles()[0]?.blocks.map(({ text }) => text) ?? [];
    expect(paragraphs()[0]).toBe(`${half} ${rest}`);
    desk.correct('lines: [{ file: a.txt, line: 7, splitBefore: 約半數人, reason: 試 }]');
    desk.run();
    expect(paragraphs().slice(0, 2)).toEqual([
      `${half} ${rest.slice(0, rest.indexOf('約半數人'))}`,
      rest.slice(rest.indexOf('約半數人')),
    ]);
    const text = desk
      .ledger('a.txt')
      .spans.filter(({ line }) => line === 7)
      .map(({ from, to }) => rest.slice(from, to));
    expect(text.join('')).toBe(rest);
  });
});
