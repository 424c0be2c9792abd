/**
 * What folding does to a text, apart from where the table of Han characters comes from: the index builder makes it
 * from OpenCC (`fold.ts`), the browser gets it as data.
 */

/** The table of Han characters as data: the n-th code point of `from` folds to the n-th of `to`. */
export interface HanTable {
  from: string;
  to: string;
}

/** Turns one character, with the marks that combine with it, into what it is compared by; may be empty. */
export type Folding = (cluster: string) => string;

const latin = /\p{Script=Latin}/u;
const marks = /\p{M}/gu;
const invisible = /[\p{Cf}\p{Variation_Selector}]/gu;
const cluster = /[\s\S]\p{M}*/gu;
const anyMark = /\p{M}/u;

/** Cuts a text into characters, each with the marks that combine with it. */
export function clustersOf(text: string): Iterable<string> {
  return anyMark.test(text) ? (text.match(cluster) ?? []) : text;
}

/**
 * Folds compatibility forms, width, case, Latin accents and, through `foldHan`, scripts and variants; invisible
 * characters fold to nothing.
 *
 * @param foldHan maps one code point to one code point, others than Han to themselves
 */
export function createFolding(foldHan: (character: string) => string): Folding {
  const known = new Map<string, string>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    let plain = text.normalize('NFKC').toLowerCase().replace(invisible, '');
    if (latin.test(plain)) plain = plain.normalize('NFD').replace(marks, '');
    const folded = Array.from(plain, foldHan).join('');
    known.set(text, folded);
    return folded;
  };
}

/**
 * The folding that a table describes.
 *
 * @throws where the two sides of the table are not equally long
 */
export function foldingFromTable({ from, to }: HanTable): Folding {
  const targets = Array.from(to);
  const sources = Array.from(from);
  if (sources.length !== targets.length) throw new Error('the folding table is damaged');
  const table = new Map(sources.map((character, at) => [character, targets[at] as string]));
  return createFolding((character) => table.get(character) ?? character);
}

/** Folds a whole text, character by character. */
export function foldText(text: string, folding: Folding): string {
  let folded = '';
  for (const part of clustersOf(text)) folded += folding(part);
  return folded;
}
