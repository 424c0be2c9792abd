/** Lines that carry more than a headline, over one or several units, and how much each looks like one. */
import { parseByline } from './byline.ts';
import { headingsOf } from './heading.ts';
import type { Heading } from './heading-parts.ts';
import type { Layout, Unit } from './layout.ts';
import type { Features } from './looks.ts';

export type CarrierReading = { span: number; heading: Heading; score: number };

/** What it is worth that other headlines of the file carry their author. */
export function carrierHabit(features: readonly Features[]): number {
  let carriers = 0;
  let bylines = 0;
  for (const { headings, byline, furniture } of features) {
    if (headings[0]?.byline && headings[0].score >= 2.6) carriers++;
    if (!furniture && (byline?.score ?? 0) >= 3) bylines++;
  }
  return carriers > 0 && carriers >= bylines ? 1.6 : 0;
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
  const whole = below.headings.find(({ score, byline }) => score >= 4.5 && byline);
  // What has its column already begins with it: above it stands another, or a section.
  if (!whole || whole.parts.some(({ label }) => label === 'series')) return undefined;
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
  layout: Layout,
  at: number,
  { heading, score }: CarrierReading,
): CarrierReading[] {
  const by = heading.parts.find(({ label }) => label === 'byline');
  const unit = units[at];
  if (!heading.byline || !by || !unit || heading.byline.authors.length > 1) return [];
  const found: CarrierReading[] = [];
  let said = unit.text.slice(by.from, by.to);
  let length = unit.text.length;
  const parts = [...heading.parts];
  for (let span = 2; span <= mostRoleLines + 1; span++) {
    const line = units[at + span - 1];
    const seen = features[at + span - 1];
    if (
      !line ||
      !seen ||
      line.gap > layout.usualGap ||
      seen.role < (heading.byline.authors[0]?.roles.length === 0 ? 1 : 2) ||
      (seen.byline && seen.byline.score > 1)
    )
      break;
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
export function carriersAt(
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
  for (const carrier of [...found]) found.push(...withRoles(units, features, layout, at, carrier));
  const broken = brokenCarrier(units, features, layout, at);
  if (broken) found.push(broken);
  return found;
}
