/**
 * Which headline belongs to which article, and which heading is the name of a series. Headings torn from their article
 * stand at the top or the end of a file or in another article's header; they are told apart by what they say.
 */
import { Assignment, type Bonus } from './assignment.ts';
import type { Evidence } from './choice-cues.ts';
import { lookOf, seriesLikeness } from './head-look.ts';
import { type Headed, headedBy } from './headed.ts';
import type { SeriesKnowledge } from './series-look.ts';
import type { Draft, HeadLine, Sheet } from './sheet.ts';
import { nearEqual } from './similarity.ts';
import { simplify, widthOf } from './text.ts';
import { learntWeighing, type Weighing } from './weights.ts';

/**
 * Assigns the headings of a file.
 *
 * @param weighing what cues are worth; the weights that ship with the program where nothing is said
 * @returns a headed draft for each draft, and the headings that fit none
 */
export function assignHeadlines(
  sheet: Sheet,
  known: SeriesKnowledge,
  weighing: Weighing = learntWeighing(),
): { headed: Headed[]; unplaced: HeadLine[] } {
  const { drafts, strays } = sheet;
  const headed = assignmentsOf(sheet, known, weighing).flatMap((assignment) =>
    headedBy(assignment, assignment.best()),
  );
  const used = new Set(
    headed
      .flatMap(({ title, series }) => (series ? [...title, series] : title))
      .flatMap(({ pieces }) => pieces),
  );
  const unplaced = [...strays, ...drafts.flatMap(({ heads }) => heads)].filter(
    ({ pieces }) => !pieces.some((piece) => used.has(piece)),
  );
  return { headed, unplaced };
}

/** Articles among which headlines are given out together. */
const mostDrafts = 64;

/**
 * The assignments of a file: one, where it is not many pages in one.
 *
 * @param bonus for the drafts of one assignment
 */
export function assignmentsOf(
  { drafts, strays }: Sheet,
  known: SeriesKnowledge,
  weighing: Weighing,
  bonus?: (drafts: readonly Draft[]) => Bonus,
): Assignment[] {
  const likeness = likenessIn(drafts, known);
  const assignments: Assignment[] = [];
  // A file of hundreds of articles is many pages in one: headlines do not stray from one end to the other.
  for (let from = 0; from < Math.max(1, drafts.length); from += mostDrafts) {
    const isLast = from + mostDrafts >= drafts.length;
    const some = drafts.slice(from, from + mostDrafts);
    const evidence = { known, likeness };
    assignments.push(new Assignment(some, isLast ? strays : [], evidence, weighing, bonus?.(some)));
  }
  return assignments;
}

/** How much the headings of a file look like series, with what the others of the file say of it. */
function likenessIn(drafts: readonly Draft[], known: SeriesKnowledge): Evidence['likeness'] {
  const counts = new Map<string, number>();
  for (const { heads } of drafts)
    for (const head of heads) {
      const name = simplify(lookOf(head).name);
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  const near = new Map<string, boolean>();
  const repeats = (name: string): boolean => {
    const plain = simplify(name);
    if ((counts.get(plain) ?? 0) > 1) return true;
    // A slip in a series name shows on the pages of one day; among hundreds of headings it would cost too much to look.
    if (widthOf(name) < 6 || counts.size > 400) return false;
    const found =
      near.get(plain) ?? [...counts.keys()].some((other) => other !== plain && nearEqual(other, plain));
    near.set(plain, found);
    return found;
  };
  const likenesses = new Map<HeadLine, ReturnType<typeof seriesLikeness>>();
  return (head, at) => {
    const before = likenesses.get(head);
    const likeness = before ?? seriesLikeness(head, known, repeats);
    if (!before) likenesses.set(head, likeness);
    return at === 0 ? likeness.leading : likeness.elsewhere;
  };
}
