/** What blank lines mean on a page: where they part articles, and where they do not. */
import { parseByline } from './byline.ts';
import { isFurniture } from './furniture.ts';
import type { Line } from './lines.ts';
import { endingOf } from './text.ts';

/** Whether a blank line stands over a line in the midst of a sentence: then blank lines part not articles alone. */
function isTorn(lines: readonly Line[], at: number): boolean {
  const [above, below] = [lines[at - 1], lines[at]];
  if (!above || !below || below.gap === 0 || isFurniture(above.text) || isFurniture(below.text)) return false;
  const ending = endingOf(above.text);
  return ending === 'comma' || (ending === 'open' && above.width >= 16 && !below.indented);
}

/** Whether a text ends with a sentence, or is no text of an article. */
function isFinished(text: string): boolean {
  const ending = endingOf(text);
  return ending === 'sentence' || ending === 'closing' || isFurniture(text);
}

/** Wide gaps that all follow a finished sentence are the paper's way of parting its articles. */
export function gapWorth(lines: readonly Line[], usualGap: number): number {
  if (usualGap === 0) return lines.some((_, at) => isTorn(lines, at)) ? 1 : 2.2;
  const wide = lines.flatMap((line, at) => (at > 0 && line.gap > usualGap ? [at] : []));
  const parting = wide.every((at) => isFinished(lines[at - 1]?.text ?? ''));
  if (!parting || wide.length === 0) return 0.35;
  return Math.min(3, wide.length);
}

/** So sure is a line to name an author. */
const sureByline = 2.5;

function isByline({ text, width }: Line): boolean {
  return width <= 40 && (parseByline(text)?.score ?? 0) >= sureByline;
}

/** Whether an article may end with a line: with a sentence, a signature or a note of the paper. */
function mayEndArticle(line: Line): boolean {
  return isFinished(line.text) || isByline(line);
}

/** A heading within a text is so wide at most, a text so wide at least, and so wide it needs no full stop to be one. */
const [widestSubhead, narrowestText, surelyText] = [30, 24, 60];

/** So many lines a header has at most before its text. */
const longestHeader = 4;

type Below = 'header' | 'lone' | 'other';

/**
 * What stands below a gap: the header of an article, which has several lines or names an author; a lone short line over
 * a text, as headings within texts are; or something else.
 */
function belowGap(lines: readonly Line[], from: number, { usualGap, indents }: Usual): Below {
  const isText = ({ text, width, indented }: Line): boolean =>
    width >= surelyText || (indents ? indented : width >= narrowestText && endingOf(text) === 'sentence');
  const isApart = (at: number): boolean => (lines[at]?.gap ?? 0) > usualGap;
  let end = from;
  while (end < lines.length && end - from <= longestHeader && !isText(lines[end] as Line)) {
    end++;
    if (isApart(end)) return 'other';
  }
  if (end === from || end === lines.length) return 'other';
  if (end - from > 1) return 'header';
  const line = lines[from] as Line;
  if (line.width > widestSubhead) return isByline(line) ? 'header' : 'other';
  const isHeading = isFinished(lines[from - 1]?.text ?? '') && !isFurniture(line.text);
  if (!isHeading) return 'other';
  return isByline(line) ? 'header' : 'lone';
}

/** The least of some numbers, of which a call could not take all that a file may have. */
function least(numbers: readonly number[]): number {
  return numbers.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY);
}

/** So many gaps of a width at least show what the paper means by them, and so many headers. */
const [enoughGaps, enoughHeaders] = [3, 2];

/** The blank lines that usually part paragraphs, and whether paragraphs begin with an indent. */
type Usual = { usualGap: number; indents: boolean };

/**
 * The smallest of the gaps wider than usual that, like all wider ones, follow what ends an article and stand not over
 * headings within texts.
 *
 * @returns blank lines; infinite where gaps do not part articles, or are too few to tell
 */
export function partingGap(lines: readonly Line[], usual: Usual): number {
  const sentences = lines.map(({ text }) => text.endsWith('。'));
  // Headlines gathered at the top or the end of a file have gaps of their own.
  const [first, last] = [sentences.indexOf(true), sentences.lastIndexOf(true)];
  const below = lines.map((_, at) => belowGap(lines, at, usual));
  const gapsOver = (kind: Below): number[] =>
    lines.flatMap(({ gap }, at) => (below[at] === kind ? [gap] : []));
  const isWide = (gap: number): boolean => gap > usual.usualGap;
  const overHeaders = gapsOver('header').filter(isWide);
  const overLone = gapsOver('lone');
  const leastOverHeaders = overHeaders.length < enoughHeaders ? 0 : least(overHeaders);
  // Where paragraphs have no gaps, and no heading but with one, gaps over many of them say nothing.
  const areSubheadsApart =
    usual.usualGap === 0 && overLone.every(isWide) && overLone.length * 2 >= overHeaders.length;
  const isOverSubhead = (at: number, gap: number): boolean =>
    below[at] === 'lone' && (gap < leastOverHeaders || (gap === leastOverHeaders && areSubheadsApart));
  const wide = lines.flatMap(({ gap }, at) => {
    const above = lines[at - 1];
    if (above === undefined || at <= first || at > last || !isWide(gap)) return [];
    return [{ gap, parts: !isOverSubhead(at, gap) && mayEndArticle(above) }];
  });
  const widest = wide.reduce((most, { gap, parts }) => (parts ? most : Math.max(most, gap)), 0);
  const parting = wide.filter(({ gap }) => gap > widest).map(({ gap }) => gap);
  return parting.length < enoughGaps ? Number.POSITIVE_INFINITY : least(parting);
}
