/** What each unit of a file could be, and how much it looks like it: made once, for every way to read the file. */
import { type Byline, parseByline } from './byline.ts';
import * as evidence from './evidence.ts';
import { type Heading, headingsOf } from './heading.ts';
import type { Layout, Unit } from './layout.ts';
import type { Features } from './looks.ts';
import { isHouseAuthor, isOrganisation, personScore } from './names.ts';
import { roleScore } from './roles.ts';
import { hasPartMark } from './series-look.ts';
import { hanCount, isUnfinished, simplify, simplifyPattern } from './text.ts';
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
export type CarrierReading = { span: number; heading: Heading; score: number };

/** Evidence for a unit by label; author lines and carriers may span several units. */
export type Readings = {
  headline: number;
  standfirst: number;
  paragraph: number;
  continuation: number;
  subhead: number;
  furniture: number;
  bylines: BylineReading[];
  carriers: CarrierReading[];
  /** Below this the evidence for a label is hopeless, wherever the unit stands. */
  hopeless: number;
};

/** How far evidence may lie behind the best of a unit and still be made good by what stands around it. */
const reach = 15;

const longestByline = 4;

/** What it is worth that other headlines of the file carry their author. */
function carrierHabit(features: readonly Features[]): number {
  let carriers = 0;
  let bylines = 0;
  for (const { headings, byline, furniture } of features) {
    if (headings[0]?.byline && headings[0].score >= 2.6) carriers++;
    if (!furniture && (byline?.score ?? 0) >= 3) bylines++;
  }
  return carriers > 0 && carriers >= bylines ? 1.6 : 0;
}

/** Narrower lines are not broken by the width of a page: what follows them begins anew. */
const brokenFrom = 12;

const isBlank = (text: string, at: number): boolean => text.charAt(at).trim() === '';

/** What stands behind the last blank of a line. */
function lastPart(text: string): string {
  let from = text.length;
  while (from > 0 && !isBlank(text, from - 1)) from--;
  return text.slice(from);
}

/** What stands before the first blank of a line. */
function firstPart(text: string): string {
  let to = 0;
  while (to < text.length && !isBlank(text, to)) to++;
  return text.slice(0, to);
}

/** No role begins with these: they are the end of the name of a body. */
const bodyGoesOn = simplifyPattern(
  /^(?:及|暨|學會|協會|公會|總會|聯會|商會|工會|聯盟|中心|委員會|基金|學院|學系|學部|研究所|研究院|研究室|事務所|管理局|發展局|促進會|協進會|互助會|理事會|董事會|關注組|工作組|專責小組|研究組|聯席會議|同盟|學社|辦公室)/u,
);

/** Whether the last of several roles is none before the next line completes it: 議員、資訊保安聯盟榮譽 / 顧問、前警司. */
function endsWithHalf(above: string, below: string): boolean {
  const roles = above.split('、');
  const last = roles.pop() ?? '';
  const [next = ''] = below.split('、');
  return (
    roles.length > 0 &&
    roleScore(last) < 1 &&
    roles.every((role) => roleScore(role) >= 1) &&
    roleScore(last + next) >= 1
  );
}

/** No name has more characters, but for foreign ones. */
const longestName = 4;

/** Whether a line is a name and nothing else, so that the lines below it are roles. */
function isName({ text }: Unit): boolean {
  return personScore(text.replace(/\s+/gu, '')) >= 1;
}

/**
 * Whether a line ends in the first half of a role whose second half begins the next: 某某學會 / 副會長.
 *
 * @param isBelowName whether a name stands over the two lines, so that neither is a headline
 */
function halvesRole(above: string, below: string, isBelowName: boolean): boolean {
  const second = firstPart(below);
  if (roleScore(second) < 1) return false;
  const first = lastPart(above);
  if (hanCount(first) >= 4 && bodyGoesOn.test(simplify(second))) return true;
  if (endsWithHalf(first, second)) return true;
  // A name that stands alone has its roles below it; what is no role at the end of a line with a name needs more.
  const isBody = isOrganisation(first);
  const isWhole = first === above.trim();
  if (isWhole && isBelowName && hanCount(first) > longestName && roleScore(first) === 0)
    return roleScore(first + second) >= 2;
  const isHalf = isWhole ? isBody : hanCount(first) > 1 && personScore(first) < 0.5;
  return isHalf && roleScore(first) < (isBody ? 1.5 : 1) && roleScore(first + second) >= 1;
}

/** Whether a line begins with the end of the name of a body, and the one above it holds its beginning: 推廣 / 委員會委員. */
function endsBody(above: Unit | undefined, unit: Unit, seen: Features | undefined): boolean {
  if (!above || !seen || unit.gap > 0 || seen.ending !== 'open' || seen.furniture) return false;
  return bodyGoesOn.test(simplify(unit.text.slice(0, 4))) && hanCount(lastPart(above.text)) >= 4;
}

/** Whether the line above goes on in a line: in a word, by how it ends, or in the name of a body. */
function goesOnFromAbove(units: readonly Unit[], features: readonly Features[], at: number): boolean {
  const unit = units[at] as Unit;
  const above = units[at - 1];
  if (features[at]?.cutAbove) return true;
  if (above && unit.gap === 0 && isUnfinished(above.text)) return true;
  return endsBody(above, unit, features[at - 1]);
}

/** How many characters a role has at least that names the body it is held in, and one that is whole without a body. */
const [roleOfBody, wholeRole] = [7, 4];

/** Whether a line ends with a role and the next begins with another one: 某某學會主席 / 某大學某系副教授. */
function rolesApart(above: string, below: string): boolean {
  const second = firstPart(below);
  if (hanCount(second) < wholeRole || roleScore(second) < 2) return false;
  const first = lastPart(above);
  return hanCount(first) >= roleOfBody && roleScore(first) >= 2 && !bodyGoesOn.test(simplify(second));
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

/** Whether roles in brackets go on in the next line. */
function isInBrackets(above: string, below: string): boolean {
  return /[（(][^（()）]*[、，,；;]$/u.test(above) && /^[^（(]*[）)]$/u.test(below);
}

/** Whether an author line goes on in the next line, for it fills its column or ends within a role. */
function isBroken(above: Unit, below: Unit, isBelowName: boolean): boolean {
  if (isInBrackets(above.text, below.text)) return true;
  if (halvesRole(above.text, below.text, isBelowName)) return true;
  if (rolesApart(above.text, below.text)) return false;
  if (!above.full && !cutsWord(above.text, below.text)) return false;
  // A line may fill its column and end with its last role: then what is below is no role, not even with its help.
  const first = lastPart(above.text);
  const second = firstPart(below.text);
  return roleScore(first) < 1 || roleScore(first + second) >= 1;
}

/** Author lines of one or several units that begin at a unit. */
function bylinesAt(
  units: readonly Unit[],
  features: readonly Features[],
  layout: Layout,
  at: number,
): BylineReading[] {
  const found: BylineReading[] = [];
  const group: Unit[] = [];
  let lines = 0;
  let best = 0;
  for (let span = 1; span <= longestByline; span++) {
    const unit = units[at + span - 1];
    const seen = features[at + span - 1];
    if (!unit || !seen || seen.width > 64 || (seen.furniture?.score ?? 0) >= 5) break;
    if (seen.ending === 'sentence' || (span > 1 && unit.gap > layout.usualGap)) break;
    // The name of a series, with its part, begins no author line.
    if (span === 2 && !found.length && hasPartMark(group[0]?.text ?? '')) break;
    group.push(unit);
    if (span > 1)
      lines += seen.role >= 2 ? 0.6 : seen.role >= 1 ? 0 : seen.byline || seen.role > 0 ? -0.5 : -2;
    else if (seen.role >= 1 && !seen.byline) lines += 0.4;
    if (span === 1 && goesOnFromAbove(units, features, at)) lines -= 3;
    const byline = span === 1 ? seen.byline : groupOf(group, layout);
    if (!byline) continue;
    const upper = group[span - 2];
    const isBelowName = span > 2 && isName(group[0] as Unit);
    const broken = upper !== undefined && isBroken(upper, unit, isBelowName);
    const score = byline.score - 0.5 + lines + (broken ? 3 : 0);
    if (span > 1 && score < best + 0.3) continue;
    best = Math.max(best, score);
    found.push({
      span,
      byline,
      score:
        Math.min(score, 6 + Math.max(0, lines) + (broken ? 1.5 : 0)) -
        (seen.repeatsByline ? 0.8 : 0) -
        (seen.furniture ? seen.furniture.score * 0.4 : 0),
      isOfPeople: byline.score >= 2.5 && byline.authors.every(({ kind }) => kind === undefined),
      isOfHouse: isHouseAuthor(byline.authors[0]?.name ?? ''),
    });
  }
  return found;
}

/** A line of column, headline and author that is broken over two units. */
function brokenCarrier(
  units: readonly Unit[],
  features: readonly Features[],
  layout: Layout,
  at: number,
): CarrierReading | undefined {
  const first = units[at];
  const second = units[at + 1];
  const below = features[at + 1];
  if (!first || !second || !below || second.gap > layout.usualGap) return undefined;
  if (!below.headings.some(({ score, byline }) => score >= 4.5 && byline)) return undefined;
  const heading = headingsOf(first.text + second.text).find(
    ({ score, byline, parts }) =>
      score >= 4.5 && byline && parts.some(({ label }) => label === 'series' || label === 'furniture'),
  );
  return heading && { span: 2, heading, score: heading.score + 4.4 };
}

/** Ways to read a line as one that carries its author are no more. */
const mostCarriers = 3;

/** Lines of roles below a line that carries its author are no more. */
const mostRoleLines = 2;

/** A line that carries its author, with the lines below it that hold nothing but the author's roles. */
function withRoles(
  units: readonly Unit[],
  features: readonly Features[],
  at: number,
  { heading, score }: CarrierReading,
): CarrierReading[] {
  const by = heading.parts.at(-1);
  const unit = units[at];
  if (!heading.byline || by?.label !== 'byline' || !unit || heading.byline.authors.length > 1) return [];
  const found: CarrierReading[] = [];
  let said = unit.text.slice(by.from, by.to);
  let length = unit.text.length;
  const parts = [...heading.parts];
  for (let span = 2; span <= mostRoleLines + 1; span++) {
    const line = units[at + span - 1];
    const seen = features[at + span - 1];
    if (!line || !seen || line.gap > 0 || seen.role < 2 || (seen.byline && seen.byline.score > 1)) break;
    said = `${said}　${line.text}`;
    const byline = parseByline(said);
    if (byline?.authors.length !== 1 || byline.authors[0]?.name !== heading.byline.authors[0]?.name) break;
    parts.push({ label: 'byline', from: length, to: length + line.text.length });
    length += line.text.length;
    const carried = { ...byline, score: Math.max(byline.score, heading.byline.score) };
    const made = { ...heading, parts: [...parts], byline: carried };
    found.push({ span, heading: made, score: score + 2.5 * (span - 1) });
  }
  return found;
}

/** Lines that carry their author or column and begin at a unit. */
function carriersAt(
  units: readonly Unit[],
  features: readonly Features[],
  layout: Layout,
  at: number,
  habit: number,
): CarrierReading[] {
  const { headings, furniture } = features[at] as Features;
  const found: CarrierReading[] = [];
  for (const heading of headings.slice(0, mostCarriers)) {
    const usual = heading.byline && heading.score < 3 ? habit : 0;
    const score = heading.score + 0.8 + usual - (furniture ? furniture.score * 0.7 : 0);
    found.push({ span: 1, heading, score });
  }
  for (const carrier of [...found]) found.push(...withRoles(units, features, at, carrier));
  const broken = brokenCarrier(units, features, layout, at);
  if (broken) found.push(broken);
  return found;
}

/** Readings of all units of a file, in order. */
export function readingsOf(
  units: readonly Unit[],
  features: readonly Features[],
  layout: Layout,
): Readings[] {
  const habit = carrierHabit(features);
  return units.map((unit, at): Readings => {
    const seen = features[at] as Features;
    const headline = evidence.headline(seen, unit, layout);
    const standfirst = evidence.standfirst(seen);
    const paragraph = evidence.paragraph(seen, unit, layout);
    const continuation = evidence.continuation(seen, unit, layout);
    const subhead = evidence.subhead(seen, unit, layout);
    const furniture = evidence.furniture(seen);
    const best = Math.max(headline, standfirst, paragraph, continuation, subhead, furniture);
    return {
      headline,
      standfirst,
      paragraph,
      continuation,
      subhead,
      furniture,
      hopeless: best - reach,
      bylines: bylinesAt(units, features, layout, at),
      carriers: carriersAt(units, features, layout, at, habit),
    };
  });
}
