/** Which places of a word are written as the word was typed: 爲 where 爲 was typed, 為 where 為 was. */
import type { Pattern } from './pattern.ts';
import { includes, type Postings, type Source } from './places.ts';
import { plainUnit } from './units.ts';

/** Units of a long word that are looked at. */
const unitsLookedAt = 12;

/** A unit that the archive writes in several forms: the places of some of them. */
interface Clue {
  /** Where the unit stands in the word. */
  at: number;
  places: Postings[];
  /** Whether the typed form stands at the places, or anywhere but there. */
  isThere: boolean;
}

async function clueOf(pattern: Pattern, at: number, source: Source): Promise<Clue[]> {
  const typed = pattern.forms[at] as string;
  const [usual, ...rare] = source.forms(plainUnit(pattern.units[at] as string));
  const isRare = rare.includes(typed);
  if (!isRare && typed !== usual) return [];
  const places = await Promise.all((isRare ? [typed] : rare).map((form) => source.form(form)));
  return [{ at, places, isThere: isRare }];
}

/**
 * Makes a test of places. Where a word has punctuation, only what stands before it is compared.
 *
 * @returns nothing where every place is written alike, or none as typed
 */
export async function typedTest(
  pattern: Pattern,
  source: Source,
): Promise<((document: number, start: number) => boolean) | undefined> {
  const loose = pattern.loose.indexOf(true);
  const end = Math.min(unitsLookedAt, loose === -1 ? pattern.units.length : loose);
  const clues = await Promise.all(Array.from({ length: end }, (_, at) => clueOf(pattern, at, source)));
  const all = clues.flat();
  if (all.length === 0) return undefined;
  return (document, start) =>
    all.every(
      ({ at, places, isThere }) =>
        places.some((postings) => includes(postings.get(document), start + at)) === isThere,
    );
}
