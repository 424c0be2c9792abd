/** The forms in which an archive writes what folds to one character. */
import { clustersOf, type Folding } from '../../text/folding.ts';
import { countedTexts, type Searched, uncountedTexts } from '../document.ts';

/**
 * Finds the characters that an archive writes in several forms.
 *
 * @returns the forms of each, the usual one first
 */
export function formsOf(articles: Iterable<Searched>, folding: Folding): string[][] {
  const counts = new Map<string, number>();
  for (const article of articles) {
    for (const text of [...countedTexts(article), ...uncountedTexts(article)]) {
      for (const form of clustersOf(text)) counts.set(form, (counts.get(form) ?? 0) + 1);
    }
  }
  const groups = new Map<string, string[]>();
  const commonFirst = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  for (const [form] of commonFirst) {
    const folded = folding(form);
    // Forms of punctuation mean nothing to a search, and what folds to several characters is no form of one.
    if (Array.from(folded).length !== 1 || !/[\p{L}\p{N}]/u.test(folded)) continue;
    const group = groups.get(folded);
    if (group === undefined) groups.set(folded, [form]);
    else group.push(form);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}
