/** Where a pattern stands in the documents of an index, worked out from the positions of its links. */
import type { Pattern } from './pattern.ts';
import { type Link, linksOf } from './tokens.ts';

/** Positions, ascending, by number of the document. */
export type Postings = ReadonlyMap<number, readonly number[]>;

/** What an index has to answer. Each rejects where the index cannot be read. */
export interface Source {
  /** Where a word of the index stands. */
  word(word: string): Promise<Postings>;
  /** Where a single unit stands, for units that stand alone. */
  unit(unit: string): Promise<Postings>;
  /** The forms in which the archive writes a folded character, the usual one first; none where it has but one. */
  forms(folded: string): readonly string[];
  /** Where a form stands that is not the usual one. */
  form(form: string): Promise<Postings>;
}

interface Step extends Link {
  nearAt: Postings;
  farAt: Postings;
}

const nowhere: Postings = new Map();

/** Links that are looked up first; then twice as many, and so on. A pattern that is nowhere is found out with a few. */
const linksAtFirst = 2;

/** Whether a list in ascending order holds a value. */
export function includes(sorted: readonly number[] | undefined, value: number): boolean {
  if (sorted === undefined) return false;
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === value;
}

async function lookUp(link: Link, source: Source): Promise<Step> {
  const places = (words: readonly string[]) =>
    Promise.all(words.map((word) => source.word(word))).then(together);
  const [nearAt, farAt] = await Promise.all([places(link.near), places(link.far)]);
  return { ...link, nearAt, farAt };
}

/** The places of several words as those of one. */
function together(parts: readonly Postings[]): Postings {
  if (parts.length < 2) return parts[0] ?? nowhere;
  const all = new Map<number, number[]>();
  for (const [document, positions] of parts.flatMap((part) => [...part])) {
    all.set(
      document,
      [...(all.get(document) ?? []), ...positions].sort((a, b) => a - b),
    );
  }
  return all;
}

function documentsOf({ nearAt, farAt }: Step): Set<number> {
  return new Set([...nearAt.keys(), ...farAt.keys()]);
}

/** Follows the steps through one document from the position of the first unit. */
function holds(steps: readonly Step[], document: number, start: number): boolean {
  let position = start;
  let reached = 0;
  for (const { at, nearAt, farAt } of steps) {
    position += at - reached;
    reached = at + 1;
    if (includes(nearAt.get(document), position)) position += 1;
    else if (includes(farAt.get(document), position)) position += 2;
    else return false;
  }
  return true;
}

/**
 * Finds a pattern in every document.
 *
 * @returns the positions of its first unit, places that overlap included; documents without one are absent
 */
export async function placesOf(pattern: Pattern, source: Source): Promise<Postings> {
  const [only, ...others] = pattern.units;
  if (only === undefined) return nowhere;
  if (others.length === 0) return source.unit(only);
  const links = linksOf(pattern);
  const steps: Step[] = [];
  let documents: Set<number> | undefined;
  let atOnce: number = linksAtFirst;
  for (let from = 0; from < links.length; from += atOnce / 2) {
    const part = await Promise.all(links.slice(from, from + atOnce).map((link) => lookUp(link, source)));
    atOnce *= 2;
    for (const step of part) {
      const holding = documentsOf(step);
      documents =
        documents === undefined ? holding : new Set([...documents].filter((each) => holding.has(each)));
    }
    steps.push(...part);
    if (documents?.size === 0) return nowhere;
  }
  const places = new Map<number, number[]>();
  const [first] = steps as [Step, ...Step[]];
  for (const document of documents ?? []) {
    const near = first.nearAt.get(document) ?? [];
    const far = first.farAt.get(document) ?? [];
    const starts = far.length === 0 ? near : [...near, ...far].sort((a, b) => a - b);
    const found = starts.filter((start) => holds(steps, document, start));
    if (found.length > 0) places.set(document, found);
  }
  return places;
}
