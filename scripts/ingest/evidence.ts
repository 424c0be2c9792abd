/**
 * How much a unit looks like each thing that stands on an op-ed page, from its own features alone.
 * The figures are log-odds by judgement; 0 is "might be", 4 "hardly anything else", -4 "hardly".
 */

import type { Layout, Unit } from './layout.ts';
import type { Features } from './looks.ts';

function against(features: Features, byline: number, furniture: number): number {
  const { byline: author, furniture: found, role, headings } = features;
  const carried = headings[0]?.byline && headings[0].score >= 4 ? headings[0].score * 0.7 : 0;
  const authorScore = author?.score ?? 0;
  return (
    -(authorScore >= 2
      ? authorScore * byline
      : role >= 1
        ? role * (role >= 2 ? 1.7 : 1) + (features.rolesOfNeighbour ? 1.5 : 0)
        : 0) -
    (found ? found.score * furniture : 0) -
    carried -
    (features.bareName ? 1 : 0)
  );
}

function prose({
  width,
  ending,
  innerSentence,
  innerCall,
  inList,
  innerComma,
  literal,
  listed,
  marked,
  salutes,
}: Features): number {
  if (salutes) return 3.4;
  if (literal && ending === 'open') return 3.4;
  if ((marked || (inList && listed)) && width < 24 && ending !== 'sentence') return 1.6;
  const byWidth = width >= 60 ? 4 : width >= 35 ? 3 : width >= 24 ? 1.5 : width >= 14 ? -0.4 : -1.2;
  // Prose of some length without any mark in it or at its end is a rarity.
  const unmarked = ending === 'open' && width <= 34 && !innerComma && !innerSentence && !innerCall ? -1.5 : 0;
  const byEnding =
    ending === 'sentence'
      ? 2.2
      : ending === 'colon'
        ? 1.4
        : ending === 'closing'
          ? 0.5
          : width >= 24
            ? -0.3
            : -2;
  return (
    byWidth +
    unmarked +
    byEnding +
    (innerSentence ? 1.2 : innerCall ? 0.5 : 0) +
    (innerComma ? 0.9 : 0) +
    (literal ? 2.5 : 0) +
    (listed && width > 18 ? 0.5 : 0)
  );
}

/** Prose has no blanks between its Han words. */
function parted({ parts, width, innerSentence, literal }: Features): number {
  return parts >= 2 && width < 34 && !innerSentence && !literal ? -1.6 : 0;
}

export function paragraph(features: Features, unit: Unit, layout: Layout): number {
  const indent = layout.indents ? (unit.indented ? 2.2 : features.width < 30 ? -3.2 : -2) : 0;
  const asks = features.asks && !features.innerSentence && features.width <= 28 ? -2 : 0;
  return (
    prose(features) +
    parted(features) +
    indent +
    asks +
    (features.authorNote ? 5 : 0) +
    (features.cutBelow ? (features.opens ? 6 : 2) : 0) +
    against(features, 0.8, 0.6)
  );
}

/** The second part of a paragraph that was torn. */
export function continuation(features: Features, unit: Unit, layout: Layout): number {
  const { width, ending } = features;
  const byWidth = width >= 24 ? 2.5 : width >= 12 ? 1 : 0;
  const byEnding =
    ending === 'sentence'
      ? 2.2
      : ending === 'closing'
        ? 0.4
        : ending === 'colon'
          ? 0.8
          : width >= 24
            ? 0
            : -1.6;
  const indent = layout.indents ? (unit.indented ? -4 : 1.5) : 0;
  const inner = (features.innerSentence ? 1.2 : 0) + (features.innerComma ? 0.9 : 0);
  const inside =
    (features.startsInside ? 4 : 0) + (features.cutAbove ? 2.5 : 0) - (features.afterTurn ? 9 : 0);
  return byWidth + byEnding + inner + indent + inside + against(features, 0.8, 0.6);
}

export function subhead(features: Features, unit: Unit, layout: Layout): number {
  const { width, ending, asks } = features;
  const byWidth =
    width < 2 ? -3 : width <= 3 ? -0.5 : width <= 16 ? 1.6 : width <= 22 ? 0.8 : width <= 28 ? -1.8 : -7;
  const byEnding = asks
    ? -0.2
    : ending === 'sentence'
      ? -5
      : ending === 'colon'
        ? -4
        : ending === 'comma'
          ? -6
          : ending === 'closing'
            ? 0
            : 0.6;
  const indent = layout.indents && unit.indented ? -0.8 : 0;
  return (
    byWidth +
    byEnding +
    indent -
    (features.innerSentence ? 5 : features.innerCall ? 0.5 : 0) -
    (features.innerComma ? 1.2 : 0) -
    (features.colon ? 1 : 0) -
    (features.marked ? 1.2 : 0) +
    (features.counted ? 2 : 0) -
    (features.inList && features.listed ? 2.5 : 0) -
    (features.literal ? 2.5 : 0) -
    (features.authorNote ? 9 : 0) -
    (features.startsInside ? 4 : 0) -
    (features.cutBelow ? 4 : 0) -
    (features.opens && !features.asks ? 3 : 0) -
    (features.spoken ? 3 : 0) +
    against(features, 0.7, 0.6)
  );
}

export function headline(features: Features, unit: Unit, layout: Layout): number {
  const { width, ending, asks } = features;
  const byWidth =
    width < 3 ? -3 : width < 4 ? -0.6 : width <= 5.5 ? 0.2 : width <= 26 ? 1.6 : width <= 34 ? 0 : -5;
  const byEnding = asks
    ? 0.2
    : ending === 'sentence'
      ? -6
      : ending === 'colon'
        ? -4
        : ending === 'comma'
          ? -6
          : ending === 'closing'
            ? 0.2
            : 0.6;
  return (
    byWidth +
    byEnding +
    (features.parts >= 2 ? 0.8 : 0) +
    (features.colon ? 0.4 : 0) -
    (features.innerSentence ? 4 : features.innerCall ? 0.2 : 0) -
    (features.innerComma ? 0.9 : 0) -
    (features.literal ? 2 : 0) -
    (features.authorNote ? 9 : 0) -
    (features.startsInside ? 4 : 0) -
    (features.cutBelow && features.innerComma ? 3 : 0) +
    (features.listedHead ? 6 : 0) -
    (features.contact ? 4 : 0) -
    (layout.indents && unit.indented && width > 16 ? 0.5 : 0) -
    (features.marked ? 0.8 : features.listed ? 1.2 : 0) -
    (features.counted ? 1.5 : 0) +
    against(features, 0.8, 0.7)
  );
}

/** The piece that introduces an article, between its headline and its byline. */
export function standfirst(features: Features): number {
  const { width } = features;
  const tooShort = width < 24 && !features.introduces ? -3 : width > 330 ? -2 : 0;
  return (
    prose(features) +
    tooShort -
    0.4 -
    (features.listed ? 2 : 0) -
    (features.authorNote ? 9 : 0) +
    (features.introduces ? 6 : 0) +
    (features.namesAuthor ? 7 : 0) +
    against(features, 0.8, 0.6)
  );
}

export function furniture(features: Features): number {
  if (features.furniture) return features.furniture.score;
  if (features.authorNote) return -9;
  if (features.repeatsByline && features.width <= 40 && features.ending !== 'sentence') return 1.6;
  if (features.nearPicture && features.width <= 40) return features.ending === 'sentence' ? -1.5 : -1;
  return features.width <= 30 && features.ending !== 'sentence' ? -4.2 : -7;
}
