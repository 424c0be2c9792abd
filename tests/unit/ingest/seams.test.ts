/** Between words of Latin letters a break of the line took a blank, and nowhere else. */
import { describe, expect, it } from 'vitest';
import { beginsWithParticle } from '../../../scripts/ingest/particles.ts';
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

describe('a line that fills its column to the last place', () => {
  it('may have been cut inside a word, unless a capital follows', () => {
    expect(seamOf('市民關心Ther', 'apies路線', true)).toBe('');
    expect(seamOf('共用冷庫Cold Chain', 'Hub，七元一籮', true)).toBe(' ');
  });

  it('of a megabyte without a blank is passed over', () => {
    const long = `尤其是${'a'.repeat(1_000_000)}`;
    expect(seamOf(long, 'Therapies')).toBe('');
    expect(seamOf('NHS Talking', `a${"'".repeat(1_000_000)}!`)).toBe('');
  });
});

describe('a control character within a line', () => {
  it('moves nothing of the line to another part of the article', () => {
    const line = '小城動物：毛孩也要搭車返屋企 /文\u0085：阿果媽';
    const text =
      '政府近年多番推動經濟轉型，惟成效未彰，社會各界意見紛紜，業界既盼政策清晰，市民則更關心生活。';
    const desk = newDesk({ 'a.txt': [line, text, text.replace('，惟', '\u0007，惟')].join('\n\n') });
    expect(desk.run().report.problems).toEqual([]);
    const parts = (label: string): string =>
      desk
        .ledger('a.txt')
        .spans.filter((span) => span.line === 1 && span.label === label)
        .map(({ from, to }) => line.slice(from, to))
        .join('');
    expect([parts('series'), parts('title'), parts('byline')]).toEqual([
      '小城動物',
      '毛孩也要搭車返屋企',
      '阿果媽',
    ]);
    desk.correct('lines: [{ file: a.txt, line: 5, splitBefore: 社會各界, reason: 試 }]');
    desk.run();
    const third = text.replace('，惟', '\u0007，惟');
    const cut = desk
      .ledger('a.txt')
      .spans.filter((span) => span.line === 5 && span.label === 'paragraph' && span.block === 3)
      .map(({ from, to }) => third.slice(from, to));
    expect(cut.join('')).toBe(third.slice(third.indexOf('社會各界')));
  });
});

describe('a text that begins with a particle', () => {
  it.each(['的條例已經生效', '了三年', '們的城市'])('goes on from the line above: %s', (text) =>
    expect(beginsWithParticle(text)).toBe(true),
  );
  it.each(['的士加價', '的確如此', '的而且確', '了解民情', '了無新意', '了結糾紛'])('is none: %s', (text) =>
    expect(beginsWithParticle(text)).toBe(false),
  );
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
    const printed = (line: number): string[] =>
      desk
        .ledger('a.txt')
        .spans.filter((span) => span.line === line)
        .map(({ from, to }) => (line === 7 ? rest : half).slice(from, to));
    const second = rest.indexOf('約半數人');
    expect(printed(7)).toEqual([rest.slice(0, second), rest.slice(second)]);
    const first = half.indexOf('業界既盼');
    desk.correct(
      `lines:\n  - { file: a.txt, line: 5, splitBefore: 業界既盼, reason: 試 }\n  - { file: a.txt, line: 7, splitBefore: 約半數人, reason: 試 }\n`,
    );
    desk.run();
    expect(printed(5)).toEqual([half.slice(0, first), half.slice(first)]);
    expect(printed(7)).toEqual([rest.slice(0, second), rest.slice(second)]);
    expect(paragraphs().slice(0, 3)).toEqual([
      half.slice(0, first),
      `${half.slice(first)} ${rest.slice(0, second)}`,
      rest.slice(second),
    ]);
  });

  it('that is cut at the break has no blank there', () => {
    const desk = newDesk({ 'a.txt': dump });
    desk.correct('lines: [{ file: a.txt, line: 7, splitBefore: Therapies, reason: 試 }]');
    desk.run();
    expect(
      desk
        .articles()[0]
        ?.blocks.slice(0, 2)
        .map(({ text }) => text),
    ).toEqual([half, rest]);
  });
});
