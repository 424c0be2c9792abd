/** Which topics an article is about, by the terms of `content/topics.yaml`. */
import type { Topic } from '../../src/article/topics.ts';
import { foldedUnits, sigma, simplify } from './text.ts';
import { unitsOf } from './units.ts';

export type Classified = { topics: string[]; sure: boolean };

type Term = { units: Uint16Array; latin: boolean; topic: number; weight: number };

/** What stands for a unit that is no letter by itself, or whose small letter is more than one unit or depends on others. */
const special = 0xffff;
/** The simplified, small form of each UTF-16 unit, filled as characters are met; 0 is "not met". */
const plainUnits = new Uint16Array(0x10000);

function meet(unit: number): number {
  const char = String.fromCharCode(foldedUnits[unit] as number);
  const lower = char.toLowerCase();
  const isAlone = lower.length === 1 && char !== sigma && (unit < 0xd800 || unit > 0xdfff);
  const found = isAlone ? lower.charCodeAt(0) : special;
  plainUnits[unit] = found;
  return found;
}

/** A text in one script and in small letters, as units that are good until the next call. */
let plain = new Uint16Array(4096);

/** Fills `plain`; returns its length. */
function makePlain(text: string): number {
  if (plain.length < text.length) plain = new Uint16Array(text.length * 2);
  const units = unitsOf(text);
  for (let at = 0; at < text.length; at++) {
    const found = plainUnits[units[at] as number] || meet(units[at] as number);
    if (found === special) return makePlainWhole(text);
    plain[at] = found;
  }
  return text.length;
}

/** The same for a text that has to be looked at as a whole. */
function makePlainWhole(text: string): number {
  const lower = simplify(text).toLowerCase();
  if (plain.length < lower.length) plain = new Uint16Array(lower.length * 2);
  plain.set(unitsOf(lower).subarray(0, lower.length));
  return lower.length;
}

function isLetter(unit: number | undefined): boolean {
  return unit !== undefined && unit >= 0x61 && unit <= 0x7a;
}

/** Where in a table the first two units of a term are marked; few others share a place with them. */
function placeOf(first: number, second: number): number {
  return (Math.imul(first, 31) ^ second) & 0xffff;
}

export class Classifier {
  private readonly topics: string[];
  private readonly terms: Term[] = [];
  /** Numbers of terms by their first unit. */
  private readonly byFirst: (number[] | undefined)[] = new Array(0x10000);
  /** Whether a term may begin with two units, by `placeOf`: most that begin as the text does differ there. */
  private readonly begun = new Uint8Array(0x10000);
  /** How often each term was found in the title, in the standfirst and subheads, and in the body. */
  private readonly head: Uint32Array;
  private readonly middle: Uint32Array;
  private readonly body: Uint32Array;
  /** Where each term ended last: it does not overlap itself. */
  private readonly ends: Uint32Array;

  constructor(topics: readonly Topic[]) {
    this.topics = topics.map(({ id }) => id);
    for (const [topic, { terms }] of topics.entries())
      for (const printed of terms) this.learn(printed, topic);
    const count = this.terms.length;
    [this.head, this.middle] = [new Uint32Array(count), new Uint32Array(count)];
    [this.body, this.ends] = [new Uint32Array(count), new Uint32Array(count)];
  }

  private learn(printed: string, topic: number): void {
    const units = plain.slice(0, makePlain(printed));
    const [first = 0, second] = units;
    const weight = units.length >= 3 ? 1.15 : 1;
    const number = this.terms.push({ units, latin: isLetter(first), topic, weight }) - 1;
    const known = this.byFirst[first];
    if (known) known.push(number);
    else this.byFirst[first] = [number];
    if (second !== undefined) this.begun[placeOf(first, second)] = 1;
    else for (let any = 0; any < 0x10000; any++) this.begun[placeOf(first, any)] = 1;
  }

  /** Counts the terms of a text, a Latin one where it stands as a word; returns the length of the text. */
  private count(text: string, counts: Uint32Array, met: Set<number>): number {
    const length = makePlain(text);
    this.ends.fill(0);
    for (let at = 0; at < length; at++) {
      const first = plain[at] as number;
      // Behind the text there is whatever the last one left.
      const second = at + 1 < length ? (plain[at + 1] as number) : 0;
      if (this.begun[placeOf(first, second)] === 0) continue;
      for (const number of this.byFirst[first] ?? []) {
        const { units, latin } = this.terms[number] as Term;
        if (at < (this.ends[number] as number) || !stands(units, at, length)) continue;
        const end = at + units.length;
        this.ends[number] = end;
        if (latin && ((at > 0 && isLetter(plain[at - 1])) || (end < length && isLetter(plain[end]))))
          continue;
        counts[number] = (counts[number] as number) + 1;
        met.add(number);
      }
    }
    return length;
  }

  /**
   * Scores each topic by its terms in the title (most), the standfirst and subheads, and the body (with decreasing
   * returns, so that one word said often does not outweigh several).
   *
   * @returns one to four topic ids, the most important first
   */
  classify(title: string, subheads: readonly string[], standfirst: string, body: string): Classified {
    const { head, middle, body: long } = this;
    const met = new Set<number>();
    this.count(title, head, met);
    this.count(`${standfirst}\n${subheads.join('\n')}`, middle, met);
    const length = Math.max(400, this.count(body, long, met)) / 1500;
    const scores = this.topics.map((id) => ({ id, score: 0 }));
    for (const number of [...met].sort((a, b) => a - b)) {
      const { topic, weight } = this.terms[number] as Term;
      const [inHead, inMiddle, inBody] = [head[number], middle[number], long[number]] as [
        number,
        number,
        number,
      ];
      const score = 3 * Math.min(2, inHead) + 1.6 * Math.min(3, inMiddle) + Math.log2(1 + inBody / length);
      (scores[topic] as { score: number }).score += weight * score;
      head[number] = middle[number] = long[number] = 0;
    }
    scores.sort((a, b) => b.score - a.score);
    const best = scores[0];
    if (!best || best.score === 0) return { topics: [this.topics[0] ?? ''], sure: false };
    const topics = scores.filter(({ score }) => score >= Math.max(2.2, best.score * 0.42)).slice(0, 4);
    return {
      topics: topics.length > 0 ? topics.map(({ id }) => id) : [best.id],
      sure: best.score >= 2,
    };
  }
}

/** Whether a term stands at a place of the text. */
function stands(units: Uint16Array, from: number, length: number): boolean {
  if (from + units.length > length) return false;
  for (let at = units.length - 1; at > 0; at--) if (units[at] !== plain[from + at]) return false;
  return true;
}
