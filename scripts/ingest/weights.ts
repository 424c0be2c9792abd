/**
 * What cues are worth, learnt from pages whose reading is known (`npm run fit`). It is added to the evidence by judgement:
 * without any weight the pages are read by judgement alone.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Byline } from './byline.ts';
import { type Cued, type Cues, cueOfEnd, cueOfState, cuesOfBeginning, cuesOfByline } from './cues.ts';
import { type Shape, shapes } from './shapes.ts';
import { type Label, labelNumbers, labels, lasts, type State, stateNumbers } from './state.ts';
import type { Step, Style } from './step.ts';
import { cueName, cueNumber } from './vocabulary.ts';

/** By the name of a cue in its place, as `namesOf` gives it; in the log-odds of the evidence. */
export type Weights = Readonly<Record<string, number>>;

/** A page with its cues, and what they come to. */
type Weighed = Cued & { worths: PageWorths };

/** Where a step of the grammar begins. */
export type Place = {
  state: State;
  at: number;
  /** Index of the last unit that was not furniture. */
  last: number;
};

/** A step of the grammar as weights see it: from where, over what, to what. */
export type Move = Place & { style: Style; step: Pick<Step, 'label' | 'begins' | 'span' | 'byline'> };

const isOfAuthor = (label: Label): boolean =>
  label === 'byline' || label === 'signature' || label === 'carrier';

const nameOfState = (state: State, label: Label): string => `${cueOfState(state)} > ${label}`;
const nameOfStyle = (style: Style, label: Label, begins: boolean): string =>
  `${style}: ${begins ? 'new ' : ''}${label}`;
const nameAround = (place: 'is' | 'then', last: State['last'], label: Label, shape: Shape): string =>
  `${last} > ${label} ${place} ${shape}`;
const nameOfBeginning = (label: Label): string => `new | ${label}`;
const nameOfEnd = (state: State): string => `end | ${cueOfEnd(state)}`;

/** Whether a step ends an article and begins another. */
const isBetween = (state: State, step: Move['step']): boolean => step.begins && state.phase !== 'start';

/** The names of all cues of a step: those whose weights add up to what `Weighing.weigh` adds. */
export function namesOf(page: Cued, move: Move): string[] {
  const { style, state, at, last, step } = move;
  const { label, begins, span, byline } = step;
  const { numbers, starts, shapes: seen } = page.cues;
  const own = [...numbers.slice(starts[at], starts[at + 1]), ...(span > 1 ? [spansCue] : []), anyCue];
  if (byline && isOfAuthor(label)) own.push(...cuesOfByline(byline));
  const names = own.map((cue) => `${label} | ${cueName(cue)}`);
  names.push(
    nameOfState(state, label),
    nameOfStyle(style, label, begins),
    nameAround('is', state.last, label, shapes[seen[at] as number] as Shape),
    nameAround('then', state.last, label, shapes[seen[at + span] as number] as Shape),
  );
  if (isBetween(state, step)) {
    for (const cue of cuesOfBeginning(page, at, last)) names.push(`new | ${cueName(cue)}`);
    names.push(nameOfBeginning(label), nameOfEnd(state));
  }
  return names;
}

/** Numbers that are worked out when they are first asked for; not a number until then. */
function unknown(size: number): Float64Array {
  return new Float64Array(size).fill(Number.NaN);
}

/** What every unit has, and one of several lines. */
const anyCue = cueNumber('any');
const spansCue = cueNumber('spans');
const spansRow = spansCue * labels.length;
/** Weights of shapes around a unit, for one label or after one thing. */
const aroundRow = lasts.length * shapes.length;
/** Where those of the shape behind it begin. */
const thenRows = labels.length * aroundRow;

/** Weights, arranged so that a step costs a few looks into tables. */
export class Weighing {
  private readonly weights: ReadonlyMap<string, number>;
  /** For each cue of a unit, by its number, a row of what it is worth for each label; those met later are worth nothing. */
  private readonly byCue: Float64Array;
  /** What cues are worth, by number, in each place that has no labels: where an article may begin, in a choice of headings. */
  private readonly byPlace = new Map<string, number[]>();
  /** What it is worth that an article begins with each label. */
  private readonly beginsAs: readonly number[];
  private readonly states = unknown(stateNumbers * labels.length);
  private readonly ends = unknown(stateNumbers);
  /** Of each label: before and after, inside an article and at its beginning. */
  private readonly styles: Float64Array;
  /** What a shape is worth under a label that follows something, and behind it. */
  private readonly around: Float64Array;

  constructor(weights: Weights) {
    this.weights = new Map(Object.entries(weights));
    const placed = Object.entries(weights).flatMap(([name, weight]) => {
      const [place, cue] = name.split(' | ');
      return place === undefined || cue === undefined ? [] : [{ place, cue: cueNumber(cue), weight }];
    });
    this.byCue = new Float64Array((1 + Math.max(-1, ...placed.map(({ cue }) => cue))) * labels.length);
    for (const { place, cue, weight } of placed) {
      const label = labelNumbers[place as Label] as number | undefined;
      if (label !== undefined) this.byCue[cue * labels.length + label] = weight;
      else {
        const ofPlace = this.byPlace.get(place) ?? [];
        ofPlace[cue] = weight;
        this.byPlace.set(place, ofPlace);
      }
    }
    this.beginsAs = labels.map((label) => this.get(nameOfBeginning(label)));
    this.styles = Float64Array.from(
      labels.flatMap((label) =>
        (['before', 'after'] as const).flatMap((style) =>
          [false, true].map((begins) => this.get(nameOfStyle(style, label, begins))),
        ),
      ),
    );
    this.around = Float64Array.from(
      (['is', 'then'] as const).flatMap((place) =>
        labels.flatMap((label) =>
          lasts.flatMap((last) => shapes.map((shape) => this.get(nameAround(place, last, label, shape)))),
        ),
      ),
    );
  }

  private get(name: string): number {
    return this.weights.get(name) ?? 0;
  }

  /** What the weights of some cues come to. */
  sum(names: readonly string[]): number {
    let sum = 0;
    for (const name of names) sum += this.get(name);
    return sum;
  }

  /** What the weights of some cues come to in a place: those of the names `place | cue`. */
  sumIn(place: string, cues: readonly number[]): number {
    const weights = this.byPlace.get(place);
    let sum = 0;
    if (weights) for (const cue of cues) sum += weights[cue] ?? 0;
    return sum;
  }

  /** Adds what a cue is worth for each label to a row, from a place on. */
  private add(rows: Float64Array, from: number, cue: number): void {
    const row = cue * labels.length;
    if (row >= this.byCue.length) return;
    for (let label = 0; label < labels.length; label++)
      rows[from + label] = (rows[from + label] as number) + (this.byCue[row + label] as number);
  }

  /** What the cues of each unit are worth for each label. */
  forPage({ cues: { numbers, starts } }: { cues: Cues }): PageWorths {
    const count = starts.length - 1;
    const units = new Float64Array(count * labels.length);
    for (let at = 0; at < count; at++) {
      const row = at * labels.length;
      const end = starts[at + 1] as number;
      this.add(units, row, anyCue);
      for (let place = starts[at] as number; place < end; place++)
        this.add(units, row, numbers[place] as number);
    }
    return { units, beginnings: new Map(), bylines: new Map() };
  }

  /** Adds to steps what the weights of their cues come to, in each style. */
  weigh(page: Weighed, { state, at, last }: Place, steps: readonly Step[]): void {
    const { units } = page.worths;
    const { shapes: seen } = page.cues;
    const { byCue, beginsAs, styles, around } = this;
    const unit = at * labels.length;
    const shape = seen[at] as number;
    const end = this.ofEnd(state);
    /** What it is worth that an article ends and another begins here, once a step asks. */
    let beginning = Number.NaN;
    for (const step of steps) {
      const { label, begins, span, byline } = step;
      const number = labelNumbers[label];
      let sum = units[unit + number] as number;
      if (span > 1) sum += byCue[spansRow + number] ?? 0;
      if (byline && isOfAuthor(label)) sum += this.bylineWorths(page, byline)[number] as number;
      sum += this.ofState(state, label, number);
      const style = number * 4 + (begins ? 1 : 0);
      const row = number * aroundRow + state.lastNumber * shapes.length;
      const is = around[row + shape] as number;
      const below = seen[Math.min(at + span, seen.length - 1)] as number;
      const then = around[thenRows + row + below] as number;
      let before = sum + (styles[style] as number) + is + then;
      let after = sum + (styles[style + 2] as number) + is + then;
      if (isBetween(state, step)) {
        if (Number.isNaN(beginning)) beginning = this.beginning(page, at, last);
        const as = beginsAs[number] as number;
        before = before + beginning + as + end;
        after = after + beginning + as + end;
      }
      step.before += before;
      step.after += after;
    }
  }

  private ofState(state: State, label: Label, number: number): number {
    const index = state.number * labels.length + number;
    const known = this.states[index] as number;
    return Number.isNaN(known) ? this.keep(this.states, index, nameOfState(state, label)) : known;
  }

  private ofEnd(state: State): number {
    const known = this.ends[state.number] as number;
    return Number.isNaN(known) ? this.keep(this.ends, state.number, nameOfEnd(state)) : known;
  }

  /** Looks a weight up, and keeps it at a place of a table. */
  private keep(table: Float64Array, index: number, name: string): number {
    const found = this.get(name);
    table[index] = found;
    return found;
  }

  private bylineWorths({ worths }: Weighed, byline: Byline): Float64Array {
    const known = worths.bylines.get(byline);
    if (known) return known;
    const sum = new Float64Array(labels.length);
    for (const cue of cuesOfByline(byline)) this.add(sum, 0, cue);
    worths.bylines.set(byline, sum);
    return sum;
  }

  private beginning(page: Weighed, at: number, last: number): number {
    const { beginnings } = page.worths;
    const key = at * (page.features.length + 1) + last + 1;
    const known = beginnings.get(key);
    if (known !== undefined) return known;
    const sum = this.sumIn('new', cuesOfBeginning(page, at, last));
    beginnings.set(key, sum);
    return sum;
  }
}

/** What is worked out once for a page. */
export type PageWorths = {
  /** For each unit a row, by number of label. */
  units: Float64Array;
  /** By place and last unit. */
  beginnings: Map<number, number>;
  /** By number of label. */
  bylines: Map<Byline, Float64Array>;
};

export const weightsFile = join(import.meta.dirname, 'data', 'weights.json');

let learnt: Weighing | undefined;

/** The weights that ship with the program. */
export function learntWeighing(): Weighing {
  learnt ??= new Weighing(JSON.parse(readFileSync(weightsFile, 'utf8')) as Weights);
  return learnt;
}
