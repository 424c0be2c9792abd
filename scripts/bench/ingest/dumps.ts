/** Dumps made for measuring: pages of four op-eds of about 1,500 Han characters, no two articles sharing a paragraph. */
import { type Random, randomFrom } from '../../fuzz/random.ts';

/** The most frequent 3,000 Han characters lie scattered; this range holds them with rarer ones, as wide as prose. */
const firstHan = 0x4e00;
const hanCount = 6000;
const surnames = '陳李張黃何林梁吳劉蔡鄭楊許鄧羅曾馬葉';
const roles = ['全國政協委員', '立法會議員', '香港某某學會會長', '大學客座教授', '智庫研究總監'];

/** A word of two characters; few words make most of a text, as in prose. */
function word(random: Random): string {
  const rank = Math.floor((random.upTo(1000) / 1000) ** 3 * 20_000);
  const code = (at: number): string =>
    String.fromCharCode(firstHan + ((rank * 7919 + at * 104_729) % hanCount));
  return code(1) + code(2);
}

function words(random: Random, count: number): string {
  return Array.from({ length: count }, () => word(random)).join('');
}

function sentence(random: Random): string {
  const clauses = Array.from({ length: 2 + random.upTo(3) }, () => words(random, 4 + random.upTo(6)));
  return `${clauses.join('，')}。`;
}

function paragraph(random: Random): string {
  return Array.from({ length: 3 + random.upTo(4) }, () => sentence(random)).join('');
}

/** A paragraph, torn in its middle now and then. */
function printed(random: Random): string[] {
  const text = paragraph(random);
  if (!random.oneIn(6)) return [text];
  const middle = text.search(/[^，。](?=[^，。]{3})/u) + Math.floor(text.length / 2);
  return [text.slice(0, middle), text.slice(middle)];
}

function article(random: Random): string[] {
  const name = random.of([...surnames]) + words(random, 1);
  const title = `${words(random, 3)} ${words(random, 4)}`;
  const lines = [title, `${name} ${random.of(roles)}`];
  for (let part = 0; part < 3; part++) {
    if (part > 0) lines.push(words(random, 4));
    for (let at = 0; at < 3; at++) lines.push(...printed(random));
  }
  return lines;
}

/** The text of one dump. */
export function dumpText(seed: number): string {
  const random = randomFrom(seed);
  const lines = ['評論 A14 2026年6月16日 星期二'];
  for (let at = 0; at < 4; at++) lines.push(...article(random));
  return `${lines.join('\n\n')}\n`;
}
