/** The forms in which an archive writes what folds to one character. */
import { clustersOf, type Folding } from '../../text/folding.ts';
import { countedTexts, type Searched, uncountedTexts } from '../document.ts';
import type { FormsOfArchive, Writing } from '../files.ts';

/** Reads how the articles of a volume write their characters. */
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
  return { folded: [...folded].sort().join(''), forms: [...groups.values()] };
}

/** Brings together how volumes write their characters, so that a form as typed is told from others in all of them. */
export function formsOfArchive(volumes: readonly Writing[], folding: Folding): FormsOfArchive {
  const uses = new Map<string, Map<string, number>>();
  for (const { forms } of volumes) {
    for (const group of forms) {
      const folded = folding(group[0] as string);
      const counts = uses.get(folded) ?? new Map<string, number>();
      uses.set(folded, counts);
      for (const [at, form] of group.entries())
        counts.set(form, (counts.get(form) ?? 0) + (at === 0 ? volumes.length + 1 : 1));
    }
  }
  const usualFirst = [...uses.values()].map((counts) =>
    [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([form]) => form),
  );
  const groups = usualFirst.filter(({ length }) => length > 1);
  const first = new Set(groups.map(([usual]) => usual as string));
  const known = new Set(groups.flat());
  const usual = volumes.map(({ forms }) =>
    forms.flatMap(([form = '']) => (known.has(form) && !first.has(form) ? [form] : [])),
  );
  return { groups, usual };
}
