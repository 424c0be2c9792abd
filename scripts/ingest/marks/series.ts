/** Lines that stand over several texts of a page to the letter: the names of columns. */
import type { Unit } from '../layout.ts';
import type { Features } from '../looks.ts';
import { isUnmarkedPenName } from './authors.ts';

/** The name of a column is so wide. */
const [narrowest, widest] = [3, 24];
/** A header is no longer, and what is as wide is text. */
const [longestHeader, narrowestText] = [5, 24];

/** Where the header ends that a line stands in: at its text; undefined where none follows. */
function textBelow(all: readonly Features[], at: number): number | undefined {
  for (let below = at + 1; below <= at + longestHeader && below < all.length; below++)
    if ((all[below] as Features).width >= narrowestText && (all[below] as Features).ending === 'sentence')
      return below;
  return undefined;
}

/** Whether a line below it in its header names the author. */
function hasOtherAuthor(units: readonly Unit[], all: readonly Features[], at: number, text: number): boolean {
  for (let near = at + 1; near < text; near++) {
    const { byline, headings } = all[near] as Features;
    const isSigned = (byline?.score ?? 0) >= 2.5 && byline?.authors[0]?.kind !== 'pen-name';
    const isMarked = byline?.marked ?? false;
    if (units[near]?.text !== units[at]?.text && (isSigned || isMarked || headings[0]?.byline)) return true;
  }
  return false;
}

/**
 * No headline stands over two texts, so that a line that does names no author before one; and where another line of one
 * of the headers names the author, it is no pen name either.
 */
export function markStandingNames(units: readonly Unit[], all: readonly Features[]): void {
  const places = new Map<string, { at: number; text: number }[]>();
  for (const [at, { text }] of units.entries()) {
    const { width, furniture, ending, byline, headings } = all[at] as Features;
    const mayBe = byline?.authors[0]?.kind === 'pen-name' || headings.some((each) => each.byline);
    if (!mayBe || furniture || width < narrowest || width > widest || ending === 'sentence') continue;
    const below = textBelow(all, at);
    if (below === undefined) continue;
    const known = places.get(text);
    if (known) known.push({ at, text: below });
    else places.set(text, [{ at, text: below }]);
  }
  // All are looked at before any loses a reading that another is judged by.
  const names = [...places.values()].flatMap((found) => {
    const areApart = found.some(({ text }) => text !== found[0]?.text);
    const isSigned = found.some(({ at, text }) => hasOtherAuthor(units, all, at, text));
    return areApart ? [{ found, isSigned }] : [];
  });
  for (const { found, isSigned } of names) {
    for (const { at } of found) {
      const features = all[at] as Features;
      features.headings = features.headings.filter(
        ({ byline, parts }) => !byline || !parts.some(({ label }) => label === 'title'),
      );
      if (isSigned && isUnmarkedPenName(features)) features.byline = undefined;
    }
  }
}
