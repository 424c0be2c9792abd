/** Lines of verse and of letters that a text quotes, each on a line of its own. */
import type { Unit } from '../layout.ts';
import type { Features } from '../looks.ts';

/** A verse is so wide at most, and so many of them at least stand below each other. */
const [widestVerse, fewestVerses] = [16, 2];
const narrowestText = 24;

/**
 * Short lines as wide as each other between a text that ends with a colon and the next: each is complete, however it ends, and
 * no heading.
 */
export function markVerse(units: readonly Unit[], all: readonly Features[]): void {
  for (let at = 0; at < units.length; at++) {
    const features = all[at] as Features;
    const isOfText = features.width >= narrowestText || (all[at - 1]?.width ?? 0) >= narrowestText;
    if (features.ending !== 'colon' || !isOfText) continue;
    const isVerse = (place: number): boolean => {
      const seen = all[place];
      return (
        seen !== undefined &&
        seen.width <= widestVerse &&
        (seen.byline?.score ?? 0) < 1 &&
        !seen.furniture &&
        !seen.listed &&
        !seen.marked
      );
    };
    let end = at + 1;
    while (isVerse(end)) end++;
    const verses = all.slice(at + 1, end);
    at = end - 1;
    const [first] = verses;
    const areEven = verses.every(({ width }) => width === first?.width);
    const isWithin = (all[end]?.width ?? 0) >= narrowestText;
    if (verses.length < fewestVerses || !areEven || !isWithin) continue;
    for (const verse of verses) {
      verse.literal = true;
      verse.torn = false;
    }
  }
}
