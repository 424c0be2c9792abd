/** Which headings of a page are the headline and the series of each article in the eyes of a gold. */

import type { Assigned, Assignment, Bonus } from '../../ingest/assignment.ts';
import type { Choice } from '../../ingest/choices.ts';
import { splitPart } from '../../ingest/series-look.ts';
import type { Draft, HeadLine, Sheet } from '../../ingest/sheet.ts';
import { bare, nearEqual } from '../../ingest/similarity.ts';
import { lettersOf, mostLike } from '../compare.ts';
import type { GoldArticle } from '../gold.ts';

const isTitle = ({ title }: GoldArticle, lines: readonly HeadLine[]): boolean =>
  lines.length > 0 && bare(lines.map(({ text }) => text).join('')) === bare(title);

const isSeries = ({ series }: GoldArticle, { text }: HeadLine): boolean =>
  typeof series === 'string' && nearEqual(splitPart(text).name, splitPart(series).name);

/** The article of a gold that a draft is; `undefined` where it is none. */
function goldOf(draft: Draft, articles: readonly GoldArticle[]): GoldArticle | undefined {
  const golds = articles.map((gold) => ({ gold, blocks: gold.body }));
  return mostLike(lettersOf(draft.blocks), golds)?.gold;
}

/** What a gold asks of the headings of a page. */
export class AssignedByGold {
  private readonly golds: (GoldArticle | undefined)[];
  private readonly drafts: readonly Draft[];
  private readonly heads: readonly HeadLine[];

  constructor({ drafts, strays }: Sheet, articles: readonly GoldArticle[]) {
    this.drafts = drafts;
    this.heads = [...strays, ...drafts.flatMap(({ heads }) => heads)];
    this.golds = drafts.map((draft) => goldOf(draft, articles));
  }

  /** Whether the gold's headline of an article is none of its own headings, or none at all. */
  private isElsewhere(gold: GoldArticle, { heads }: Draft): boolean {
    if (gold.title.startsWith('〔') || gold.title === gold.series) return true;
    return !heads.some((_, from) =>
      [1, 2, 3].some((count) => isTitle(gold, heads.slice(from, from + count))),
    );
  }

  isChoice(article: number, { title, series }: Pick<Choice, 'title' | 'series'>): boolean {
    const [gold, draft] = [this.golds[article], this.drafts[article]];
    if (!gold || !draft) return true;
    const { heads } = draft;
    const lines = title.map((at) => heads[at] as HeadLine);
    const isRight = this.isElsewhere(gold, draft) ? lines.length === 0 : isTitle(gold, lines);
    const named = heads.filter(
      (head) =>
        isSeries(gold, head) &&
        !isTitle({ ...gold, title: gold.title === gold.series ? '' : gold.title }, [head]),
    );
    const chosen = series === undefined ? undefined : heads[series];
    return isRight && (chosen ? named.includes(chosen) : named.length === 0);
  }

  isPair(spare: HeadLine, article: number): boolean {
    const gold = this.golds[article];
    return gold === undefined || isTitle(gold, [spare]);
  }

  /** The gold's choices and pairs; `undefined` where an article has none that the gold would make. */
  of(assignment: Assignment): Pick<Assigned, 'pick' | 'pairs'> | undefined {
    const pick = assignment.choices.map((choices, article) =>
      choices.findIndex((choice) => this.isChoice(article, choice)),
    );
    if (pick.includes(-1)) return undefined;
    const pairs = pick.flatMap((index, article) => {
      const gold = this.golds[article];
      if (!gold || assignment.choices[article]?.[index]?.title.length !== 0) return [];
      const spare = this.heads.find((head) => isTitle(gold, [head]));
      return spare ? [{ spare, article, score: 0 }] : [];
    });
    return { pick, pairs };
  }

  /** A bonus for whatever the gold would not do. */
  against(margin: number): Bonus {
    return {
      choice: (article, choice) => (this.isChoice(article, choice) ? 0 : margin),
      pair: (spare, article) => (this.isPair(spare, article) ? 0 : margin),
    };
  }
}
