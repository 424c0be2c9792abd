/** Lines as units: in a hard-wrapped column the lines of a paragraph become one. */
import { parseByline } from './byline.ts';
import { isFurniture } from './furniture.ts';
import { fills, type Layout, type Unit } from './layout.ts';
import { type Line, visiblePieces } from './lines.ts';
import { seamOf } from './seams.ts';
import { signedHeadlineOf } from './signed-headline.ts';
import { cellsIn, endingOf, isLeftOpen, simplify, simplifyPattern, startsInside, widthOf } from './text.ts';
import { cutsWord } from './words.ts';

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

/** An entry of a list with its number. */
const entry = /^(?:\d{1,2}[.、．)）]|[（(]\d{1,2}[）)]|[•·●○▪■◆*-])\s?\S/u;

/** Whether a line hangs below the entry of a list that goes on in it, further in than the number. */
function hangs({ unit, last, line }: Place, column: number): boolean {
  const isFurther = line.from > (unit.pieces[0]?.from ?? 0);
  return (
    isFurther &&
    line.indented &&
    fills(last, column) &&
    entry.test(unit.text) &&
    isLeftOpen(endingOf(unit.text))
  );
}

/** Whether a line is set in three cells or more, as the row of a table. */
function isRow(text: string): boolean {
  return /\d/u.test(text) && cellsIn(text) >= 3;
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
  if (isRow(last.text) && isRow(line.text)) return false;
  if (endsWithCredit(place, column)) return true;
  if (isFurniture(line.text) || isMarkedByline(line)) return false;
  if (endsCaption(place, column)) return true;
  if (isFurniture(last.text)) return fills(last, column) && isOpen(unit.text) && !line.indented;
  if (isInNote(unit) && !line.indented) return true;
  if (startsInside.test(line.text)) return true;
  if (endingOf(unit.text) === 'sentence' && noteStart.test(simplify(line.text))) return false;
  if (hangs(place, column)) return true;
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
    const isFlush = indents && unit.indented && fills(line, column);
    if (isFlush && startsLatin.test(line.text)) return true;
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
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as Line;
    const unit = units.at(-1);
    // Of a line with control characters in it, which its text has not, so that places in the text are places in the pieces.
    const pieces = visiblePieces(line.raw, { line: line.line, from: line.from, to: line.to });
    const column = layout.columns?.[at];
    const full = column !== undefined && fills(line, column);
    const isInside =
      unit && last && column !== undefined && !isApart(line.line)
        ? goesOn({ above: units.at(-2), unit, last, line, next: lines[at + 1] }, layout.indents, column)
        : false;
    if (unit && isInside) {
      const isFull = last !== undefined && last.width >= (column ?? 0);
      const seam = seamOf(last?.text ?? '', line.text, isFull);
      unit.text += seam + line.text;
      const [first, ...rest] = pieces;
      if (first) unit.pieces.push(seam === '' ? first : { ...first, spaced: true }, ...rest);
      unit.full = full;
    } else {
      const { text, width, gap, indented } = line;
      units.push({ text, width, pieces: [...pieces], gap, indented, deep: isDeep(line), full });
    }
    last = line;
  }
  for (const unit of units) if (unit.pieces.length > 1) unit.width = widthOf(unit.text);
  return units;
}
