/**
 * The grammar of op-ed pages: what may follow what. An article is a header (headlines, series, byline, standfirst, in any
 * order), a body (paragraphs and subheads), and perhaps a signature; furniture may stand anywhere.
 */
import type { Byline } from './byline.ts';
import { parseByline } from './byline.ts';
import * as evidence from './evidence.ts';
import type { Features } from './features.ts';
import { type Heading, headingsOf } from './heading.ts';
import { bestPath, type Edge, type Lattice, type Path } from './lattice.ts';
import type { Layout, Unit } from './layout.ts';
import { cutsWord } from './words.ts';

export type Label =
  | 'headline'
  | 'carrier'
  | 'byline'
  | 'standfirst'
  | 'paragraph'
  | 'continuation'
  | 'subhead'
  | 'signature'
  | 'furniture';

/** What a person said of a unit before the parse. */
export type Constraint = { labels?: readonly Label[]; begins?: boolean; joins?: boolean };

/** Where a paper prints its authors. */
export type Style = 'before' | 'after';

type State = {
  phase: 'start' | 'header' | 'body' | 'signed';
  last: 'none' | 'headline' | 'byline' | 'standfirst' | 'paragraph' | 'subhead';
  headlines: number;
  byline: boolean;
  standfirst: boolean;
  /** Paragraphs, counted up to two. */
  paragraphs: number;
};

export type ParseEdge = Edge<Label> & {
  byline?: Byline;
  heading?: Heading;
};

const start: State = {
  phase: 'start',
  last: 'none',
  headlines: 0,
  byline: false,
  standfirst: false,
  paragraphs: 0,
};
const beam = 22;
const longestByline = 4;

type Step = {
  label: Label;
  to: State;
  score: number;
  begins: boolean;
  span?: number;
  byline?: Byline;
  heading?: Heading;
};

function keyOf(state: State, last: number): string {
  return `${state.phase}${state.last}${state.headlines}${state.byline ? 'b' : ''}${state.standfirst ? 's' : ''}${state.paragraphs}@${last}`;
}

/** What an article that ends here lacks. */
function closing(state: State): number {
  let score = 0;
  if (state.headlines === 0) score -= 1.4;
  if (!state.byline) score -= 2.6;
  if (state.last === 'subhead') score -= 6;
  if (state.paragraphs < 2) score -= 1.2;
  return score;
}

/** A file as the parse sees it. */
export type Page = {
  units: readonly Unit[];
  features: readonly Features[];
  layout: Layout;
  /** By index of unit: what corrections say. */
  constraints: ReadonlyMap<number, Constraint>;
};

class Grammar {
  private readonly groups = new Map<string, Byline | undefined>();

  private readonly units: readonly Unit[];
  private readonly features: readonly Features[];
  private readonly layout: Layout;
  private readonly style: Style;
  /** What it is worth that other headlines of the file carry their author. */
  private readonly habit: number;
  private readonly constraints: ReadonlyMap<number, Constraint>;

  constructor(page: Page, style: Style) {
    this.units = page.units;
    this.features = page.features;
    this.layout = page.layout;
    this.constraints = page.constraints;
    this.style = style;
    const carriers = page.features.filter(
      ({ headings }) => (headings[0]?.byline && headings[0].score >= 2.6) ?? false,
    ).length;
    const bylines = page.features.filter(
      ({ byline, furniture }) => !furniture && (byline?.score ?? 0) >= 3,
    ).length;
    this.habit = carriers > 0 && carriers >= bylines ? 1.6 : 0;
  }

  /** The score of a new article beginning at a unit, after whatever ended before it. */
  private beginning(state: State, at: number, last: number): number {
    if (state.phase === 'start') return 0;
    const gap = this.units[at]?.gap ?? 0;
    const { tight, usualGap } = this.layout;
    let score = tight ? (gap > 0 ? 2.2 : -0.3) : 0.35 * Math.max(-1, Math.min(gap - usualGap, 3));
    score += (this.features[at]?.shift ?? 0) * 1.6;
    score += state.phase === 'signed' ? 0.4 : -1.8;
    if (state.phase === 'body' && this.features[last]?.torn) score -= 4.5;
    return score + closing(state);
  }

  private headerSteps(state: State, at: number, last: number): Step[] {
    const unit = this.units[at];
    const features = this.features[at];
    if (!unit || !features) return [];
    const steps: Step[] = [];
    const begins = state.phase !== 'header';
    const base = begins ? this.beginning(state, at, last) : 0;
    const head: State = begins ? { ...start, phase: 'header' } : state;
    const afterStandfirst = !begins && state.last === 'standfirst' && this.features[last]?.torn ? -4 : 0;

    const late = head.headlines > 0 && head.last === 'standfirst' ? -1.5 : 0;
    const more = late + (head.headlines === 0 ? 0 : head.headlines === 1 ? -0.7 : -1.4);
    steps.push({
      label: 'headline',
      to: { ...head, last: 'headline', headlines: Math.min(3, head.headlines + 1) },
      score: base + more + afterStandfirst + evidence.headline(features, unit, this.layout),
      begins,
    });
    for (const heading of features.headings.slice(0, 3)) {
      if (heading.byline && head.byline) continue;
      steps.push({
        label: 'carrier',
        to: {
          ...head,
          last: 'byline',
          headlines: heading.parts.some(({ label }) => label === 'title')
            ? Math.min(3, head.headlines + 1)
            : head.headlines,
          byline: head.byline || heading.byline !== undefined,
        },
        score:
          base +
          more * 0.5 +
          afterStandfirst +
          heading.score +
          0.8 +
          (heading.byline && heading.score < 3 ? this.habit : 0) -
          (features.furniture ? features.furniture.score * 0.7 : 0),
        begins,
        heading,
        ...(heading.byline ? { byline: heading.byline } : {}),
      });
    }
    const broken = begins || head.headlines === 0 ? this.brokenCarrier(at) : undefined;
    if (broken?.byline && !head.byline) {
      steps.push({
        label: 'carrier',
        to: { ...head, last: 'byline', headlines: Math.min(3, head.headlines + 1), byline: true },
        score: base + more * 0.5 + afterStandfirst + broken.score + 4.4,
        begins,
        span: 2,
        heading: broken,
        byline: broken.byline,
      });
    }
    for (const { span, byline, score } of this.bylines(at)) {
      const strong = byline.score >= 2.5 && byline.authors.every(({ kind }) => kind === undefined);
      if (head.byline && !(head.last === 'byline' && strong)) continue;
      const where = this.style === 'after' ? -2.2 : 0;
      steps.push({
        label: 'byline',
        to: { ...head, last: 'byline', byline: true },
        score: base + score + where + afterStandfirst + (head.byline ? -1.6 : 0),
        begins,
        span,
        byline,
      });
    }
    if (!head.standfirst) {
      const early =
        head.headlines > 0
          ? head.byline
            ? -1.6
            : 0
          : head.byline
            ? -2.2
            : state.phase === 'start'
              ? -0.2
              : -2.4;
      steps.push({
        label: 'standfirst',
        to: { ...head, last: 'standfirst', standfirst: true },
        score: base + early - 0.8 + evidence.standfirst(features),
        begins,
      });
    }
    if (!begins && state.last === 'standfirst') {
      steps.push({
        label: 'continuation',
        to: state,
        score: this.joining(at, last) + evidence.continuation(features, unit, this.layout),
        begins: false,
      });
    }
    return steps;
  }

  /** A line of column, headline and author that is broken over two. */
  private brokenCarrier(at: number): Heading | undefined {
    const [first, second] = [this.units[at], this.units[at + 1]];
    const features = this.features[at + 1];
    if (!first || !second || !features || second.gap > this.layout.usualGap) return undefined;
    if (!features.headings.some(({ score, byline }) => score >= 4.5 && byline)) return undefined;
    return headingsOf(first.text + second.text).find(
      ({ score, byline, parts }) =>
        score >= 4.5 && byline && parts.some(({ label }) => label === 'series' || label === 'furniture'),
    );
  }

  /** Author lines of one or several units that begin at a unit. */
  private bylines(at: number): { span: number; byline: Byline; score: number }[] {
    const found: { span: number; byline: Byline; score: number }[] = [];
    const texts: string[] = [];
    let lines = 0;
    let best = 0;
    for (let span = 1; span <= longestByline; span++) {
      const unit = this.units[at + span - 1];
      const features = this.features[at + span - 1];
      if (!unit || !features || features.width > 64 || (features.furniture?.score ?? 0) >= 5) break;
      if (features.ending === 'sentence' || (span > 1 && unit.gap > this.layout.usualGap)) break;
      texts.push(unit.text);
      if (span > 1) lines += features.role >= 2 ? 0.6 : features.role >= 1 ? 0 : -0.5;
      else if (features.role >= 1 && !features.byline) lines += 0.4;
      const byline = span === 1 ? features.byline : this.group(texts);
      if (!byline) continue;
      const broken = span > 1 && texts.slice(1).some((text, index) => cutsWord(texts[index] ?? '', text));
      const score = byline.score - 0.5 + lines + (broken ? 3 : 0);
      if (span > 1 && score < best + 0.3) continue;
      best = Math.max(best, score);
      const repeated = features.repeatsByline ? 0.8 : 0;
      found.push({
        span,
        byline,
        score:
          Math.min(score, 6 + Math.max(0, lines) + (broken ? 1.5 : 0)) -
          repeated -
          (features.furniture ? features.furniture.score * 0.4 : 0),
      });
    }
    return found;
  }

  private group(texts: readonly string[]): Byline | undefined {
    const key = texts.join('\n');
    if (this.groups.has(key)) return this.groups.get(key);
    const readings = [texts.join('　'), texts.join('')].map((text) => parseByline(text));
    const full = readings.filter((reading) => reading !== undefined);
    const best = full.sort((a, b) => b.score - a.score)[0];
    this.groups.set(key, best);
    return best;
  }

  /** What joining a unit to the one before it costs. */
  private joining(at: number, last: number): number {
    const before = this.features[last];
    if (!before) return -9;
    const inside = this.features[at]?.startsInside ? 4 : 0;
    if (before.torn) return 1 + inside;
    if (before.ending === 'sentence') return -6 + inside;
    return (before.literal ? -4 : -2.4) + inside;
  }

  /** An article without any header of its own: after a signature, or where the subject plainly changes. */
  private bareBeginning(state: State, at: number, last: number): Step[] {
    const [unit, features] = [this.units[at], this.features[at]];
    const ended = state.phase === 'signed' || (state.phase === 'body' && state.last === 'paragraph');
    if (!unit || !features || !ended || features.width < 24 || features.startsInside) return [];
    const score =
      this.beginning(state, at, last) +
      (state.phase === 'signed' ? -0.8 : -4.2) +
      evidence.paragraph(features, unit, this.layout);
    const to: State = { ...start, phase: 'body', last: 'paragraph', paragraphs: 1 };
    return [{ label: 'paragraph', to, score, begins: true }];
  }

  private bodySteps(state: State, at: number, last: number): Step[] {
    const unit = this.units[at];
    const features = this.features[at];
    if (!unit || !features) return [];
    const steps = this.bareBeginning(state, at, last);
    if (state.phase === 'signed') return steps;
    const torn = state.phase === 'body' && state.last === 'paragraph' && (this.features[last]?.torn ?? false);
    const fresh = torn ? -3.6 : 0;
    const entering = state.phase !== 'body';
    const into =
      state.phase === 'start'
        ? -4.5
        : !entering
          ? 0
          : (state.headlines === 0 ? -0.5 : 0) +
            (state.last === 'standfirst' ? -6 : 0) +
            (state.byline || this.style === 'after' ? 0 : -0.3);
    const body: State = { ...state, phase: 'body' };
    const begins = state.phase === 'start';
    const afterHeadline =
      entering && state.last === 'headline' && this.features[last]?.torn && features.startsInside ? -2 : 0;
    steps.push({
      label: 'paragraph',
      to: {
        ...body,
        last: 'paragraph',
        paragraphs: Math.min(2, state.paragraphs + 1),
        byline: state.byline || features.notedAuthor,
      },
      score:
        into +
        fresh +
        afterHeadline +
        evidence.paragraph(features, unit, this.layout) -
        (features.startsInside ? 3 : 0) -
        (features.notedAuthor && state.byline ? 2.5 : 0),
      begins,
    });
    steps.push({
      label: 'subhead',
      to: { ...body, last: 'subhead' },
      score:
        into +
        fresh +
        (entering ? (state.last === 'headline' ? -4.5 : -2.4) : 0) +
        (state.last === 'subhead' ? -6 : 0) +
        evidence.subhead(features, unit, this.layout),
      begins,
    });
    if (state.phase !== 'body') return steps;
    if (state.last === 'paragraph') {
      steps.push({
        label: 'continuation',
        to: { ...state, byline: state.byline || features.notedAuthor },
        score: this.joining(at, last) + evidence.continuation(features, unit, this.layout),
        begins: false,
      });
      for (const { span, byline, score } of this.bylines(at)) {
        const where = this.style === 'before' ? -3.2 : 0;
        steps.push({
          label: 'signature',
          to: { ...state, phase: 'signed', last: 'byline', byline: true },
          score: score - 0.8 + where + (state.byline ? -3.5 : 0) + (torn ? -4.5 : 0),
          begins: false,
          span,
          byline,
        });
      }
    }
    return steps;
  }

  private steps(state: State, at: number, last: number): Step[] {
    const features = this.features[at];
    if (!features) return [];
    const all = [...this.headerSteps(state, at, last), ...this.bodySteps(state, at, last)];
    all.push({ label: 'furniture', to: state, score: evidence.furniture(features), begins: false });
    const constraint = this.constraints.get(at);
    if (!constraint) return all;
    return all.map((step) => {
      const wrong =
        (constraint.labels && !constraint.labels.includes(step.label)) ||
        (constraint.begins !== undefined && constraint.begins !== step.begins) ||
        (constraint.joins !== undefined && constraint.joins !== (step.label === 'continuation'));
      return wrong ? { ...step, score: step.score - 1000 } : step;
    });
  }

  /** What ending the file in a state is worth. */
  private ending(state: State): number {
    if (state.phase === 'header') return state.byline || state.standfirst ? -9 : -0.6;
    if (state.phase === 'start') return 0;
    return closing(state);
  }

  lattice(): Lattice<Label> & { edges: ParseEdge[] } {
    const edges: ParseEdge[] = [];
    type Node = { number: number; state: State; last: number; score: number };
    const at: Map<string, Node>[] = Array.from({ length: this.units.length + 1 }, () => new Map());
    let nodes = 1;
    at[0]?.set('start', { number: 0, state: start, last: -1, score: 0 });
    for (let here = 0; here < this.units.length; here++) {
      const layer = [...(at[here]?.values() ?? [])];
      const top = Math.max(...layer.map(({ score }) => score));
      for (const node of layer) {
        if (node.score < top - beam) continue;
        for (const step of this.steps(node.state, here, node.last)) {
          const end = here + (step.span ?? 1);
          const target = at[end];
          if (!target) continue;
          const last = step.label === 'furniture' ? node.last : end - 1;
          const key = keyOf(step.to, last);
          const score = node.score + step.score;
          let next = target.get(key);
          if (!next) {
            next = { number: nodes++, state: step.to, last, score };
            target.set(key, next);
          } else if (score > next.score) next.score = score;
          edges.push({
            from: node.number,
            to: next.number,
            score: step.score,
            label: step.label,
            begin: here,
            end,
            begins: step.begins,
            ...(step.byline ? { byline: step.byline } : {}),
            ...(step.heading ? { heading: step.heading } : {}),
          });
        }
      }
    }
    const finals = [...(at[this.units.length]?.values() ?? [])].map(({ number, state }) => ({
      node: number,
      score: this.ending(state),
    }));
    return { nodes, edges, finals };
  }
}

export type Parse = Path<Label> & { edges: ParseEdge[]; style: Style; styleMargin: number };

/**
 * Parses a file.
 *
 * @returns the best reading of the whole file with the margin of each unit; the style of author lines is the one of
 *   the two that reads the file better
 */
export function parsePage(page: Page): Parse {
  const [best, other] = (['before', 'after'] as const)
    .map((style) => {
      const path = bestPath(new Grammar(page, style).lattice(), page.units.length);
      if (!path) throw new Error('every line can be furniture, so a path always exists');
      return { ...path, edges: path.edges as ParseEdge[], style };
    })
    .sort((a, b) => b.score - a.score);
  if (!best) throw new Error('two styles were tried');
  return { ...best, styleMargin: best.score - (other?.score ?? best.score) };
}
