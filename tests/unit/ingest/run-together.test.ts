import { describe, expect, it } from 'vitest';
import { linesOf } from '../../../scripts/ingest/lines.ts';

const prose = (about: string): string => `${about}的事說來話長，有人贊成，也有人反對，各有各的理由。`;

describe('paragraphs run together in one line', () => {
  const [first, second, third] = ['碼頭', '街市', '學校'].map(prose) as [string, string, string];

  it('are parted at the indents that the copy kept', () => {
    const raw = `　　${first}　　${second}　　${third}`;
    const lines = linesOf([raw]);
    expect(lines.map(({ text }) => text)).toEqual([first, second, third]);
    expect(lines.map(({ from, to }) => raw.slice(from, to))).toEqual([first, second, third]);
    expect(lines.every(({ line, indented }) => line === 1 && indented)).toBe(true);
  });

  it('may have their headline before them, and subheads between', () => {
    const lines = linesOf([`街坊生意／小店要的不是懷舊／文：鄔可晴　　${first}　　人情有價　　${second}`]);
    expect(lines.map(({ text }) => text)).toEqual([
      '街坊生意／小店要的不是懷舊／文：鄔可晴',
      first,
      '人情有價',
      second,
    ]);
  });

  it('are not seen where blanks stand within a sentence or a header', () => {
    const torn = `${first.slice(0, 12)}　　${first.slice(12)}${second}${third}`;
    expect(linesOf([torn])).toHaveLength(1);
    expect(linesOf(['維港縱橫　　海濱應由誰來管理　　陳大文'])).toHaveLength(1);
  });

  it('are trimmed of other blanks beside the indents', () => {
    const lines = linesOf([`　　${first} 　　 - ${second}　　 　　${third}`]);
    expect(lines.map(({ text }) => text)).toEqual([first, `- ${second}`, third]);
  });

  it('cost no more for each when there are many', () => {
    expect(linesOf(['甲乙丙　　'.repeat(100_000)])).toHaveLength(1);
    expect(linesOf([`${first}　　`.repeat(20_000)])).toHaveLength(20_000);
  });
});
