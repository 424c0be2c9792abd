/** What is read off the source of a pattern, and that no pattern is passed over on a line that it matches. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { furniturePatterns } from '../../../scripts/ingest/data/furniture.ts';
import { Sieve } from '../../../scripts/ingest/needs.ts';
import { readPattern } from '../../../scripts/ingest/pattern.ts';
import { simplify, simplifyPattern } from '../../../scripts/ingest/text.ts';
import { readDumps } from '../../../scripts/score/alone.ts';

const fixtures = join(import.meta.dirname, '../../fixtures/ingest');

const told = (pattern: RegExp): { need?: string | undefined; first?: string | undefined } => {
  const { need, first } = readPattern(pattern);
  return { need: need && [...need].join(''), first: first && [...first].join('') };
};

describe('what a pattern needs', () => {
  it.each([
    [/^(?:ab|c)d?e/u, { need: 'e', first: 'ac' }],
    [/^[（(]?圖為.{2,60}$/u, { need: '圖', first: '（(圖' }],
    [/ [攝影]的/u, { need: '攝影', first: undefined }],
    [/^.{2,40}(?:資料圖片|[^。]{2,6}攝)$/u, { need: '片攝', first: undefined }],
    [/^(?!x)(?<year>\d{4})年/u, { need: '年', first: '0123456789' }],
    [/^(?=.*[甲乙])\S+(?<=丙丁)$/u, { need: '丁', first: undefined }],
    [/^a|b/u, { need: 'ab', first: undefined }],
    [/^[（(]*(?:本文)?/u, { need: undefined, first: undefined }],
    [/(?:By|文)\s*[：:]/iu, { need: '：:', first: undefined }],
    [/^[k-m]\x41\u4e8c{2,}$/u, { need: '\u4e8c', first: 'klm' }],
    [/^k/iu, { need: 'kK\u212a', first: 'kK\u212a' }],
    [/\bon[^abc]\p{L}\./u, { need: '.', first: undefined }],
  ])('%s', (pattern, expected) => {
    expect(told(pattern)).toEqual(expected);
  });
});

describe('a sieve', () => {
  const patterns = furniturePatterns.map(({ pattern }) => simplifyPattern(pattern));

  function passedOver(sieve: Sieve, text: string): RegExp[] {
    sieve.look(text);
    return patterns.filter((pattern, at) => pattern.test(simplify(text)) && !sieve.may(at));
  }

  it('passes over no pattern of furniture on the lines of the fixtures, as they are or turned about', () => {
    const sieve = new Sieve(patterns, true);
    const lines = readdirSync(fixtures, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .flatMap(({ name }) => readDumps(join(fixtures, name)))
      .flatMap((dump) => dump.lines);
    const short = lines.map((line) => line.trim()).filter((line) => line !== '' && line.length <= 80);
    expect(short.length).toBeGreaterThan(500);
    for (const line of short) expect(passedOver(sieve, line)).toEqual([]);
    fc.assert(
      fc.property(fc.constantFrom(...short), fc.constantFrom(...short), fc.nat(), (a, b, cut) => {
        const text = `${a.slice(0, cut % (a.length + 1))}${b.slice(cut % (b.length + 1))}`;
        expect(passedOver(sieve, text)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});
