/** The best reading of a whole file. */
import { Between } from './between.ts';
import { type Byline, parseByline } from './byline.ts';
import { cuesIn } from './cues.ts';
import { stepsAt } from './grammar.ts';
import { Growing } from './growing.ts';
import { bestEnd, bestPath, type Edge, type Lattice, type Path } from './lattice.ts';
import type { Layout, Unit } from './layout.ts';
import { isLettersSection, widestSection } from './letters.ts';
import type { Features } from './looks.ts';
import { type Readings, readingsOf } from './readings.ts';
import type { Sight } from './sight.ts';
import { ending, type Label, labels, type State, stateNumbers } from './state.ts';
import { type Step, type Style, styles } from './step.ts';
import { widthOf } from './text.ts';
import { learntWeighing, type Weighing } from './weights.ts';

export type { Label };

/** What a person said of a unit before the parse. */
export type Constraint = {
  labels?: readonly Label[];
  begins?: boolean;
  joins?: boolean;
  /** Of what it goes on, where it does: a standfirst is of the header, a paragraph of the body. */
  of?: 'header' | 'body';
  /** The line does not go on in the unit above it, however full that is. */
  apart?: boolean;
  /** What a heading names, or that a line has no place: the parse itself does not tell these apart. */
  as?: 'title' | 'series' | 'unplaced';
  /** What going against it costs, if not more than all evidence of a file. */
  cost?: number;
};

/** A file as the parse sees it. */
export type Page = {
  units: readonly Unit[];
  features: readonly Features[];
  layout: Layout;
  /** By index of unit: what corrections say. */
  constraints: ReadonlyMap<number, Constraint>;
};

/** A step without the state it leads to. */
type Reading = Pick<Step, 'label' | 'begins' | 'span' | 'byline' | 'heading'>;

export type ParseEdge = Edge<Reading>;
export type Parse = Path<Label, Reading> & { style: Style };

/** Readings of one unit that say no more than their label: of hundreds of thousands hardly any says more. */
const plain = (begins: boolean): Record<Label, Reading> =>
  Object.fromEntries(labels.map((label) => [label, { label, begins, span: 1 }])) as Record<Label, Reading>;
const plainInside = plain(false);
const plainBeginning = plain(true);

function readingOf({ label, begins, span, byline, heading }: Step): Reading {
  if (span > 1 || byline || heading) return { label, begins, span, byline, heading };
  return begins ? plainBeginning[label] : plainInside[label];
}

/** How far behind the best a reading may lie and still be followed; doubts reach to 4. */
const beam = 6;
/** Readings that are followed at a time: pages need some twenty, a line repeated without end would need any number. */
const widest = 60;
/** … in a file of tens of thousands of units, none of which is a page. */
const widestInLongFiles = 20;
const longFile = 20_000;
/** What going against a person costs: more than all evidence of a file. */
const overruled = 10_000;

/** What a step costs for a correction: one against it is all but ruled out, so that one that cannot be met leaves a reading. */
function overruling({ label, begins, to }: Step, constraint: Constraint): number {
  const isContinuation = label === 'continuation';
  const isElsewhere = constraint.of !== undefined && (to.phase === 'header') !== (constraint.of === 'header');
  const wrong =
    (constraint.labels !== undefined && !constraint.labels.includes(label)) ||
    (constraint.begins !== undefined && constraint.begins !== begins) ||
    (constraint.joins !== undefined && constraint.joins !== isContinuation) ||
    (isContinuation && isElsewhere);
  return wrong ? (constraint.cost ?? overruled) : 0;
}

/** Nodes that are put in order one by one; never more than are followed. */
const fewNodes = 20;

/** Nodes of a layer that are worth following, the best first. */
function followed(growing: Growing<Reading>, at: number, most: number): readonly number[] {
  const { scores } = growing;
  const first = growing.leave(at);
  let top = Number.NEGATIVE_INFINITY;
  for (let node = first; node >= 0; node = growing.after(node)) top = Math.max(top, scores[node] as number);
  const least = top - beam;
  const near: number[] = [];
  for (let node = first; node >= 0; node = growing.after(node))
    if ((scores[node] as number) >= least) near.push(node);
  if (near.length > fewNodes)
    return near.sort((a, b) => (scores[b] as number) - (scores[a] as number)).slice(0, most);
  // Few are put in order sooner than a sort is called.
  for (let at = 1; at < near.length; at++) {
    const node = near[at] as number;
    const score = scores[node] as number;
    let place = at;
    for (; place > 0 && (scores[near[place - 1] as number] as number) < score; place--)
      near[place] = near[place - 1] as number;
    near[place] = node;
  }
  return near;
}

/** In which the lattices of both styles grow, those of one file at a time. */
const lattices: Record<Style, Growing<Reading>> = { before: new Growing(), after: new Growing() };

/** The steps from the places of one layer, which are the same in both styles but for what they are worth. */
class Steps {
  /** Places that are known, as numbers, and the steps from each: so many, behind which those of the unit before may stand. */
  private count = 0;
  private readonly places: number[] = [];
  private readonly known: (readonly Step[])[] = [];
  private readonly sight: Sight;
  private readonly constraints: ReadonlyMap<number, Constraint>;

  constructor(sight: Sight, constraints: ReadonlyMap<number, Constraint>) {
    this.sight = sight;
    this.constraints = constraints;
  }

  /** Steps over the unit `at`, which is one and the same until the next is begun. */
  from(state: State, at: number, last: number): readonly Step[] {
    const place = (last + 1) * stateNumbers + state.number;
    // There are few.
    for (let at = 0; at < this.count; at++)
      if (this.places[at] === place) return this.known[at] as readonly Step[];
    const steps = stepsAt(this.sight, state, at, last);
    if (this.constraints.size > 0)
      for (const step of steps) {
        const cost = this.overruling(step, at);
        step.before -= cost;
        step.after -= cost;
      }
    this.places[this.count] = place;
    this.known[this.count++] = steps;
    return steps;
  }

  /** What a step costs for what is said of any of its units. */
  private overruling(step: Step, at: number): number {
    let cost = 0;
    for (let unit = at; unit < at + step.span; unit++) {
      const constraint = this.constraints.get(unit);
      if (constraint) cost += overruling(unit === at ? step : { ...step, begins: false }, constraint);
    }
    return cost;
  }

  next(): void {
    this.count = 0;
  }
}

/** The lattices of both styles, in the order of `styles`. */
function latticesOf(sight: Sight, constraints: ReadonlyMap<number, Constraint>): Lattice<Reading>[] {
  const count = sight.units.length;
  const most = count > longFile ? widestInLongFiles : widest;
  const steps = new Steps(sight, constraints);
  for (const style of styles) lattices[style].restart(count);
  for (let at = 0; at < count; at++) {
    for (const style of styles) grow(lattices[style], style, steps, at, most);
    steps.next();
  }
  return styles.map((style) => {
    const growing = lattices[style];
    const finals: Lattice<Reading>['finals'] = [];
    for (let node = growing.leave(count); node >= 0; node = growing.after(node))
      finals.push({ node, score: ending(growing.states[node] as State, sight.lacks) });
    return growing.finished(finals);
  });
}

/** Grows a lattice over one unit. */
function grow(growing: Growing<Reading>, style: Style, all: Steps, at: number, most: number): void {
  const isBefore = style === 'before';
  for (const node of followed(growing, at, most)) {
    const before = growing.lasts[node] as number;
    const steps = all.from(growing.states[node] as State, at, before);
    let best = Number.NEGATIVE_INFINITY;
    for (const step of steps) best = Math.max(best, isBefore ? step.before : step.after);
    const least = best - beam;
    for (const step of steps) {
      const score = isBefore ? step.before : step.after;
      const { span, label, to } = step;
      if (score < least || at + span > growing.units) continue;
      const last = label === 'furniture' ? before : at + span - 1;
      growing.add(node, readingOf(step), score, at, span, to, last);
    }
  }
}

/**
 * Parses a file.
 *
 * @param weighing what cues are worth; the weights that ship with the program where nothing is said
 * @returns the best reading of the whole file with the margin of each unit; the style of author lines is the one of
 *   the two that reads the file better
 */
export function parsePage(page: Page, weighing: Weighing = learntWeighing()): Parse {
  return parseSight(sightOf(page, weighing), page.constraints);
}

/** An author line is no wider, and holds no sentence. */
const widestName = 30;

/** What stands before a name and is none of it. */
const dressOfName = /^[（(【[◎■●]?\s*(?:(?:文|作者|撰文)\s*[：:／/｜|]\s*)?/u;

/** Names that are like no other, as the person says who calls the line that of an author. */
function penNames(text: string): Byline | undefined {
  const bare = text.replace(dressOfName, '').replace(/[）)】\]]$/u, '');
  const names = bare.split('、').map((name) => name.trim());
  const areNames = names.every((name) => name !== '' && !/[。！？；：，]/u.test(name));
  if (widthOf(text) > widestName || !areNames) return undefined;
  const authors = names.map((name) => ({ name, roles: [], kind: 'pen-name' as const }));
  return { authors, score: 0, marked: true };
}

/** Says of a unit what a person says: that may be what no evidence would, and an author line that no other is like. */
function overrule(reading: Readings, { labels, begins }: Constraint, text: string): void {
  reading.hopeless = Number.NEGATIVE_INFINITY;
  if (begins) reading.begins = true;
  if (!labels?.includes('byline') || reading.bylines.some(({ span }) => span === 1)) return;
  const byline = parseByline(`文：${text}`) ?? penNames(text);
  if (byline) reading.bylines.push({ span: 1, byline, score: 0, isOfPeople: true, isOfHouse: false });
}

/** All that the grammar looks at. */
export function sightOf({ units, features, layout, constraints }: Page, weighing: Weighing): Sight {
  const readings = readingsOf(units, features, layout);
  for (const [at, constraint] of constraints) {
    const reading = readings[at];
    if (reading) overrule(reading, constraint, (units[at] as Unit).text);
  }
  const cues = cuesIn(units, features, layout);
  const lacks = { untitled: usual, unsigned: unsignedIn(features) };
  const letters =
    features.some(({ salutes, openedBySalute }) => salutes || openedBySalute) ||
    units.some(({ text, width }) => width <= widestSection && isLettersSection(text));
  const between = new Between(units, features);
  const sight = { units, features, layout, between, readings, cues, weighing, lacks, letters };
  return { ...sight, worths: weighing.forPage(sight) };
}

/** Parses what is already looked at. */
export function parseSight(sight: Sight, constraints: ReadonlyMap<number, Constraint>): Parse {
  const parse = bestStyle(sight, constraints);
  if (!hasSpareHeadlines(parse)) return parse;
  const lacks = { ...sight.lacks, untitled: whereHeadlinesAreTorn };
  return bestStyle({ ...sight, lacks }, constraints);
}

/** What it costs an article to have no headline in place, usually and in a file with headlines to spare. */
const usual = 1.4;
const whereHeadlinesAreTorn = 0.9;

/** What it costs an article to have no author, usually and in a file where several have one. */
const unsigned = 2.6;
const unsignedAmongSigned = 3.4;
const several = 3;

function unsignedIn(features: readonly Features[]): number {
  const signed = features.filter(
    ({ byline, furniture, repeatsByline }) => !furniture && !repeatsByline && (byline?.score ?? 0) >= 3,
  );
  return signed.length >= several ? unsignedAmongSigned : unsigned;
}

/** Whether headlines stand together at the top of the file, or after its last article. */
function hasSpareHeadlines({ edges }: Parse): boolean {
  const content = edges.filter(({ label }) => label !== 'furniture');
  const others = content.findIndex(({ label }) => label !== 'headline');
  return others >= 3 || content.at(-1)?.label === 'headline';
}

function bestStyle(sight: Sight, constraints: ReadonlyMap<number, Constraint>): Parse {
  const [best] = latticesOf(sight, constraints)
    .map((lattice, at) => {
      const end = bestEnd(lattice);
      if (!end) throw new Error('every line can be furniture, so a path always exists');
      return { lattice, style: styles[at] as Style, end };
    })
    .sort((a, b) => b.end.score - a.end.score);
  if (!best) throw new Error('two styles were tried');
  return { ...bestPath<Label, Reading>(best.lattice, best.end, sight.units.length), style: best.style };
}
