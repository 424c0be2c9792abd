/** Answers queries from the positions that an index gives: which documents, how often, in what order. */
import { type Extent, isCounted } from './document.ts';
import { keyOf } from './pattern.ts';
import { type Postings, placesOf, type Source } from './places.ts';
import type { Near, Query, Term, Word } from './query.ts';
import { type Found, scoreOf } from './rank.ts';
import { typedTest } from './typed.ts';

/** Gives the parts of a document by its number; asked only where something was found. */
export type Extents = () => Promise<(document: number) => Extent>;

export interface Hit {
  document: number;
  /** Occurrences in title, standfirst, subheads and body, those that overlap included. */
  hits: number;
  /** Whether the title holds every word. */
  inTitle: boolean;
  score: number;
}

/** Where the words of a term stand: one entry a word, by the word's key. */
type Standing = Map<number, Found[]>;

type AsFound = (document: number, starts: readonly number[]) => Found;

/** Says of places of a word how many of them are written as it was typed. */
async function asFound(word: Word, source: Source): Promise<AsFound> {
  const isTyped = await typedTest(word.pattern, source);
  return (document, starts) => ({
    word,
    starts,
    asTyped:
      isTyped === undefined ? 0 : starts.filter((start) => isTyped(document, start)).length / starts.length,
  });
}

async function wordStanding(word: Word, source: Source): Promise<Standing> {
  const [places, found] = await Promise.all([placesOf(word.pattern, source), asFound(word, source)]);
  return new Map([...places].map(([document, starts]) => [document, [found(document, starts)]]));
}

/** The starts that have one of `others` at most `distance` positions away, either way round. */
function nearTo(
  starts: readonly number[],
  length: number,
  others: readonly number[],
  otherLength: number,
  distance: number,
) {
  return starts.filter((start) =>
    others.some((other) => {
      const between = start < other ? other - start - length : start - other - otherLength;
      return between <= distance && start !== other;
    }),
  );
}

async function nearStanding({ left, right, distance }: Near, source: Source): Promise<Standing> {
  const [lefts, rights, leftFound, rightFound] = await Promise.all([
    placesOf(left.pattern, source),
    placesOf(right.pattern, source),
    asFound(left, source),
    asFound(right, source),
  ]);
  const standing: Standing = new Map();
  const [leftLength, rightLength] = [left.pattern.units.length, right.pattern.units.length];
  for (const [document, leftStarts] of lefts) {
    const rightStarts = rights.get(document);
    if (rightStarts === undefined) continue;
    const nearLefts = nearTo(leftStarts, leftLength, rightStarts, rightLength, distance);
    if (nearLefts.length === 0) continue;
    const nearRights = nearTo(rightStarts, rightLength, leftStarts, leftLength, distance);
    standing.set(document, [leftFound(document, nearLefts), rightFound(document, nearRights)]);
  }
  return standing;
}

function termStanding(term: Term, source: Source): Promise<Standing> {
  return term.kind === 'word' ? wordStanding(term, source) : nearStanding(term, source);
}

async function groupStanding(group: readonly Term[], source: Source): Promise<Standing> {
  const standing: Standing = new Map();
  for (const part of await Promise.all(group.map((term) => termStanding(term, source)))) {
    for (const [document, found] of part)
      standing.set(document, [...(standing.get(document) ?? []), ...found]);
  }
  return standing;
}

/** Words that stand in several terms count once. */
function distinct(found: readonly Found[]): Found[] {
  const byKey = new Map<string, Found>();
  for (const each of found) {
    const key = keyOf(each.word.pattern);
    const known = byKey.get(key);
    const starts = known === undefined ? each.starts : [...new Set([...known.starts, ...each.starts])];
    byKey.set(key, known === undefined ? each : { ...known, starts: [...starts].sort((a, b) => a - b) });
  }
  return [...byKey.values()];
}

/** The order of hits: the best first; equals stand in the archive's order. */
export function byScore(a: Hit, b: Hit): number {
  return b.score - a.score || a.document - b.document;
}

/**
 * Finds the documents that a query asks for, best first; equals stand in the archive's order.
 *
 * @returns nothing for a query without groups
 */
export async function search(query: Query, source: Source, extents: Extents): Promise<Hit[]> {
  if (query.all.length === 0) return [];
  const groups = await inOrder(query.all, (group) => groupStanding(group, source));
  const excluded: Postings[] = await Promise.all(query.none.map(({ pattern }) => placesOf(pattern, source)));
  const documents = [...(groups[0]?.keys() ?? [])].filter(
    (document) =>
      groups.every((group) => group.has(document)) && !excluded.some((places) => places.has(document)),
  );
  if (documents.length === 0) return [];
  const extentOf = await extents();
  const hits = documents.map((document): Hit => {
    const found = distinct(groups.flatMap((group) => group.get(document) as Found[]));
    const extent = extentOf(document);
    return {
      document,
      hits: found.reduce(
        (sum, { starts }) => sum + starts.filter((start) => isCounted(extent, start)).length,
        0,
      ),
      inTitle: found.every(({ starts }) => starts.some((start) => start < extent.title)),
      score: scoreOf(found, extent),
    };
  });
  return hits.sort(byScore);
}

/** Looks groups up a few at a time and stops at one that stands nowhere. */
async function inOrder(
  all: readonly Term[][],
  look: (group: Term[]) => Promise<Standing>,
): Promise<Standing[]> {
  const atOnce = 8;
  const standings: Standing[] = [];
  for (let from = 0; from < all.length; from += atOnce) {
    standings.push(...(await Promise.all(all.slice(from, from + atOnce).map(look))));
    if (standings.some(({ size }) => size === 0)) return [];
  }
  return standings;
}
