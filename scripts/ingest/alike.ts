/** Marks that are printed in the place of others. */
import { Sieve } from './needs.ts';

/** Marks that look like others, as exports and mainland keyboards have them, and what they stand for. */
const alike: Readonly<Record<string, string>> = {
  '─': '—',
  '︰': '：',
  '﹕': '：',
  '∶': '：',
  丨: '｜',
  '│': '｜',
  '┃': '｜',
  '∣': '｜',
  '╱': '／',
  '⁄': '／',
  '∕': '／',
  '╲': '＼',
  '∖': '＼',
  '﹨': '＼',
  '﹙': '（',
  '﹚': '）',
};
const alikeMark = new RegExp(`[${Object.keys(alike).join('')}]`, 'gu');
const sieve = new Sieve([alikeMark]);

/** A text with each mark that only looks like a colon, a dash, a bar, a slash or a bracket as the mark itself; offsets stay. */
export function plainMarks(text: string): string {
  return sieve.look(text).mayAny() ? text.replace(alikeMark, (mark) => alike[mark] ?? mark) : text;
}
