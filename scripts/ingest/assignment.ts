/** All ways to give the headings of some articles out, and the best of them. */
import { Bodies } from './bodies.ts';
import { type Evidence, namesOfChoice } from './choice-cues.ts';
import { type Choice, choicesFor } from './choices.ts';
import { type Pair, place } from './placing.ts';
import type { Draft, HeadLine } from './sheet.ts';
import { SpareWorths } from './spare-worths.ts';
import { joinedSpares } from './stacks.ts';
import { mixed, type Way, wayOf } from './ways.ts';
import type { Weighing } from './weights.ts';

/** Articles among which headlines are traded, and how many choices of an article are tried for that. */
const mostTraded = 16;
const likeliest = 8;

/** What a pair is worth that may not be. */
const ruledOut = -100;

/** A choice for each article, as a place among its choices, and the headings from elsewhere. */
export type Assigned = { pick: number[]; pairs: Pair<HeadLine>[]; score: number };

/** What a choice or a pair is worth more by what no dump tells: for those who learn. */
export type Bonus = {
  choice: (article: number, choice: Choice) => number;
  pair: (spare: HeadLine, article: number) => number;
};

/** What is known of headings but for how well they fit each article. */
type GivenEvidence = Omit<Evidence, 'affinity' | 'elsewhere'>;

/** Figures of a heading for each article, found once. */
function found(
  all: Map<HeadLine, Float64Array>,
  head: HeadLine,
  find: (text: string) => Float64Array,
): Float64Array {
  const known = all.get(head);
  if (known) return known;
  const scores = find(head.text);
  all.set(head, scores);
  return scores;
}

/** All ways to give the headings of some articles out. */
export class Assignment {
  readonly drafts: readonly Draft[];
  readonly choices: readonly (readonly Choice[])[];
  private readonly strays: readonly HeadLine[];
  private readonly evidence: GivenEvidence;
  /** The articles without a heading of their own. */
  private readonly bare: readonly number[];
  private readonly bodies: Bodies;
  private readonly affinities = new Map<HeadLine, Float64Array>();
  private readonly kinships = new Map<HeadLine, Float64Array>();
  private readonly spares: SpareWorths;
  private readonly joinedHeads = new Map<string, HeadLine>();
  private readonly ways: readonly (readonly Way[])[];

  constructor(
    drafts: readonly Draft[],
    strays: readonly HeadLine[],
    evidence: GivenEvidence,
    weighing: Weighing,
    bonus?: Bonus,
  ) {
    this.drafts = drafts;
    this.strays = strays;
    this.evidence = evidence;
    this.bare = drafts.flatMap(({ heads }, at) => (heads.length === 0 ? [at] : []));
    const heads = [...strays, ...drafts.flatMap((draft) => draft.heads)];
    this.bodies = new Bodies(
      drafts.map(({ standfirst, blocks }) =>
        [...(standfirst ? [standfirst] : []), ...blocks].map(({ text }) => text),
      ),
      heads.map(({ text }) => text),
    );
    this.choices = drafts.map((draft, at) => {
      const choices = choicesFor(draft, this.evidenceFor(at), weighing);
      if (!bonus) return choices;
      return choices.map((choice) => ({ ...choice, score: choice.score + bonus.choice(at, choice) }));
    });
    this.spares = new SpareWorths(
      drafts,
      (head, article) => this.affinity(head, article),
      (head, article) => this.lead(head, article),
      evidence.likeness,
      weighing,
      bonus?.pair,
    );
    this.ways = this.choices.map((choices, at) =>
      choices.map((choice) => wayOf(choice, (drafts[at] as Draft).heads, evidence.likeness)),
    );
  }

  private evidenceFor(article: number): Evidence {
    return {
      ...this.evidence,
      affinity: (head) => this.affinity(head, article),
      elsewhere: (head) => this.bare.reduce((most, at) => Math.max(most, this.affinity(head, at)), 0),
    };
  }

  private affinity(head: HeadLine, article: number): number {
    const scores = found(this.affinities, head, (text) => this.bodies.affinities(text));
    return scores[article] ?? 0;
  }

  /** By how much the characters of a heading are those of an article more than those of any other. */
  private lead(head: HeadLine, article: number): number {
    const scores = found(this.kinships, head, (text) => this.bodies.kinships(text));
    let others = Number.NEGATIVE_INFINITY;
    for (let at = 0; at < scores.length; at++)
      if (at !== article) others = Math.max(others, scores[at] as number);
    return scores.length > 1 ? (scores[article] as number) - others : 0;
  }

  /** The names of the cues of a choice. */
  namesOf(article: number, choice: Choice): string[] {
    return namesOfChoice(this.drafts[article] as Draft, choice, this.evidenceFor(article));
  }

  /** The names of the cues of a heading going to an article that it does not stand over. */
  namesOfPair(spare: HeadLine, article: number): string[] {
    return this.spares.names(spare, article);
  }

  /**
   * What a choice for each article comes to, with the headings that are left given to those without one.
   *
   * @param forbidden a pair that is not to be
   */
  assigned(pick: readonly number[], forbidden?: { spare: HeadLine; article: number }): Assigned {
    let score = -mixed(this.ways, pick);
    const spares = [...this.strays];
    const open: number[] = [];
    for (let at = 0; at < pick.length; at++) {
      const index = pick[at] as number;
      const choice = this.choices[at]?.[index];
      if (!choice) continue;
      score += choice.score;
      if (choice.title.length === 0) open.push(at);
      for (const spare of choice.spare) spares.push(this.drafts[at]?.heads[spare] as HeadLine);
    }
    const worth = (spare: HeadLine, article: number): number =>
      (spare === forbidden?.spare && article === forbidden.article) || this.isOwn(spare, article)
        ? ruledOut
        : this.spares.worth(spare, article);
    const apart = place(spares, open, worth);
    // Headlines to spare may be the lines of fewer.
    const fewer = spares.length > open.length && open.length > 0 ? this.joined(spares) : undefined;
    const joined = fewer && place(fewer, open, worth);
    const placed = joined && joined.score > apart.score ? joined : apart;
    return { pick: [...pick], score: score + placed.score, pairs: placed.pairs };
  }

  /** Whether a heading stands over an article: to take it is a choice of that article, and no gift from elsewhere. */
  private isOwn({ units }: HeadLine, article: number): boolean {
    return this.drafts[article]?.heads.some((head) => head.units[0] === units[0]) ?? false;
  }

  /** Spares as fewer, broken ones; the same lines are always the same object, so that what they are worth is found once. */
  private joined(spares: readonly HeadLine[]): HeadLine[] | undefined {
    return joinedSpares(spares)?.map((head) => {
      if (spares.includes(head)) return head;
      const key = head.units.join();
      const known = this.joinedHeads.get(key) ?? head;
      this.joinedHeads.set(key, known);
      return known;
    });
  }

  /** The best of all, as far as changing one choice after the other finds it, and giving a heading away finds more. */
  best(): Assigned {
    let best = this.climbed(this.assigned(this.choices.map(() => 0)));
    for (let better = this.givenAway(best); better; better = this.givenAway(best))
      best = this.climbed(better);
    return best;
  }

  /** What changing one choice after the other leads to. */
  private climbed(from: Assigned): Assigned {
    let best = from;
    for (let better = true; better; ) {
      better = false;
      for (let at = 0; at < this.choices.length; at++)
        for (let index = 0; index < (this.choices[at] as readonly Choice[]).length; index++) {
          if (index === best.pick[at]) continue;
          const trial = this.assigned(best.pick.with(at, index));
          if (trial.score <= best.score + 1e-9) continue;
          best = trial;
          better = true;
        }
    }
    return best;
  }

  /** A better assignment in which one article gives up a heading and another its own headline for it: either alone is a loss. */
  private givenAway({ pick, score }: Assigned): Assigned | undefined {
    if (this.drafts.length > mostTraded) return undefined;
    for (let giver = 0; giver < this.choices.length; giver++) {
      const options = this.choices[giver] as readonly Choice[];
      const kept = options[pick[giver] ?? 0]?.spare.length ?? 0;
      for (let index = 0; index < Math.min(options.length, likeliest); index++) {
        if ((options[index] as Choice).spare.length <= kept) continue;
        for (let taker = 0; taker < this.choices.length; taker++) {
          const others = this.choices[taker] as readonly Choice[];
          if (taker === giver || others[pick[taker] ?? 0]?.title.length === 0) continue;
          const open = others.findIndex(({ title }) => title.length === 0);
          const trial = this.assigned(pick.with(giver, index).with(taker, open));
          if (trial.score > score + 1e-9) return trial;
        }
      }
    }
    return undefined;
  }
}
