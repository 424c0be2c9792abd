/** How a dump is laid out: what a blank line, an indent and the width of a line mean in it. */
import { parseByline } from './byline.ts';
import { furnitureOf } from './furniture.ts';
import { signedHeadlineOf } from './heading.ts';
import type { Line, Piece } from './lines.ts';
import { endingOf, isLeftOpen, simplify, simplifyPattern, startsInside, widthOf } from './text.ts';
import { cutsWord } from './words.ts';

export type Layout = {
  /** For each line, the width at which its hard-wrapped column cuts, in full-width characters. */
  columns?: readonly number[];
  /** Paragraphs begin with an indent. */
  indents: boolean;
  /** Blank lines that usually part paragraphs. */
  usualGap: number;
  /** What more blank lines than usual are worth as the mark of a new article: 0 where they stand anywhere. */
  gapWorth: number;
  /** Blank lines from which on gaps stand nowhere but where one article ends and another begins; infinite where none do. */
  partingGap: number;
};

/** One or more lines that read as one: a paragraph of a hard-wrapped column, or simply a line. */
export type Unit = {
  text: string;
  /** Of the text, in full-width characters. */
  width: number;
  pieces: Piece[];
  gap: number;
  indented: boolean;
  /** It begins far to the right, as signatures and lines set in the middle do. */
  deep: boolean;
  /** The last line of the unit fills its column, so that it may not have ended by itself. */
  full: boolean;
};

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

/** The width of hard-wrapped columns: a width that most longer lines share and hardly any exceeds. */
function columnOf(lines: readonly Line[], least: number): number | undefined {
  const widths = lines.map(({ width, indented }) => Math.round(width + (indented ? 2 : 0)));
  const longer = widths.filter((width) => width >= 10);
  if (longer.length < least) return undefined;
  const count = new Map<number, number>();
  for (const width of longer) count.set(width, (count.get(width) ?? 0) + 1);
  let [column, near] = [0, 0];
  for (const width of count.keys()) {
    if (width > 48) continue;
    const around = [-1, 0, 1].reduce((sum, by) => sum + (count.get(width + by) ?? 0), 0);
    if (around > near || (around === near && width > column)) [column, near] = [width, around];
  }
  if (column < 10) return undefined;
  const wider = longer.filter((width) => width > column + 2).length;
  return near >= longer.length * 0.4 && wider <= longer.length * 0.06 ? column : undefined;
}

/** Lines that follow each other without a blank line, as ranges. */
function stretchesOf(lines: readonly Line[]): [from: number, to: number][] {
  const stretches: [number, number][] = [];
  for (const [at, { gap }] of lines.entries()) {
    const last = stretches.at(-1);
    if (last && gap === 0) last[1] = at + 1;
    else stretches.push([at, at + 1]);
  }
  return stretches;
}

/**
 * The width of the column that each line stands in: one for the whole file, or, where a page sets its articles in
 * columns of several widths, that of the nearest stretch of lines that has one.
 *
 * @returns `undefined` where lines are not cut by a column
 */
function columnsOf(lines: readonly Line[]): number[] | undefined {
  const whole = columnOf(lines, 8);
  if (whole !== undefined) return lines.map(() => whole);
  const measured = stretchesOf(lines).flatMap(([from, to]) => {
    const column = to - from < 5 ? undefined : columnOf(lines.slice(from, to), 4);
    return column === undefined ? [] : [{ from, to, column }];
  });
  const long = lines.filter(({ width }) => width >= 10).length;
  const covered = measured.reduce((sum, { from, to }) => sum + to - from, 0);
  if (measured.length === 0 || covered < long * 0.5) return undefined;
  return lines.map((_, at) => {
    const distance = ({ from, to }: { from: number; to: number }): number =>
      Math.max(0, from - at, at - to + 1);
    return measured.reduce((best, each) => (distance(each) < distance(best) ? each : best)).column;
  });
}

/** Measures the layout of a whole file. */
export function layoutOf(lines: readonly Line[]): Layout {
  const columns = columnsOf(lines);
  const prose = lines.filter(({ width }, at) => at > 0 && (columns !== undefined || width >= 26));
  const starts = columns
    ? lines.filter((_, at) => at > 0 && endsParagraph(lines[at - 1], columns[at - 1] ?? 0))
    : prose;
  // What follows a paragraph in a column may be a heading or a signature: of such lines most do not fill the column.
  const ofProse = columns ? starts.filter((line) => line.width >= (columns[0] ?? 0) * 0.6) : prose;
  const indented = ofProse.filter((line) => line.indented).length;
  const gaps = (columns ? starts : prose).map(({ gap }) => gap);
  const usualGap = median(gaps);
  return {
    ...(columns ? { columns } : {}),
    indents: indented >= Math.max(2, ofProse.length * 0.45),
    usualGap,
    gapWorth: gapWorth(lines, usualGap),
    partingGap: partingGap(lines, usualGap),
  };
}

/** Whether a blank line stands over a line in the midst of a sentence: then blank lines part not articles alone. */
function isTorn(lines: readonly Line[], at: number): boolean {
  const [above, below] = [lines[at - 1], lines[at]];
  if (!above || !below || below.gap === 0 || isFurniture(above.text) || isFurniture(below.text)) return false;
  const ending = endingOf(above.text);
  return ending === 'comma' || (ending === 'open' && above.width >= 16 && !below.indented);
}

/** Wide gaps that all follow a finished sentence are the paper's way of parting its articles. */
function gapWorth(lines: readonly Line[], usualGap: number): number {
  if (usualGap === 0) return lines.some((_, at) => isTorn(lines, at)) ? 1 : 2.2;
  const wide = lines.flatMap((line, at) => (at > 0 && line.gap > usualGap ? [at] : []));
  const parting = wide.every((at) => {
    const above = lines[at - 1]?.text ?? '';
    return endingOf(above) === 'sentence' || isFurniture(above) || endingOf(above) === 'closing';
  });
  if (!parting || wide.length === 0) return 0.35;
  return Math.min(3, wide.length);
}

/** So many gaps of a width at least show what the paper means by them. */
const enoughGaps = 3;

/** Whether an article may end with a line: with a sentence, a signature or a note of the paper. */
function mayEndArticle({ text, width }: Line): boolean {
  const ending = endingOf(text);
  if (ending === 'sentence' || ending === 'closing' || isFurniture(text)) return true;
  return width <= 40 && (parseByline(text)?.score ?? 0) >= 2.5;
}

/** The smallest of the gaps wider than usual that, like all wider ones, follow what ends an article. */
function partingGap(lines: readonly Line[], usualGap: number): number {
  const sentences = lines.map(({ text }) => text.endsWith('。'));
  // Headlines gathered at the top or the end of a file have gaps of their own.
  const [first, last] = [sentences.indexOf(true), sentences.lastIndexOf(true)];
  const wide = lines.flatMap(({ gap }, at) => {
    const above = lines[at - 1];
    const isInside = above !== undefined && at > first && at <= last;
    return isInside && gap > usualGap ? [{ gap, ends: mayEndArticle(above) }] : [];
  });
  const widest = Math.max(0, ...wide.filter(({ ends }) => !ends).map(({ gap }) => gap));
  const parting = wide.filter(({ gap }) => gap > widest);
  return parting.length < enoughGaps ? Number.POSITIVE_INFINITY : Math.min(...parting.map(({ gap }) => gap));
}

function fills(line: Line, column: number): boolean {
  return line.width + (line.indented ? 2 : 0) >= column - 2.5;
}

function endsParagraph(line: Line | undefined, column: number): boolean {
  return line !== undefined && line.width < column - 2.5 && endingOf(line.text) === 'sentence';
}

function isFurniture(text: string): boolean {
  const found = furnitureOf(text);
  return found !== undefined && (found.score >= 5 || found.kind === 'picture');
}

/** A Latin word, a number or an address, which a column moves to the next line whole. */
const startsLatin = /^[「『（(《]*[\p{Script=Latin}\d/]/u;

/** Whether a bracket was opened and not closed. */
function isOpen(text: string): boolean {
  return (text.match(/[（(【]/gu)?.length ?? 0) > (text.match(/[）)】]/gu)?.length ?? 0);
}

/** A note in brackets may be set narrower than the column, over so many lines. */
const longestNote = 4;

/** Whether a bracket that begins a unit goes on in a line, and ends there or later. */
function isInNote(unit: Unit): boolean {
  return /^[（(【]/u.test(unit.text) && isOpen(unit.text) && unit.pieces.length < longestNote;
}

/** Whether a line is the rest of the caption above it, which is set narrower than the column. */
function endsCaption({ above, unit, line }: Place, column: number): boolean {
  const { text } = unit;
  if (!/^[▲▼◀▶△▽◄►▴▾]/u.test(text) || unit.pieces.length > 1 || endingOf(text) === 'sentence') return false;
  if (line.indented || line.width >= column - 2.5) return false;
  return cutsWord(text, line.text) && !cutsWord(above?.text ?? '', line.text);
}

const captionStart = simplifyPattern(/^(?:[▲▼◀▶△▽◄►▴▾■●◆□]|[（(][上下左右]圖[）)])/u);
const creditEnd = simplifyPattern(
  /[。）)\s](?:資料圖片|資料圖|網上圖片|本報記者攝|.{2,6}攝|.{2,8}(?:提供|供圖))[）)]?$/u,
);

/** Whether a line ends with the credit of the picture whose caption began in the line above it. */
function endsWithCredit({ unit, last, line }: Place, column: number): boolean {
  if (unit.pieces.length > 3 || line.indented || !fills(last, column)) return false;
  return (
    captionStart.test(simplify(unit.text)) &&
    isLeftOpen(endingOf(unit.text)) &&
    creditEnd.test(simplify(line.text))
  );
}

/** Whether a unit is a paragraph by its shape alone. */
function isProse(unit: Unit): boolean {
  return unit.pieces.length > 1 || unit.indented;
}

/** Whether a short line that ends nothing stands in the midst of a paragraph: it is something else that is printed there. */
function interrupts({ unit, line, next }: Place, column: number): boolean {
  const isShort = !fills(line, column) && endingOf(line.text) === 'open';
  if (!isShort || !next || next.gap > 0 || next.indented) return false;
  return isProse(unit) && !startsLatin.test(next.text);
}

/** Whether a line that would go on in a paragraph names an author with roles, and nothing else: the caption of a portrait. */
function interruptsAsByline({ unit, line }: Place): boolean {
  if (!isProse(unit) || /[，。]/u.test(line.text) || !/\s/u.test(line.text)) return false;
  return (parseByline(line.text)?.score ?? 0) >= 4;
}

/** Whether a line says of itself that it is an author's: 文：, 作者：. */
function isMarkedByline({ text }: Line): boolean {
  const byline = /[：:／/◎]/u.test(text.slice(0, 6)) ? parseByline(text) : undefined;
  return byline?.marked === true && byline.score >= 5;
}

/** Whether a unit is a headline with its author in brackets, after which another may stand. */
function isSignedHeadline({ text, width, pieces }: Unit): boolean {
  return width <= 40 && pieces.length <= 2 && signedHeadlineOf(text) !== undefined;
}

/** Whether a note on the author has not ended with its line. */
function noteGoesOn(unit: Unit, last: Line, column: number): boolean {
  if (!noteStart.test(simplify(unit.text.slice(0, 10)))) return false;
  const ending = endingOf(unit.text);
  return ending === 'comma' || (ending === 'open' && fills(last, column));
}

/** A line, those next to it, and the units above it. */
type Place = { above: Unit | undefined; unit: Unit; last: Line; line: Line; next: Line | undefined };

/** Whether a line goes on in the middle of the unit above it, in a hard-wrapped column of the given width. */
function goesOn(place: Place, indents: boolean, column: number): boolean {
  const { unit, last, line } = place;
  if (line.gap > 0) return false;
  if (noteGoesOn(unit, last, column) && !line.indented) return true;
  if (endsWithCredit(place, column)) return true;
  if (isFurniture(line.text) || isMarkedByline(line)) return false;
  if (endsCaption(place, column)) return true;
  if (isFurniture(last.text)) return fills(last, column) && isOpen(unit.text) && !line.indented;
  if (isInNote(unit) && !line.indented) return true;
  if (startsInside.test(line.text)) return true;
  if (endingOf(unit.text) === 'sentence' && noteStart.test(simplify(line.text))) return false;
  if (line.indented) return false;
  // Where paragraphs are indented, the lines of a header stand apart: how they go together is for the parse to say.
  const stops = /[，。；]/u;
  // A text that introduces an article has lines that fill the column too, and stops.
  const isText = fills(last, column) && fills(line, column) && stops.test(line.text);
  if (indents && !unit.indented && unit.pieces.length === 1 && !stops.test(unit.text) && !isText)
    return false;
  const ending = endingOf(unit.text);
  if (!fills(last, column)) {
    if (interruptsAsByline(place)) return false;
    // A long Latin word or an address moves to the next line and leaves the one above it short.
    const isLong = unit.pieces.length > 1 || (unit.indented && unit.width > column * 0.6);
    return isLong && (ending === 'comma' || (ending !== 'sentence' && startsLatin.test(line.text)));
  }
  if (interrupts(place, column)) return false;
  if (isSignedHeadline(unit)) return false;
  const isShort = line.width < column - 2.5;
  if (ending === 'sentence' && isShort && endingOf(line.text) !== 'sentence') return false;
  if (
    unit.pieces.length === 1 &&
    ((parseByline(line.text)?.score ?? 0) >= 3 || (parseByline(unit.text)?.score ?? 0) >= 3.5)
  ) {
    return unit.indented;
  }
  return true;
}

/** Indents of paragraphs are two characters wide, perhaps three. */
const deepest = 4.5;

function isDeep({ raw, from }: Line): boolean {
  if (from === 0) return false;
  const before = raw.slice(0, from);
  return widthOf(before.slice(before.trimEnd().length).replaceAll('\t', '　　')) >= deepest;
}

/** A note on the author begins a unit of its own, whatever fills the line above it. */
const noteStart = simplifyPattern(/^[（(【*＊※]?(?:本文|文章)?作者(?:為|是|係|簡介|：)/u);

/**
 * Lines as units: in a hard-wrapped column the lines of a paragraph become one.
 *
 * @param isApart whether a person said of a line that it begins a unit
 */
export function unitsOf(
  lines: readonly Line[],
  layout: Layout,
  isApart: (line: number) => boolean = () => false,
): Unit[] {
  const units: Unit[] = [];
  let last: Line | undefined;
  for (const [at, line] of lines.entries()) {
    const unit = units.at(-1);
    const piece = { line: line.line, from: line.from, to: line.to };
    const column = layout.columns?.[at];
    const full = column !== undefined && fills(line, column);
    const isInside =
      unit && last && column !== undefined && !isApart(line.line)
        ? goesOn({ above: units.at(-2), unit, last, line, next: lines[at + 1] }, layout.indents, column)
        : false;
    if (unit && isInside) {
      unit.text += line.text;
      unit.pieces.push(piece);
      unit.full = full;
    } else {
      const { text, width, gap, indented } = line;
      units.push({ text, width, pieces: [piece], gap, indented, deep: isDeep(line), full });
    }
    last = line;
  }
  for (const unit of units) if (unit.pieces.length > 1) unit.width = widthOf(unit.text);
  return units;
}
