import { describe, expect, it } from 'vitest';
import { rowsOf } from '../../src/archive/dump.ts';
import type { Segment } from '../../src/archive/model.ts';
import { lineAddress, linesOf, segmentsOf, sourceSlug } from '../../src/archive/sources.ts';

describe('linesOf', () => {
  it('ends lines at LF, CR and CRLF, and begins none after the last end', () => {
    expect(linesOf('甲\n乙\r丙\r\n\r\n丁\n')).toEqual(['甲', '乙', '丙', '', '丁']);
    expect(linesOf('')).toEqual([]);
  });
});

describe('segmentsOf', () => {
  it('cuts a line at its spans and loses nothing', () => {
    const line = '筆陣：標題 /文：作者 ';
    const span = (from: number, to: number, label: 'series' | 'title' | 'byline') => ({
      line: 1,
      from,
      to,
      label,
      article: 'aaaaaaaa',
      block: 1,
      reason: 'test',
    });
    const segments = segmentsOf(
      line,
      [span(7, 11, 'byline'), span(0, 3, 'series'), span(3, 5, 'title')],
      () => ({}),
    );
    expect(segments.map(({ text }) => text).join('')).toBe(line);
    expect(segments.map(({ label }) => label)).toEqual(['series', 'title', undefined, 'byline', undefined]);
  });
});

describe('rowsOf', () => {
  it('brings blank lines together and keeps their numbers', () => {
    const text = (line: string): Segment[] => (line === '' ? [] : [{ text: line }]);
    const rows = rowsOf(['', '　', '甲', '', '乙'].map(text), 601);
    expect(rows).toMatchObject([
      { kind: 'blank', from: 601, to: 602 },
      { kind: 'line', number: 603 },
      { kind: 'blank', from: 604, to: 604 },
      { kind: 'line', number: 605 },
    ]);
  });
});

describe('addresses', () => {
  it('are the stem where it is ASCII, and romanised where not', () => {
    expect(sourceSlug('2026/004_3306da.txt')).toBe('004_3306da');
    expect(sourceSlug('評論.txt')).toMatch(/^ping-lun-[0-9a-f]{5}$/);
  });

  it('lead to the page of the source that shows the line', () => {
    expect(lineAddress('a.txt', 1)).toBe('/sources/a/#L1');
    expect(lineAddress('a.txt', 600)).toBe('/sources/a/#L600');
    expect(lineAddress('a.txt', 601)).toBe('/sources/a/page/2/#L601');
  });
});
