/**
 * The grammar of op-ed pages: what may follow what. An article is a header (headlines, series, byline, standfirst, in any
 * order), a body (paragraphs and subheads), and perhaps a signature; furniture may stand anywhere.
 */
import { beginning, entrance, isParted } from './beginning.ts';
import type { Features } from './looks.ts';
import type { Readings } from './readings.ts';
import type { Sight } from './sight.ts';
import { changed, following, type Label, type State, start } from './state.ts';
import type { Step } from './step.ts';

/** What a standfirst costs that stands where few do. */
function standfirstPlace(head: State, state: State, leadsBelow: boolean): number {
  if (head.headlines > 0) return head.byline ? -1.6 : 0;
  if (head.byline) return leadsBelow ? -0.6 : -2.2;
  return state.phase === 'start' ? -0.2 : -2.4;
}

/** Whether a unit looks like a headline, and not like text. */
function leads(reading: Readings | undefined): boolean {
  return reading !== undefined && reading.headline > 1 && reading.headline > reading.paragraph + 1;
}

/** What each step makes of the state before it. */
const oneMore = ({ headlines }: State): number => Math.min(3, headlines + 1);
const after = {
  headline: following((head) => changed(head, { last: 'headline', headlines: oneMore(head) })),
  titledCarrier: following((head) => changed(head, { last: 'byline', headlines: oneMore(head) })),
  carrier: following((head) => changed(head, { last: 'byline' })),
  byline: following((head) => changed(head, { last: 'byline', byline: true })),
  standfirst: following((head) => changed(head, { last: 'standfirst', standfirst: true })),
  paragraph: following((state) =>
    changed(state, { phase: 'body', last: 'paragraph', paragraphs: Math.min(2, state.paragraphs + 1) }),
  ),
  subhead: following((state) => changed(state, { phase: 'body', last: 'subhead' })),
  signature: following((state) => changed(state, { phase: 'signed', last: 'byline', byline: true })),
  author: following((state) => changed(state, { byline: true })),
};

/** A header without anything in it. */
const empty = changed(start, { phase: 'header' });
/** A body without a header. */
const bare = changed(start, { phase: 'body', last: 'paragraph', paragraphs: 1 });

/** A step over one unit, with what it is worth in each style. */
function step(label: Label, to: State, begins: boolean, before: number, after = before): Step {
  return { label, to, before, after, begins, span: 1, byline: undefined, heading: undefined };
}

function addHeaderSteps(steps: Step[], sight: Sight, state: State, at: number, last: number): void {
  const { features, readings } = sight;
  const reading = readings[at] as Readings;
  const begins = state.phase !== 'header' || reading.begins === true;
  const head = begins ? empty : state;
  const tornStandfirst = !begins && state.last === 'standfirst' && features[last]?.torn ? -4 : 0;
  const base = (begins ? beginning(sight, state, at, last) : 0) + tornStandfirst;
  // What says of itself that it introduces the piece may stand anywhere over it.
  const late = head.headlines > 0 && head.last === 'standfirst' && !features[last]?.introduces ? -1.5 : 0;
  const more = late + (head.headlines === 0 ? 0 : head.headlines === 1 ? -0.7 : -1.4);
  if (reading.headline > reading.hopeless)
    steps.push(step('headline', after.headline(head), begins, base + more + reading.headline));
  for (const { span, heading, score } of reading.carriers) {
    if (heading.byline && head.byline) continue;
    if (span > 1 && head.headlines > 0) continue;
    const titled = heading.parts.some(({ label }) => label === 'title');
    const to = (titled ? after.titledCarrier : after.carrier)(head);
    const { byline } = heading;
    const found = step('carrier', byline ? after.author(to) : to, begins, base + more * 0.5 + score);
    found.span = span;
    found.heading = heading;
    found.byline = byline;
    steps.push(found);
  }
  for (const { span, byline, score, isOfPeople, isOfHouse } of reading.bylines) {
    // Co-authors may have a line each.
    if (head.byline && !isOfPeople) continue;
    // Author lines before headlines and after texts look alike but at the ends of a file: neither is the likelier.
    const leading = begins && state.phase !== 'start' && leads(readings[at + span]) ? 0.7 : 0;
    const again = head.byline ? (head.last === 'byline' ? -1.6 : -4) : 0;
    const below = base + score + (isOfHouse ? 0 : -2.2) + again;
    const found = step('byline', after.byline(head), begins, base + score + leading + again, below);
    found.span = span;
    found.byline = byline;
    steps.push(found);
  }
  if (!head.standfirst && reading.standfirst > reading.hopeless) {
    const score = base + standfirstPlace(head, state, leads(readings[at + 1])) - 0.8 + reading.standfirst;
    steps.push(step('standfirst', after.standfirst(head), begins, score));
  }
  if (!begins && state.last === 'standfirst')
    steps.push(step('continuation', state, false, joining(sight, at, last) + reading.continuation));
}

/** An address on the web or of mail, not in a table. */
const address = /^[^|｜]*(?:https?:\/\/|www\.|[\w.+-]@[\w-]+\.\w)[^|｜]*$/iu;

/** What joining a unit to the one before it costs. */
function joining({ features, units, layout }: Sight, at: number, last: number): number {
  const before = features[last];
  if (!before) return -9;
  const inside = features[at]?.startsInside ? 4 : 0;
  if (before.torn) return 1 + inside;
  if (before.semicolon) {
    // Entries of a list end so; any other sentence goes on.
    const isEntry = (seen: Features | undefined): boolean =>
      seen !== undefined && (seen.listed || seen.counted || seen.marked);
    return (
      (isEntry(before) || isEntry(features[at]) || features[at]?.semicolon || features[last - 1]?.semicolon
        ? -3
        : 0.5) + inside
    );
  }
  if (before.ending === 'sentence' || before.authorNote || before.salutes) return -6 + inside;
  // An address is written on a line of its own; where paragraphs are indented, it is the paragraph that goes on.
  const isAddress = (place: number): boolean =>
    (features[place]?.literal ?? false) && address.test(units[place]?.text ?? '');
  const mayGoOn = layout.indents && !units[at]?.indented && (units[at]?.gap ?? 0) <= layout.usualGap;
  if (mayGoOn && before.ending !== 'closing' && (isAddress(last) || isAddress(at))) return -0.5;
  // Rows and verses begin anew, and so does an entry of a list.
  if (before.literal && features[at]?.literal && !address.test(units[at]?.text ?? '')) return -6 + inside;
  if (features[at]?.marked || ((features[at]?.listed || features[at]?.literal) && before.ending === 'colon'))
    return -6 + inside;
  // What is said stands on a line of its own, below who says it.
  if (before.ending === 'colon' && features[at]?.spoken) return -4 + inside;
  return (before.literal ? -4 : -2.4) + inside;
}

/** Adds an article without any header of its own: after a signature, or where the subject plainly changes. */
function addBareBeginning(steps: Step[], sight: Sight, state: State, at: number, last: number): void {
  const features = sight.features[at] as Features;
  const ended = state.phase === 'signed' || (state.phase === 'body' && state.last === 'paragraph');
  const mayBegin = ended && (features.width >= 24 || features.salutes) && !features.startsInside;
  if (!mayBegin && !sight.readings[at]?.begins) return;
  const salutes = features.salutes || features.openedBySalute;
  const score =
    beginning(sight, state, at, last) +
    (state.phase === 'signed' || isParted(sight, at, last) || (features.salutes && at > last + 1)
      ? 0
      : -4.2) +
    (salutes ? 1 : state.phase === 'signed' ? -0.8 : 0) +
    (sight.readings[at] as Readings).paragraph;
  steps.push(step('paragraph', bare, true, score));
}

/** Adds steps from the place behind a signature, other than those that begin an article. */
function addSignedSteps(
  steps: Step[],
  { features, readings, units, layout, letters }: Sight,
  state: State,
  at: number,
  last: number,
): void {
  const reading = readings[at] as Readings;
  // 作者為… may stand below the name that signs.
  if (features[at]?.authorNote) steps.push(step('paragraph', state, false, reading.paragraph));
  // Co-authors may sign on a line each, and more stands between them and what follows than between them.
  const gap = units[at]?.gap ?? 0;
  if (at !== last + 1 || gap > layout.usualGap) return;
  for (const { span, byline, score, isOfPeople } of reading.bylines) {
    const isLast = (units[at + span]?.gap ?? Number.POSITIVE_INFINITY) > gap;
    if (!isOfPeople || (gap > 0 && !isLast)) continue;
    const found = step('signature', state, false, score - (letters ? 0.4 : 4), score - 0.8);
    found.span = span;
    found.byline = byline;
    steps.push(found);
  }
}

function addSignatures(steps: Step[], sight: Sight, state: State, at: number, torn: boolean): void {
  for (const { span, byline, score, isOfHouse } of (sight.readings[at] as Readings).bylines) {
    // 社評 stands over a leader, never below an article.
    const isHouse = isOfHouse && byline.authors.length === 1;
    const worth = (placed: number): number =>
      score -
      0.8 +
      placed +
      (state.byline ? -3.5 : 0) +
      (sight.units[at]?.deep ? 1.5 : 0) +
      (torn ? -4.5 : 0) +
      (isHouse && !byline.marked ? -5 : 0);
    const found = step(
      'signature',
      after.signature(state),
      false,
      worth(sight.letters ? 0.4 : -3.2),
      worth(0),
    );
    found.span = span;
    found.byline = byline;
    steps.push(found);
  }
}

function addBodySteps(steps: Step[], sight: Sight, state: State, at: number, last: number): void {
  const features = sight.features[at] as Features;
  const reading = sight.readings[at] as Readings;
  const above = sight.features[last];
  const entering = state.phase !== 'body';
  const begins = state.phase === 'start';
  const torn = !entering && state.last === 'paragraph' && (above?.torn ?? false);
  const tearing = torn ? -3.6 : 0;
  // A letter has its author below.
  const letter = entering && state.byline && state.headlines === 0 && features.openedBySalute ? -4 : 0;
  // What says of itself that it introduces the piece may stand right before the text.
  const introduced = entering && state.last === 'standfirst' && above?.introduces ? 6 : 0;
  // Where paragraphs are indented, the first of an article is; a text that is not introduces it.
  const isFlush = sight.layout.indents && features.width >= 24 && !sight.units[at]?.indented;
  const flush = entering && isFlush && !state.standfirst ? -6 : 0;
  const into = tearing + letter + introduced + flush;
  const { untitled } = sight.lacks;
  const before = entrance(state, 'before', untitled) + into;
  const below = entrance(state, 'after', untitled) + into;
  if (reading.paragraph > reading.hopeless) {
    const inside = features.startsInside ? 3 : 0;
    const again =
      (features.notedAuthor && state.byline ? 2.5 : 0) +
      // Nothing of a text follows the note on its author, least of all a short line without a full stop.
      (above?.authorNote &&
      !entering &&
      features.width < 40 &&
      !features.literal &&
      !/。|[）)」]$/u.test(sight.units[at]?.text ?? '')
        ? 2.5
        : 0);
    // What introduces a piece stands over it, whatever is above.
    const late = !entering && features.introduces ? 4 : 0;
    const worth = (entered: number): number => entered + reading.paragraph - inside - again - late;
    const to = features.notedAuthor ? after.author(after.paragraph(state)) : after.paragraph(state);
    steps.push(step('paragraph', to, begins, worth(before), worth(below)));
  }
  if (reading.subhead > reading.hopeless) {
    const early = entering ? (state.last === 'headline' ? -4.5 : -2.4) : 0;
    const again = state.last === 'subhead' ? -6 : 0;
    // What stands below a gap that parts articles heads an article.
    const apart = !entering && isParted(sight, at, last) ? -2 : 0;
    const worth = (entered: number): number => entered + reading.subhead + early + again + apart;
    steps.push(step('subhead', after.subhead(state), begins, worth(before), worth(below)));
  }
  if (entering || state.last !== 'paragraph') return;
  const goingOn = joining(sight, at, last) + reading.continuation;
  steps.push(step('continuation', features.notedAuthor ? after.author(state) : state, false, goingOn));
  addSignatures(steps, sight, state, at, torn);
}

/**
 * All that a unit may be in a state.
 *
 * @param last index of the last unit that was not furniture
 */
export function stepsAt(sight: Sight, state: State, at: number, last: number): Step[] {
  const reading = sight.readings[at] as Readings;
  const steps: Step[] = [];
  addHeaderSteps(steps, sight, state, at, last);
  addBareBeginning(steps, sight, state, at, last);
  if (state.phase === 'signed') addSignedSteps(steps, sight, state, at, last);
  else addBodySteps(steps, sight, state, at, last);
  // Where all else is hopeless a line is furniture, so that there always is a reading.
  if (reading.furniture > reading.hopeless || steps.length === 0)
    steps.push(step('furniture', state, false, reading.furniture));
  sight.weighing.weigh(sight, { state, at, last }, steps);
  return steps;
}
