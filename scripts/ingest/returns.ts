/** Short lines that stand in a file more than once: names of columns do, alike or to the letter. */
import type { Unit } from './layout.ts';
import type { Features } from './looks.ts';
import { areSameAt, bare, bareNearEqual } from './similarity.ts';
import { simplify } from './text.ts';

/** For slips a short line is held against so many below it: pages have some forty. */
const mostShort = 120;
const partMarks = /[\s（(【】）)第之上中下一二三四五六七八九十\d／/]/gu;

/** Short lines that stand in the file again but for their part mark (2) or, not far away, a slip (1), as series do. */
export function alikeAgain(units: readonly Unit[], features: readonly Features[]): number[] {
  const found = units.map(() => 0);
  const short = units.flatMap(({ text }, at): Short[] => {
    const { width } = features[at] as Features;
    const name = width < 3 || width > 30 ? '' : simplify(text).replace(partMarks, '');
    return name.length < 2 ? [] : [{ at, name, bare: bare(name) }];
  });
  const first = new Map<string, Short>();
  for (const each of short) {
    const { at } = first.get(each.name) ?? each;
    if (at === each.at) first.set(each.name, each);
    else found[at] = found[each.at] = 2;
  }
  for (let index = 0; index < short.length; index++) {
    const a = short[index] as Short;
    const end = Math.min(short.length, index + 1 + mostShort);
    for (let other = index + 1; other < end; other++) {
      const b = short[other] as Short;
      if ((found[a.at] as number) > 0 && (found[b.at] as number) > 0) continue;
      if (!isSlip(a, b)) continue;
      found[a.at] ||= 1;
      found[b.at] ||= 1;
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
