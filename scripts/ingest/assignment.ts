/** All ways to give the headings of some articles out, and the best of them. */
import {
  affinityEdges,
  affinityWeight,
  type Choice,
  choicesFor,
  type Evidence,
  namesOfChoice,
  withoutTitle,
  worthOfSigner,
} from './choices.ts';
import type { Draft, HeadLine } from './drafts.ts';
import { lookOf } from './head-look.ts';
import { jointOf, rightBelow, tellsJoint } from './joints.ts';
import { type Pair, place } from './placing.ts';
import { Bodies } from './similarity.ts';
import { joinedSpares } from './stacks.ts';
import { cueName, cueNumber, cuesCounted, stair } from './vocabulary.ts';

export type Headed = {
  draft: Draft;
  title: HeadLine[];
  /** What stands between the lines of a broken headline: a blank between its parts, nothing inside one. */
  joints: ('' | ' ')[];
  series?: HeadLine;
  /** How far the best assignment lies behind that gives the article another headline. */
  margin: number;
  /** That other headline; no lines where it would have none. */
  rival: Pick<Headed, 'title' | 'joints'>;
  /** … that gives it the same headline and another series, or none. */
  seriesMargin: number;
  /** A headline over several lines was put together by the lengths of its parts alone. */
  looselyJoined: boolean;
  /** The headline stood elsewhere in the file. */
  torn: boolean;
  /** A heading that stands with it was given to another article. */
  contested: boolean;
};

/** Articles among which headlines are traded, and how many choices of an article are tried for that. */
const mostTraded = 16;
const likeliest = 8;

/** A choice for each article, as a place among its choices, and the headings from elsewhere. */
export type Assigned = { pick: number[]; pairs: Pair<HeadLine>[]; score: number };

/** What a choice or a pair is worth more by what no dump tells: for those who learn. */
export type Bonus = {
  choice: (article: number, choice: Choice) => number;
  pair: (spare: HeadLine, article: number) => number;
};

/**
 * What two lines at the head of an article are read as: one broken headline, or a column over a headline. A file has
 * mostly one of both.
 */
type Way = 'broken' | 'column' | 'other';

const mixedWeight = 0.6;
/** Columns right over the headlines of one text after the other, none of which is known, are rarer than headlines of two lines. */
const columnsWeight = 1.2;

function wayOf(
  { title, series }: Choice,
  heads: readonly HeadLine[],
  likeness: Omit<Evidence, 'affinity'>['likeness'],
): Way {
  if (title.length > 1) return 'broken';
  if (series === undefined || title[0] !== series + 1) return 'other';
  const line = heads[series] as HeadLine;
  // What is surely a column says nothing of the others.
  const isSure = line.carried !== undefined || likeness(line, series) >= 3;
  return !isSure && rightBelow(line, heads[series + 1] as HeadLine) ? 'column' : 'other';
}

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

/** What stands between the lines of a headline. */
function jointsOf(title: readonly HeadLine[]): Headed['joints'] {
  return title.slice(1).map((line, index) => jointOf(title[index] as HeadLine, line));
}

/** Whether two choices are of the same headline. */
function isSame(title: readonly number[], other: readonly number[]): boolean {
  return title.length === other.length && title[0] === other[0];
}

/** All ways to give the headings of some articles out. */
export class Assignment {
  readonly drafts: readonly Draft[];
  readonly choices: readonly (readonly Choice[])[];
  private readonly strays: readonly HeadLine[];
  private readonly evidence: Omit<Evidence, 'affinity'>;
  private readonly bonus: Bonus | undefined;
  private readonly bodies: Bodies;
  private readonly affinities = new Map<HeadLine, Float64Array>();
  /** What it is worth to give a heading to each article; not a number until it is asked for. */
  private readonly worths = new Map<HeadLine, Float64Array>();
  private readonly joinedHeads = new Map<string, HeadLine>();
  private readonly ways: readonly (readonly Way[])[];

  constructor(
    drafts: readonly Draft[],
    strays: readonly HeadLine[],
    evidence: Omit<Evidence, 'affinity'>,
    bonus?: Bonus,
  ) {
    this.bonus = bonus;
    this.drafts = drafts;
    this.strays = strays;
    this.evidence = evidence;
    const heads = [...strays, ...drafts.flatMap((draft) => draft.heads)];
    this.bodies = new Bodies(
      drafts.map(({ standfirst, blocks }) =>
        [...(standfirst ? [standfirst] : []), ...blocks].map(({ text }) => text),
      ),
      heads.map(({ text }) => text),
    );
    this.choices = drafts.map((draft, at) => {
      const choices = choicesFor(draft, this.evidenceFor(at));
      if (!bonus) return choices;
      return choices.map((choice) => ({ ...choice, score: choice.score + bonus.choice(at, choice) }));
    });
    this.ways = this.choices.map((choices, at) =>
      choices.map((choice) => wayOf(choice, (drafts[at] as Draft).heads, evidence.likeness)),
    );
  }

  private evidenceFor(article: number): Evidence {
    return { ...this.evidence, affinity: (head) => this.affinity(head, article) };
  }

  private affinity(head: HeadLine, article: number): number {
    const known = this.affinities.get(head);
    const scores = known ?? this.bodies.affinities(head.text);
    if (!known) this.affinities.set(head, scores);
    return scores[article] ?? 0;
  }

  /** The names of the cues of a choice. */
  namesOf(article: number, choice: Choice): string[] {
    return namesOfChoice(this.drafts[article] as Draft, choice, this.evidenceFor(article));
  }

  /** The names of the cues of a heading going to an article that it does not stand over. */
  namesOfPair(spare: HeadLine, article: number): string[] {
    return this.cuesOfPair(spare, article).map((cue) => `spare | ${cueName(cue)}`);
  }

  private cuesOfPair(spare: HeadLine, article: number): number[] {
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
      pairCues.likeSeries(stair(this.evidence.likeness(spare, 1), likenessEdges)),
      pairCues.toOneWith(Math.min(2, this.drafts[article]?.heads.length ?? 0)),
    ];
  }

  private worth(spare: HeadLine, article: number): number {
    const row = this.worths.get(spare) ?? new Float64Array(this.drafts.length).fill(Number.NaN);
    const known = row[article] as number;
    if (!Number.isNaN(known)) return known;
    this.worths.set(spare, row);
    const found =
      -withoutTitle -
      2.5 +
      this.affinity(spare, article) * affinityWeight * 1.4 -
      (this.evidence.likeness(spare, 1) > 3 ? 6 : 0) -
      // From the midst of the file a heading is torn away less often than from where headlines stand together.
      (spare.draft > 0 ? 1.5 : 0) +
      worthOfSigner(this.drafts[article] as Draft, spare) +
      this.evidence.weighing.sumIn('spare', this.cuesOfPair(spare, article)) +
      (this.bonus?.pair(spare, article) ?? 0);
    row[article] = found;
    return found;
  }

  private total(pick: readonly number[], forbidden?: { spare: HeadLine; article: number }): Assigned {
    let score = -this.mixed(pick);
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
      spare === forbidden?.spare && article === forbidden.article ? -100 : this.worth(spare, article);
    const apart = place(spares, open, worth);
    // Headlines to spare may be the lines of fewer.
    const fewer = spares.length > open.length && open.length > 0 ? this.joined(spares) : undefined;
    const joined = fewer && place(fewer, open, worth);
    const placed = joined && joined.score > apart.score ? joined : apart;
    return { pick: [...pick], score: score + placed.score, pairs: placed.pairs };
  }

  /** How much speaks against a file that reads like headers now one way and now the other. */
  private mixed(pick: readonly number[]): number {
    const count = { broken: 0, column: 0, other: 0 };
    for (let at = 0; at < pick.length; at++) count[this.ways[at]?.[pick[at] as number] ?? 'other']++;
    const { broken, column } = count;
    return (
      mixedWeight * Math.min(broken, column) * Math.min(3, Math.max(broken, column)) +
      columnsWeight * Math.max(0, column - 1)
    );
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
    let best = this.climbed(this.total(this.choices.map(() => 0)));
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
          const trial = this.total(best.pick.with(at, index));
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
          const trial = this.total(pick.with(giver, index).with(taker, open));
          if (trial.score > score + 1e-9) return trial;
        }
      }
    }
    return undefined;
  }

  /** The lines of the headline that an article has in an assignment. */
  private titleIn({ pick, pairs }: Assigned, article: number): HeadLine[] {
    const given = pairs.find((pair) => pair.article === article)?.spare;
    const title = this.choices[article]?.[pick[article] ?? 0]?.title ?? [];
    return given ? [given] : title.map((index) => this.drafts[article]?.heads[index] as HeadLine);
  }

  /** The drafts with what was assigned to them, and how sure that is. */
  headed(best: Assigned): Headed[] {
    return this.drafts.map((draft, at): Headed => {
      const choice = this.choices[at]?.[best.pick[at] ?? 0];
      const given = best.pairs.find(({ article }) => article === at)?.spare;
      const title = this.titleIn(best, at);
      const series = choice?.series === undefined ? undefined : draft.heads[choice.series];
      let margin = Number.POSITIVE_INFINITY;
      let seriesMargin = Number.POSITIVE_INFINITY;
      let rival: HeadLine[] = [];
      const retitled = (other: Assigned): void => {
        if (best.score - other.score >= margin) return;
        margin = best.score - other.score;
        rival = this.titleIn(other, at);
      };
      for (const [index, other] of (this.choices[at] ?? []).entries()) {
        if (index === best.pick[at]) continue;
        const trial = this.total(best.pick.with(at, index));
        if (!given && choice && isSame(other.title, choice.title))
          seriesMargin = Math.min(seriesMargin, best.score - trial.score);
        else retitled(trial);
      }
      if (given) retitled(this.total(best.pick, { spare: given, article: at }));
      return {
        draft,
        title,
        joints: jointsOf(title),
        rival: { title: rival, joints: jointsOf(rival) },
        ...(series ? { series } : {}),
        margin,
        seriesMargin,
        looselyJoined: title.slice(1).some((line, index) => !tellsJoint(title[index] as HeadLine, line)),
        torn: given !== undefined,
        contested: (choice?.spare ?? []).some((index) =>
          best.pairs.some(({ spare }) => spare.units[0] === draft.heads[index]?.units[0]),
        ),
      };
    });
  }
}
