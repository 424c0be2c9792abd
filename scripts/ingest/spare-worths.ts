/** What it is worth to give a heading to an article that it does not stand over. */
import { affinityEdges, type Evidence } from './choice-cues.ts';
import { affinityWeight, saidWorth, withoutTitle, worthOfSigner } from './choices.ts';
import { lookOf } from './head-look.ts';
import { isSaidTitle, rightBelow } from './joints.ts';
import type { Draft, HeadLine } from './sheet.ts';
import { cueName, cueNumber, cuesCounted, stair } from './vocabulary.ts';
import type { Weighing } from './weights.ts';

/** Two short lines right below each other are one headline sooner than those of two articles; lists of headlines are longer. */
const [halfWeight, widestOfTwo] = [1.5, 20];

/** What it says that the characters of a heading are those of an article more than those of others, and at most. */
const [leadWeight, mostLead] = [8, 0.3];

const aheadEdges = [-0.1, -0.03, 0.03, 0.1, 0.2];
const spareWidths = [6, 9, 13, 20];
const likenessEdges = [-1.5, 0, 1.5, 3];

/** Cues of a heading going to an article that it does not stand over. */
const pairCues = {
  any: cueNumber('any'),
  affinity: cuesCounted('affinity'),
  ahead: cuesCounted('ahead'),
  fromEnd: cueNumber('from end'),
  fromFirst: cueNumber('from first'),
  fromMidst: cueNumber('from midst'),
  width: cuesCounted('width'),
  likeSeries: cuesCounted('like series'),
  toOneWith: cuesCounted('to one with'),
};

export class SpareWorths {
  private readonly drafts: readonly Draft[];
  private readonly affinity: (spare: HeadLine, article: number) => number;
  private readonly lead: (spare: HeadLine, article: number) => number;
  private readonly likeness: Evidence['likeness'];
  private readonly weighing: Weighing;
  private readonly bonus: ((spare: HeadLine, article: number) => number) | undefined;
  /** What it is worth to give a heading to each article; not a number until it is asked for. */
  private readonly worths = new Map<HeadLine, Float64Array>();

  /**
   * @param affinity how well a heading says what an article says
   * @param lead by how much its characters are those of an article more than those of any other
   * @param bonus what it is worth more by what no dump tells
   */
  constructor(
    drafts: readonly Draft[],
    affinity: (spare: HeadLine, article: number) => number,
    lead: (spare: HeadLine, article: number) => number,
    likeness: Evidence['likeness'],
    weighing: Weighing,
    bonus?: (spare: HeadLine, article: number) => number,
  ) {
    this.drafts = drafts;
    this.affinity = affinity;
    this.lead = lead;
    this.likeness = likeness;
    this.weighing = weighing;
    this.bonus = bonus;
  }

  /** The names of the cues. */
  names(spare: HeadLine, article: number): string[] {
    return this.cues(spare, article).map((cue) => `spare | ${cueName(cue)}`);
  }

  private cues(spare: HeadLine, article: number): number[] {
    const own = this.affinity(spare, article);
    let others = 0;
    for (let at = 0; at < this.drafts.length; at++)
      if (at !== article) others = Math.max(others, this.affinity(spare, at));
    return [
      pairCues.any,
      pairCues.affinity(stair(own, affinityEdges)),
      pairCues.ahead(stair(own - others, aheadEdges)),
      spare.draft < 0 ? pairCues.fromEnd : spare.draft === 0 ? pairCues.fromFirst : pairCues.fromMidst,
      pairCues.width(stair(lookOf(spare).width, spareWidths)),
      pairCues.likeSeries(stair(this.likeness(spare, 1), likenessEdges)),
      pairCues.toOneWith(Math.min(2, this.drafts[article]?.heads.length ?? 0)),
    ];
  }

  /** Whether a heading is one of two, neither more nor fewer, that stand right below each other and are short enough for one headline. */
  private isHalf(spare: HeadLine): boolean {
    const heads = this.drafts.find((draft) => draft.heads.includes(spare))?.heads ?? [];
    const at = heads.indexOf(spare);
    const touches = (place: number): boolean =>
      heads[place] !== undefined && rightBelow(heads[place - 1], heads[place] as HeadLine);
    if (at < 0 || touches(at) === touches(at + 1)) return false;
    const first = touches(at) ? at - 1 : at;
    const pair = heads.slice(first, first + 2);
    const width = pair.reduce((sum, head) => sum + lookOf(head).width, 0);
    return !touches(first) && !touches(first + 2) && width <= widestOfTwo;
  }

  /** What it is worth, by judgement and by what was learnt. */
  worth(spare: HeadLine, article: number): number {
    const row = this.worths.get(spare) ?? new Float64Array(this.drafts.length).fill(Number.NaN);
    const known = row[article] as number;
    if (!Number.isNaN(known)) return known;
    this.worths.set(spare, row);
    const found =
      -withoutTitle -
      2.5 +
      this.affinity(spare, article) * affinityWeight * 1.4 -
      (this.likeness(spare, 1) > 3 ? 6 : 0) -
      // From the midst of the file a heading is torn away less often than from where headlines stand together.
      (spare.draft > 0 ? 1.5 : 0) -
      (this.isHalf(spare) ? halfWeight : 0) +
      leadWeight * Math.max(-mostLead, Math.min(mostLead, this.lead(spare, article))) +
      worthOfSigner(this.drafts[article] as Draft, spare) +
      this.weighing.sumIn('spare', this.cues(spare, article)) +
      (isSaidTitle(spare) ? saidWorth : 0) +
      (this.bonus?.(spare, article) ?? 0);
    row[article] = found;
    return found;
  }
}
