/** Short lines that stand in a file more than once: names of columns do, alike or to the letter. */
import type { Unit } from './layout.ts';
import type { Features } from './looks.ts';
import { areSameAt, bare, bareNearEqual } from './similarity.ts';
import { simplify } from './text.ts';

/** Short lines of a file are held against each other up to so many: pages have some forty. */
const mostShort = 120;
const partMarks = /[\s（(【】）)第之上中下一二三四五六七八九十\d／/]/gu;

/** Short lines that stand in the file again but for their part mark (2) or a slip (1), as series do. */
export function alikeAgain(units: readonly Unit[], features: readonly Features[]): number[] {
  const found = units.map(() => 0);
  const short: Short[] = [];
  for (let at = 0; at < units.length; at++) {
    const { width } = features[at] as Features;
    if (width < 3 || width > 30) continue;
    if (short.length === mostShort) return found;
    const name = simplify((units[at] as Unit).text).replace(partMarks, '');
    short.push({ at, name, bare: bare(name) });
  }
  for (let index = 0; index < short.length; index++) {
    const a = short[index] as Short;
    if (a.name.length < 2) continue;
    for (let other = index + 1; other < short.length; other++) {
      const b = short[other] as Short;
      const how = a.name === b.name ? 2 : isSlip(a, b) ? 1 : 0;
      if (how === 0) continue;
      found[a.at] = Math.max(found[a.at] as number, how);
      found[b.at] = Math.max(found[b.at] as number, how);
    }
  }
  return found;
}

/** A column with its author is no wider. */
export const widestColumn = 16;

/**
 * Lines of two words that stand in the file again to the letter, as a column with its author does over each piece. They
 * tell how a line is read, so that nothing but the same line will do, however long the file is.
 */
export function pairsAgain(units: readonly Unit[]): Set<string> {
  const seen = new Set<string>();
  const again = new Set<string>();
  for (const { text, width } of units) {
    if (width > widestColumn || !/^\S+\s+\S+$/u.test(text)) continue;
    if (seen.has(text)) again.add(text);
    seen.add(text);
  }
  return again;
}

/** A short line without its part mark, and its bare form. */
type Short = { at: number; name: string; bare: string };

/** Whether two names differ by a slip; most pairs are told apart by both their ends. */
function isSlip({ name: a, bare: left }: Short, { name: b, bare: right }: Short): boolean {
  const shorter = Math.min(a.length, b.length);
  if (shorter < 4 || Math.abs(a.length - b.length) > 2) return false;
  const isNear = shorter >= 10 || areSameAt(a, 0, b, 0) || areSameAt(a, a.length - 2, b, b.length - 2);
  return isNear && bareNearEqual(left, right);
}
