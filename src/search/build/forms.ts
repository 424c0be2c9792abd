/** The forms in which an archive writes what folds to one character. */
import { clustersOf, type Folding } from '../../text/folding.ts';
import { countedTexts, type Searched, uncountedTexts } from '../document.ts';

export interface Writing {
  /** Every folded character of the archive. */
  folded: Set<string>;
  /** The forms of each that is written in several, the usual one first. */
  forms: string[][];
}

/** Reads how an archive writes its characters. */
export function writingOf(articles: Iterable<Searched>, folding: Folding): Writing {
  const counts = new Map<string, number>();
  for (const article of articles) {
    for (const text of [...countedTexts(article), ...uncountedTexts(article)]) {
      for (const form of clustersOf(text)) counts.set(form, (counts.get(form) ?? 0) + 1);
    }
  }
  const groups = new Map<string, string[]>();
  const folded = new Set<string>();
  const commonFirst = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  for (const [form] of commonFirst) {
    const characters = Array.from(folding(form));
    for (const character of characters) folded.add(character);
    const [only = ''] = characters;
    // Forms of punctuation mean nothing to a search, and what folds to several characters is no form of one.
    if (characters.length !== 1 || !/[\p{L}\p{N}]/u.test(only)) continue;
    const group = groups.get(only);
    if (group === undefined) groups.set(only, [form]);
    else group.push(form);
  }
  return { folded, forms: [...groups.values()].filter(({ length }) => length > 1) };
}
