/** Numbers as pages print them, and lines that are counted: 一、 二、 三、 · 1. 2. 3. · （一）（二） */
import { Sieve } from './needs.ts';
import { simplify, simplifyPattern } from './text.ts';

const numerals = '零一二三四五六七八九';

/** The value of a Chinese or Arabic numeral up to 99, or of year digits. */
export function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const plain = text.replace(/[〇○]/gu, '零').replace('廿', '二十').replace('卅', '三十');
  if (plain.includes('十')) {
    const [tens = '', ones = ''] = plain.split('十');
    return (tens === '' ? 1 : numerals.indexOf(tens)) * 10 + (ones === '' ? 0 : numerals.indexOf(ones));
  }
  return Number([...plain].map((char) => numerals.indexOf(char)).join(''));
}

const count = simplifyPattern(
  /^(?<before>[（(【第]?|\p{Script=Han}{2})(?<number>\d{1,2}|[一二三四五六七八九十]{1,3})(?<after>[）)】]?[、，：:.．]?)(?!\d)/u,
);

const sieve = new Sieve([count], true);

type Count = { style: string; value: number; hasWord: boolean };

/** The number at the start of a line, and what stands around it; `undefined` where there is none. */
function countOf(text: string): Count | undefined {
  const start = text.slice(0, 8);
  if (!sieve.look(start).mayAny()) return undefined;
  const { before = '', number = '', after = '' } = count.exec(simplify(start))?.groups ?? {};
  if (number === '' || after === '') return undefined;
  const style = `${before}${/\d/u.test(number) ? 1 : '一'}${after}`;
  return { style, value: numberOf(number), hasWord: before.length > 1 };
}

/**
 * Short lines that are counted: the one with the next number, or with the one before, stands in the file too.
 *
 * @param mayHead whether the line at a place could be a heading, by what it says of what is counted: 問號一：
 * @returns for each line, whether it is counted
 */
export function countedIn(
  texts: readonly string[],
  mayHead: (at: number, hasWord: boolean) => boolean,
): boolean[] {
  const counts = texts.map((text, at) => {
    const count = countOf(text);
    return count && mayHead(at, count.hasWord) ? count : undefined;
  });
  const counted = texts.map(() => false);
  const last = new Map<string, { at: number; value: number }>();
  for (const [at, found] of counts.entries()) {
    if (!found) continue;
    const above = last.get(found.style);
    if (above && found.value === above.value + 1) {
      counted[at] = true;
      counted[above.at] = true;
    }
    last.set(found.style, { at, value: found.value });
  }
  return counted;
}
