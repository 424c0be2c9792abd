/**
 * What cues are worth, learnt from pages whose reading is known (`npm run fit`). It is added to the evidence by judgement:
 * without any weight the pages are read by judgement alone.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Byline } from './byline.ts';
import { cueOfEnd, cueOfState, cuesOfBeginning, cuesOfByline, type Shape, shapeOf, shapes } from './cues.ts';
import type { Sight, Step, Style } from './grammar.ts';
import { type Label, labels, lasts, type State, stateNumbers } from './state.ts';
import { cueName } from './vocabulary.ts';

/** By the name of a cue in its place, as `namesOf` gives it; in the log-odds of the evidence. */
export type Weights = Readonly<Record<string, number>>;

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
export function namesOf(sight: Sight, move: Move): string[] {
  const { style, state, at, last, step } = move;
  const { label, begins, span, byline } = step;
  const own = [...(sight.cues.units[at] ?? []).map(cueName), ...(span > 1 ? ['spans'] : []), 'any'];
  if (byline && isOfAuthor(label)) own.push(...cuesOfByline(byline));
  const names = own.map((cue) => `${label} | ${cue}`);
  names.push(
    nameOfState(state, label),
    nameOfStyle(style, label, begins),
    nameAround('is', state.last, label, shapeOf(sight.features[at])),
    nameAround('then', state.last, label, shapeOf(sight.features[at + span])),
  );
  if (isBetween(state, step)) {
    for (const cue of cuesOfBeginning(sight, at, last)) names.push(`new | ${cueName(cue)}`);
    names.push(nameOfBeginning(label), nameOfEnd(state));
  }
  return names;
}

/** Numbers that are worked out when they are first asked for; not a number until then. */
function unknown(size: number): Float64Array {
  return new Float64Array(size).fill(Number.NaN);
}

/** The place of each word in a list. */
function numbered<Word extends string>(words: readonly Word[]): Record<Word, number> {
  return Object.fromEntries(words.map((word, at) => [word, at])) as Record<Word, number>;
}

/** Adds what a cue is worth to a row, by number of label. */
function add(rows: Float64Array, from: number, worth: Float64Array): void {
  for (let label = 0; label < labels.length; label++)
    rows[from + label] = (rows[from + label] as number) + (worth[label] as number);
}

const labelNumbers = numbered(labels);
const shapeNumbers = numbered(shapes);
/** Weights of shapes around a unit, for one label or after one thing. */
const aroundRow = lasts.length * shapes.length;
/** Where those of the shape behind it begin. */
const thenRows = labels.length * aroundRow;

/** Weights, arranged so that a step costs a few looks into tables. */
export class Weighing {
  private readonly weights: ReadonlyMap<string, number>;
  /** For each cue of a unit what it is worth for each label. */
  private readonly byCue = new Map<string, Float64Array>();
  /** … by the number of the cue; `null` for one that is worth nothing. */
  private readonly rows: (Float64Array | null)[] = [];
  /** What each cue of a beginning is worth, by its number. */
  private readonly ofBeginnings: number[] = [];
  /** What cues are worth in each place that has no labels: where an article may begin, in a choice of headings. */
  private readonly byPlace = new Map<string, Map<string, number>>();
  /** What it is worth that an article begins with each label. */
  private readonly beginsAs: readonly number[];
  /** What it is worth that several lines are one, for each label. */
  private readonly spans: Float64Array;
  private readonly states = unknown(stateNumbers * labels.length);
  private readonly ends = unknown(stateNumbers);
  /** Of each label: before and after, inside an article and at its beginning. */
  private readonly styles: Float64Array;
  /** What a shape is worth under a label that follows something, and behind it. */
  private readonly around: Float64Array;

  constructor(weights: Weights) {
    this.weights = new Map(Object.entries(weights));
    this.beginsAs = labels.map((label) => this.get(nameOfBeginning(label)));
    for (const [name, weight] of Object.entries(weights)) {
      const [label, cue] = name.split(' | ');
      if (label === undefined || cue === undefined) continue;
      const number = labelNumbers[label as Label] as number | undefined;
      if (number === undefined) {
        const place = this.byPlace.get(label) ?? new Map<string, number>();
        this.byPlace.set(label, place.set(cue, weight));
        continue;
      }
      const row = this.byCue.get(cue) ?? new Float64Array(labels.length);
      row[number] = weight;
      this.byCue.set(cue, row);
    }
    this.spans = this.byCue.get('spans') ?? new Float64Array(labels.length);
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
  sumIn(place: string, cues: readonly string[]): number {
    const weights = this.byPlace.get(place);
    let sum = 0;
    if (weights) for (const cue of cues) sum += weights.get(cue) ?? 0;
    return sum;
  }

  /** What the cues of each unit are worth for each label. */
  forPage(sight: Omit<Sight, 'worths'>): PageWorths {
    const { cues, features } = sight;
    const any = this.byCue.get('any');
    const units = new Float64Array(cues.units.length * labels.length);
    for (const [at, own] of cues.units.entries()) {
      if (any) add(units, at * labels.length, any);
      for (const cue of own) {
        const row = this.row(cue);
        if (row !== null) add(units, at * labels.length, row);
      }
    }
    return {
      units,
      shapes: Uint8Array.from([...features, undefined], (each) => shapeNumbers[shapeOf(each)]),
      beginnings: new Map(),
      bylines: new Map(),
    };
  }

  /** Adds to steps what the weights of their cues come to, in each style. */
  weigh(sight: Sight, { state, at, last }: Place, steps: readonly Step[]): void {
    const { units, shapes: seen } = sight.worths;
    const { spans, beginsAs, styles, around } = this;
    const unit = at * labels.length;
    const shape = seen[at] as number;
    const end = this.ofEnd(state);
    /** What it is worth that an article ends and another begins here, once a step asks. */
    let beginning = Number.NaN;
    for (const step of steps) {
      const { label, begins, span, byline } = step;
      const number = labelNumbers[label];
      let sum = units[unit + number] as number;
      if (span > 1) sum += spans[number] as number;
      if (byline && isOfAuthor(label)) sum += this.bylineWorths(sight, byline)[number] as number;
      sum += this.ofState(state, label, number);
      const style = number * 4 + (begins ? 1 : 0);
      const row = number * aroundRow + state.lastNumber * shapes.length;
      const is = around[row + shape] as number;
      const below = seen[Math.min(at + span, seen.length - 1)] as number;
      const then = around[thenRows + row + below] as number;
      let before = sum + (styles[style] as number) + is + then;
      let after = sum + (styles[style + 2] as number) + is + then;
      if (isBetween(state, step)) {
        if (Number.isNaN(beginning)) beginning = this.beginning(sight, at, last);
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

  private bylineWorths({ worths }: Sight, byline: Byline): Float64Array {
    const known = worths.bylines.get(byline);
    if (known) return known;
    const sum = new Float64Array(labels.length);
    for (const cue of cuesOfByline(byline)) {
      const row = this.byCue.get(cue);
      if (row) add(sum, 0, row);
    }
    worths.bylines.set(byline, sum);
    return sum;
  }

  /** What a cue of a unit is worth for each label, by its number. */
  private row(cue: number): Float64Array | null {
    while (this.rows.length <= cue) this.rows.push(this.byCue.get(cueName(this.rows.length)) ?? null);
    return this.rows[cue] as Float64Array | null;
  }

  private ofBeginning(cue: number): number {
    const weights = this.byPlace.get('new');
    while (this.ofBeginnings.length <= cue)
      this.ofBeginnings.push(weights?.get(cueName(this.ofBeginnings.length)) ?? 0);
    return this.ofBeginnings[cue] as number;
  }

  private beginning(sight: Sight, at: number, last: number): number {
    const { beginnings } = sight.worths;
    const key = at * (sight.units.length + 1) + last + 1;
    const known = beginnings.get(key);
    if (known !== undefined) return known;
    let sum = 0;
    for (const cue of cuesOfBeginning(sight, at, last)) sum += this.ofBeginning(cue);
    beginnings.set(key, sum);
    return sum;
  }
}

/** What is worked out once for a page. */
export type PageWorths = {
  /** For each unit a row, by number of label. */
  units: Float64Array;
  /** For each unit the number of its shape, and that of nothing behind the last. */
  shapes: Uint8Array;
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
