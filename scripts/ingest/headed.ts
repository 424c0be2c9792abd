/** Articles with the headline and the series that were assigned to them, and how sure that is. */
import type { Assigned, Assignment } from './assignment.ts';
import { isThreeParts, jointOf, tellsJoint } from './joints.ts';
import type { Draft, HeadLine } from './sheet.ts';

export type Headed = {
  draft: Draft;
  title: HeadLine[];
  /** What stands between the lines of a broken headline: a blank between its parts, nothing inside one. */
  joints: ('' | ' ')[];
  series?: HeadLine;
  /** How far the best assignment lies behind that gives the article another headline. */
  margin: number;
  /** That other headline; no lines where it would have none. */
  rival: Pick<Headed, 'title' | 'joints'>;
  /** … that gives it the same headline and another series, or none. */
  seriesMargin: number;
  /** A headline over several lines was put together by the lengths of its parts alone. */
  looselyJoined: boolean;
  /** The headline stood elsewhere in the file. */
  torn: boolean;
  /** A heading that stands with it was given to another article. */
  contested: boolean;
};

/** What stands between the lines of a headline. */
function jointsOf(title: readonly HeadLine[]): Headed['joints'] {
  // A part that has a line to itself is one.
  if (isThreeParts(title)) return [' ', ' '];
  return title.slice(1).map((line, index) => jointOf(title[index] as HeadLine, line));
}

/** Whether two choices are of the same headline. */
function isSame(title: readonly number[], other: readonly number[]): boolean {
  return title.length === other.length && title[0] === other[0];
}

/** The lines of the headline that an article has in an assignment. */
function titleIn({ choices, drafts }: Assignment, { pick, pairs }: Assigned, article: number): HeadLine[] {
  const given = pairs.find((pair) => pair.article === article)?.spare;
  const title = choices[article]?.[pick[article] ?? 0]?.title ?? [];
  return given ? [given] : title.map((index) => drafts[article]?.heads[index] as HeadLine);
}

/** The drafts with what was assigned to them, and how sure that is. */
export function headedBy(assignment: Assignment, best: Assigned): Headed[] {
  const { choices, drafts } = assignment;
  return drafts.map((draft, at): Headed => {
    const choice = choices[at]?.[best.pick[at] ?? 0];
    const given = best.pairs.find(({ article }) => article === at)?.spare;
    const title = titleIn(assignment, best, at);
    const series = choice?.series === undefined ? undefined : draft.heads[choice.series];
    let margin = Number.POSITIVE_INFINITY;
    let seriesMargin = Number.POSITIVE_INFINITY;
    let rival: HeadLine[] = [];
    const retitled = (other: Assigned): void => {
      if (best.score - other.score >= margin) return;
      margin = best.score - other.score;
      rival = titleIn(assignment, other, at);
    };
    for (const [index, other] of (choices[at] ?? []).entries()) {
      if (index === best.pick[at]) continue;
      const trial = assignment.assigned(best.pick.with(at, index));
      if (!given && choice && isSame(other.title, choice.title))
        seriesMargin = Math.min(seriesMargin, best.score - trial.score);
      else retitled(trial);
    }
    if (given) retitled(assignment.assigned(best.pick, { spare: given, article: at }));
    return {
      draft,
      title,
      joints: jointsOf(title),
      rival: { title: rival, joints: jointsOf(rival) },
      ...(series ? { series } : {}),
      margin,
      seriesMargin,
      looselyJoined: title.slice(1).some((line, index) => !tellsJoint(title[index] as HeadLine, line)),
      torn: given !== undefined,
      contested: (choice?.spare ?? []).some((index) =>
        best.pairs.some(({ spare }) => spare.units[0] === draft.heads[index]?.units[0]),
      ),
    };
  });
}
