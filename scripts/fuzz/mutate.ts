/** Dumps gone wrong in the ways that dumps go wrong, and in some that they never do. */
import iconv from 'iconv-lite';
import type { Random } from './random.ts';

export type Dump = {
  bytes: Buffer;
  /** What the bytes say; absent where they were damaged afterwards. */
  text?: string;
  encoding: string;
};

/** Lines without a place in prose. */
const strangeLines = [
  'import fs from "node:fs"',
  'export const a = {b}',
  '# 一 #',
  '---',
  '| 甲 | 乙 |',
  '> 引 <AI> {模型} C:\\數據 `code` *星* _底_ ~浪~ &amp; &#65;',
  '1. 一',
  '- 二',
  '<script>alert(1)</script>',
  '文／陳大文',
  '（上）',
  '責任編輯：某人',
  '作者為立法會議員。',
  'A12 評論 2026年6月8日 星期一',
  '　　',
  '。',
  '」',
];

/** Characters that text processing stumbles over. */
const strangeCharacters = [
  '\0',
  '\u0007',
  '\u001b',
  '\u0085',
  '\u00a0',
  '\u00ad',
  '\u0301',
  '\u200b',
  '\u200f',
  '\u2028',
  '\u2029',
  '\u3000',
  '\ufeff',
  '\ufffd',
  '\uffff',
  '\f',
  '\v',
  '\t',
  '\\',
  '𠮷',
  '👨‍👩‍👧',
  '葛\u{e0100}',
  '《',
  '」',
  '<',
  '{',
  '：',
];

type Mutation = (lines: string[], random: Random, others: readonly string[]) => void;

function changeLine(lines: string[], random: Random, change: (line: string) => string): void {
  const at = random.upTo(lines.length);
  lines[at] = change(lines[at] ?? '');
}

function cutAt(line: string, random: Random): [string, string] {
  const characters = [...line];
  const at = random.upTo(characters.length + 1);
  return [characters.slice(0, at).join(''), characters.slice(at).join('')];
}

function wrapped(line: string, width: number): string[] {
  const characters = [...line];
  return Array.from({ length: Math.max(1, Math.ceil(characters.length / width)) }, (_, row) =>
    characters.slice(row * width, (row + 1) * width).join(''),
  );
}

const mutations: readonly Mutation[] = [
  (lines, random) => lines.splice(random.upTo(lines.length), 1 + random.upTo(3)),
  (lines, random) => lines.splice(random.upTo(lines.length), 0, random.of(lines)),
  (lines, random) => {
    const [a, b] = [random.upTo(lines.length), random.upTo(lines.length)];
    [lines[a], lines[b]] = [lines[b] ?? '', lines[a] ?? ''];
  },
  (lines, random) =>
    lines.splice(random.upTo(lines.length), 0, ...lines.splice(random.upTo(lines.length), 1)),
  (lines, random) =>
    lines.splice(random.upTo(lines.length), 0, ...Array<string>(1 + random.upTo(3)).fill('')),
  (lines, random) => lines.splice(random.upTo(lines.length), 0, random.of(strangeLines)),
  (lines, random, others) => lines.splice(random.upTo(lines.length), 0, random.of(others)),
  (lines, random) =>
    changeLine(lines, random, (line) => {
      const [before, after] = cutAt(line, random);
      return before + random.of(strangeCharacters) + after;
    }),
  (lines, random, others) =>
    changeLine(lines, random, (line) => {
      const [before, after] = cutAt(line, random);
      return before + ([...random.of(others)][0] ?? '') + [...after].slice(1).join('');
    }),
  (lines, random) => changeLine(lines, random, (line) => cutAt(line, random)[0]),
  (lines, random) => changeLine(lines, random, (line) => random.of(['　　', '  ', '\t', '    ']) + line),
  (lines, random) => {
    const at = random.upTo(lines.length);
    lines.splice(at, 1, ...cutAt(lines[at] ?? '', random));
  },
  (lines, random) => {
    const at = random.upTo(lines.length);
    lines.splice(at, 2, (lines[at] ?? '') + (lines[at + 1] ?? ''));
  },
  (lines) => lines.splice(0, lines.length, ...lines.filter((line) => line.trim() !== '')),
  (lines, random) => lines.splice(random.upTo(lines.length)),
  (lines, random) => {
    const width = 14 + random.upTo(12);
    lines.splice(0, lines.length, ...lines.flatMap((line) => wrapped(line, width)));
  },
];

const byteOrderMark = '\ufeff';

function encode(text: string, random: Random): Dump {
  const plain: Dump = { bytes: Buffer.from(text), text, encoding: 'utf-8' };
  const choice = random.upTo(10);
  if (choice === 0) return { ...plain, bytes: Buffer.from(byteOrderMark + text) };
  const encoding = ['', 'utf-16le', 'utf-16be', 'big5-hkscs', 'gb18030'][choice];
  if (!encoding) return plain;
  const bytes = iconv.encode(text, encoding, { addBOM: encoding.startsWith('utf-16') });
  return iconv.decode(bytes, encoding) === text ? { bytes, text, encoding } : plain;
}

/**
 * A dump made from another.
 *
 * @param others lines to borrow from
 */
export function mutate(text: string, random: Random, others: readonly string[]): Dump {
  const lines = text.split(/\r\n|\n|\r/);
  for (let left = 1 + random.upTo(12); left > 0; left--) {
    if (lines.length === 0) lines.push('');
    random.of(mutations)(lines, random, others);
  }
  const ends = random.of([['\n'], ['\n'], ['\r\n'], ['\r'], ['\n', '\r\n', '\r', '\n\n']]);
  const mutated = lines.map((line) => line + random.of(ends)).join('');
  const dump = encode(mutated.replace(/^\ufeff+/, ''), random);
  if (!random.oneIn(12)) return dump;
  const bytes = Buffer.from(dump.bytes);
  for (let left = 1 + random.upTo(3); left > 0 && bytes.length > 0; left--)
    bytes[random.upTo(bytes.length)] = random.upTo(256);
  return { bytes, encoding: dump.encoding };
}
