/** What the looks of a text leave in doubt though the parse does not: whether it goes on elsewhere, and what parts its halves. */
import { acceptance, type Doubt, lineCorrection, towards, wordsFor } from './doubts.ts';
import type { Headed } from './headed.ts';
import type { Features } from './looks.ts';
import { lineAt, linesAt, type Parsed } from './parsed.ts';
import type { Label } from './state.ts';
import { endingOf, isLeftOpen } from './text.ts';

/** Wider ones that are left open are taken for torn, and narrower ones are scraps. */
const [narrowest, widestScrap] = [8, 12];
/** What sentences and quotations end with, and what leads to others. */
const sentence = /[。！？…」』）)"”]$/u;
const leading = /[：:]$/u;

/**
 * A paragraph that ends in the midst of a sentence: perhaps its other half is the next one, stands elsewhere, or was lost.
 *
 * @param close doubts of the article that are told already
 */
export function unendedParagraphs(
  parsed: Parsed,
  article: number,
  { draft }: Headed,
  close: readonly Doubt[],
): Doubt[] {
  return draft.blocks.flatMap(({ kind, text, pieces, units }, index): Doubt[] => {
    const last = units.at(-1) ?? 0;
    const seen = parsed.features[last];
    if (kind === 'h' || !seen || seen.literal || seen.listed || seen.authorNote) return [];
    const isLast = index === draft.blocks.length - 1;
    // A line that is no sentence is seldom a paragraph; at the end of an article not even one that leads to what follows.
    const isScrap = !sentence.test(text) && (isLast || (seen.width <= widestScrap && !leading.test(text)));
    if (!isScrap && (!isLeftOpen(endingOf(text)) || seen.width <= narrowest)) return [];
    const line = pieces.at(-1)?.line ?? lineAt(parsed, last);
    const below = draft.blocks[index + 1]?.pieces[0]?.line;
    const correction =
      below === undefined ? acceptance('ID') : lineCorrection(parsed.file, [below, below], 'joins: true');
    if (close.some((doubt) => doubt.correction === correction)) return [];
    return [
      {
        article,
        line,
        code: 'join-unsure',
        decided: 'a paragraph that ends in the midst of a sentence',
        runnerUp: 'the first half of one that goes on elsewhere',
        margin: 0.5,
        correction,
      },
    ];
  });
}

/** A subhead whose end makes a word with the text below: perhaps the beginning of that text, torn off. */
export function wordsOfSubheads(parsed: Parsed, article: number, { draft }: Headed): Doubt[] {
  return draft.blocks.flatMap(({ kind, units }, index): Doubt[] => {
    const at = units.at(-1) ?? 0;
    const below = draft.blocks[index + 1]?.units[0];
    if (kind !== 'h' || below === undefined || !parsed.features[at]?.perhapsCut) return [];
    const line = lineAt(parsed, at);
    return [
      {
        article,
        line,
        code: 'subhead-unsure',
        decided: wordsFor('subhead'),
        runnerUp: 'the beginning of the paragraph below, of which it is torn off',
        margin: 1,
        correction: joinedBelow(parsed.file, linesAt(parsed, at), linesAt(parsed, below)),
      },
    ];
  });
}

/** A correction that makes the lines of a subhead the beginning of the paragraph below. */
function joinedBelow(file: string, subhead: [number, number], below: [number, number]): string {
  const [, ...joins] = lineCorrection(file, below, 'joins: true').split('\n');
  return [lineCorrection(file, subhead, 'label: paragraph'), ...joins].join('\n');
}

/** Text that the page sent elsewhere, and that was put behind what stands before the turn. */
export function resumedParts(parsed: Parsed, article: number, { draft }: Headed): Doubt[] {
  return (draft.resumedAt ?? []).map((at) => {
    const line = lineAt(parsed, at);
    return {
      article,
      line,
      code: 'join-unsure',
      decided: 'the rest of an article that the page sent elsewhere',
      runnerUp: 'text of another article',
      margin: 1,
      correction: lineCorrection(parsed.file, [line, line], 'begins: true'),
    };
  });
}

/**
 * Short prose beside a picture's credit, in the middle of a torn paragraph: perhaps its caption. And what parts the halves of
 * a paragraph as a caption without any mark does: perhaps a third of its parts.
 */
export function likeCaptions(parsed: Parsed, article: number, { draft }: Headed): Doubt[] {
  const { file, features, labels } = parsed;
  const doubts: Doubt[] = [];
  const add = (at: number, decided: string, runnerUp: string, rival: Label): void => {
    const correction = lineCorrection(file, linesAt(parsed, at), towards(labels[at] as Label, rival));
    const line = lineAt(parsed, at);
    doubts.push({ article, line, code: 'furniture-unsure', decided, runnerUp, margin: 1, correction });
  };
  let last: Features | undefined;
  for (let at = draft.begin; at <= draft.end; at++) {
    const seen = features[at];
    const label = labels[at];
    if (!seen || label === undefined) continue;
    if (label === 'furniture') {
      if (seen.bareCaption) add(at, 'the caption of a picture', wordsFor('continuation'), 'continuation');
      continue;
    }
    const isProse = label === 'paragraph' || label === 'continuation';
    const besidePicture = seen.nearPicture && seen.width <= 40 && seen.ending !== 'sentence' && last?.torn;
    if (isProse && (besidePicture || seen.bareCaption))
      add(at, wordsFor(label), 'the caption of the picture beside it', 'furniture');
    last = seen;
  }
  return doubts;
}
