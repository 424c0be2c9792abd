/** Author lines of one or several units, and how much each looks like one. */
import { endsBody, halvesRole, isBroken, isInBrackets, rolesApart } from './broken-roles.ts';
import { type Byline, parseByline } from './byline.ts';
import type { Layout, Unit } from './layout.ts';
import type { Features } from './looks.ts';
import { isHouseAuthor, personScore } from './names.ts';
import { hasPartMark } from './series-look.ts';
import { isUnfinished, simplify, simplifyPattern } from './text.ts';
import { cutsWord } from './words.ts';

export type BylineReading = {
  span: number;
  byline: Byline;
  score: number;
  /** It names people, and hardly anything else fits. */
  isOfPeople: boolean;
  /** The paper itself stands first. */
  isOfHouse: boolean;
};

const longestByline = 4;
/** 職銜, on a line of its own over the roles, is the label of a form. */
const longestLabel = 4;
const rolesLabel = simplifyPattern(/^(?:職銜|職稱|職務|身分|身份)[：:]?$/u);

/** Narrower lines are not broken by the width of a page: what follows them begins anew. */
const brokenFrom = 12;

/** Whether a line is a name and nothing else, so that the lines below it are roles. */
function isName({ text }: Unit): boolean {
  return personScore(text.replace(/\s+/gu, '')) >= 1;
}

/** Whether the line above goes on in a line: in a word, by how it ends, or in the name of a body. */
function goesOnFromAbove(units: readonly Unit[], features: readonly Features[], at: number): boolean {
  const unit = units[at] as Unit;
  const above = units[at - 1];
  if (features[at]?.cutAbove) return true;
  if (above && unit.gap === 0 && isUnfinished(above.text)) return true;
  return endsBody(above, unit, features[at - 1]);
}

/**
 * The better of two ways to put lines of a byline together: as words of their own, or closed up where a line may have
 * been broken.
 */
function groupOf(lines: readonly Unit[], layout: Layout): Byline | undefined {
  const broken = lines.slice(0, -1).map(
    ({ text, width, full }, at) =>
      // What is set below the roles above it begins anew.
      !lines[at + 1]?.deep &&
      !rolesApart(text, lines[at + 1]?.text ?? '') &&
      (full || (!layout.columns && width >= brokenFrom) || cutsWord(text, lines[at + 1]?.text ?? '')),
  );
  const halves = lines.slice(0, -1).map(({ text }, at) => {
    const below = lines[at + 1]?.text ?? '';
    const isBelowName = at > 0 && isName(lines[0] as Unit);
    return halvesRole(text, below, isBelowName) || isInBrackets(text, below);
  });
  const join = (closed: readonly boolean[]): string =>
    lines.reduce(
      (text, line, at) => `${text}${at === 0 || closed[at - 1] || halves[at - 1] ? '' : '　'}${line.text}`,
      '',
    );
  const apart = parseByline(join(layout.columns ? broken : []));
  const closed = broken.some((each) => each) ? parseByline(join(broken)) : undefined;
  return (closed?.score ?? Number.NEGATIVE_INFINITY) > (apart?.score ?? Number.NEGATIVE_INFINITY)
    ? closed
    : apart;
}

/** Author lines of one or several units that begin at a unit. */
export function bylinesAt(
  units: readonly Unit[],
  features: readonly Features[],
  layout: Layout,
  at: number,
): BylineReading[] {
  const found: BylineReading[] = [];
  if (rolesLabel.test(simplify((units[at] as Unit).text.slice(0, longestLabel)))) return found;
  const group: Unit[] = [];
  let lines = 0;
  let best = 0;
  /** What it is worth that a line of the group goes on in the next. */
  let goingOn = 0;
  for (let span = 1, labels = 0; span <= longestByline + labels; span++) {
    const unit = units[at + span - 1];
    const seen = features[at + span - 1];
    if (!unit || !seen || seen.width > 64 || (seen.furniture?.score ?? 0) >= 5) break;
    if (seen.ending === 'sentence' || (span > 1 && unit.gap > layout.usualGap)) break;
    // The name of a series, with its part, begins no author line.
    if (span === 2 && !found.length && hasPartMark(group[0]?.text ?? '')) break;
    if (span > 1 && rolesLabel.test(simplify(unit.text))) {
      labels = 2;
      continue;
    }
    group.push(unit);
    if (span > 1)
      lines += seen.role >= 2 ? 0.6 : seen.role >= 1 ? 0 : seen.byline || seen.role > 0 ? -0.5 : -2;
    else if (seen.role >= 1 && !seen.byline) lines += 0.4;
    if (span === 1 && goesOnFromAbove(units, features, at)) lines -= 3;
    const byline = span === 1 ? seen.byline : groupOf(group, layout);
    if (!byline) continue;
    const upper = group.at(-2);
    const isBelowName = span > 2 && isName(group[0] as Unit);
    // A name makes a word with the role below it by chance: 蘭啟東 / 西環區議員.
    const broken = upper !== undefined && !isName(upper) && isBroken(upper, unit, isBelowName);
    if (broken) goingOn = 3;
    const score = byline.score - 0.5 + lines + goingOn;
    if (span > 1 && score < best + 0.3) continue;
    best = Math.max(best, score);
    found.push({
      span,
      byline,
      score:
        Math.min(score, 6 + Math.max(0, lines) + goingOn / 2) -
        (seen.repeatsByline ? 0.8 : 0) -
        (seen.furniture ? seen.furniture.score * 0.4 : 0),
      isOfPeople: byline.score >= 2.5 && byline.authors.every(({ kind }) => kind === undefined),
      isOfHouse: isHouseAuthor(byline.authors[0]?.name ?? ''),
    });
  }
  return found;
}
