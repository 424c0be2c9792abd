/** How a dump is laid out: what a blank line, an indent and the width of a line mean in it. */
import { parseByline } from './byline.ts';
import { furnitureOf } from './furniture.ts';
import type { Line, Piece } from './lines.ts';
import { endingOf, startsInside, widthOf } from './text.ts';

export type Layout = {
  /** Width at which lines are cut in hard-wrapped columns, in full-width characters. */
  column?: number;
  /** Paragraphs begin with an indent. */
  indents: boolean;
  /** Paragraphs follow each other without a blank line, so that a blank line parts something larger. */
  tight: boolean;
  /** Blank lines that usually part paragraphs. */
  usualGap: number;
  /** What more blank lines than usual are worth as the mark of a new article: 0 where they stand anywhere. */
  gapWorth: number;
};

/** One or more lines that read as one: a paragraph of a hard-wrapped column, or simply a line. */
export type Unit = {
  text: string;
  pieces: Piece[];
  gap: number;
  indented: boolean;
  /** The unit fills at least one line of its column, so that its first line did not end by itself. */
  wrapped: boolean;
};

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

/** The width of hard-wrapped columns: a width that most longer lines share and hardly any exceeds. */
function columnOf(lines: readonly Line[]): number | undefined {
  const widths = lines.map(({ text, indented }) => Math.round(widthOf(text) + (indented ? 2 : 0)));
  const longer = widths.filter((width) => width >= 10);
  if (longer.length < 8) return undefined;
  const count = new Map<number, number>();
  for (const width of longer) count.set(width, (count.get(width) ?? 0) + 1);
  const near = (width: number): number =>
    [-1, 0, 1].reduce((sum, by) => sum + (count.get(width + by) ?? 0), 0);
  const column = [...count.keys()]
    .filter((width) => width <= 48)
    .sort((a, b) => near(b) - near(a) || b - a)[0];
  if (column === undefined || column < 10) return undefined;
  const wider = longer.filter((width) => width > column + 2).length;
  return near(column) >= longer.length * 0.4 && wider <= longer.length * 0.06 ? column : undefined;
}

/** Measures the layout of a whole file. */
export function layoutOf(lines: readonly Line[]): Layout {
  const column = columnOf(lines);
  const prose = lines.filter(({ text }, at) => at > 0 && (column !== undefined || widthOf(text) >= 26));
  const starts =
    column === undefined ? prose : lines.filter((_, at) => at > 0 && endsParagraph(lines[at - 1], column));
  const indented = starts.filter((line) => line.indented).length;
  const gaps = (column === undefined ? prose : starts).map(({ gap }) => gap);
  const usualGap = median(gaps);
  return {
    ...(column === undefined ? {} : { column }),
    indents: indented >= Math.max(2, starts.length * 0.45),
    tight: usualGap === 0,
    usualGap,
    gapWorth: gapWorth(lines, usualGap),
  };
}

/** Wide gaps that all follow a finished sentence are the paper's way of parting its articles. */
function gapWorth(lines: readonly Line[], usualGap: number): number {
  if (usualGap === 0) return 2.2;
  const wide = lines.flatMap((line, at) => (at > 0 && line.gap > usualGap ? [at] : []));
  const parting = wide.every((at) => {
    const above = lines[at - 1]?.text ?? '';
    return endingOf(above) === 'sentence' || isFurniture(above) || endingOf(above) === 'closing';
  });
  if (!parting || wide.length === 0) return 0.35;
  return Math.min(3, wide.length);
}

function endsParagraph(line: Line | undefined, column: number): boolean {
  return line !== undefined && widthOf(line.text) < column - 2.5 && endingOf(line.text) === 'sentence';
}

function isFurniture(text: string): boolean {
  const found = furnitureOf(text);
  return found !== undefined && (found.score >= 5 || found.kind === 'picture');
}

/** Whether a line goes on in the middle of the unit above it, in a hard-wrapped column of the given width. */
function goesOn(unit: Unit, last: Line, line: Line, layout: Layout & { column: number }): boolean {
  if (line.gap > 0 || isFurniture(line.text) || isFurniture(last.text)) return false;
  if (startsInside.test(line.text)) return true;
  if (line.indented) return false;
  const fills = widthOf(last.text) + (last.indented ? 2 : 0) >= layout.column - 2.5;
  const ending = endingOf(unit.text);
  if (!fills) {
    // A long Latin word or an address moves to the next line and leaves the one above it short.
    const isProse = unit.pieces.length > 1 || (unit.indented && widthOf(unit.text) > layout.column * 0.6);
    return isProse && (ending === 'comma' || (ending === 'open' && /^[\p{Script=Latin}\d]/u.test(line.text)));
  }
  const isShort = widthOf(line.text) < layout.column - 2.5;
  if (ending === 'sentence' && isShort && endingOf(line.text) !== 'sentence') return false;
  if (
    unit.pieces.length === 1 &&
    ((parseByline(line.text)?.score ?? 0) >= 3 || (parseByline(unit.text)?.score ?? 0) >= 3.5)
  ) {
    return unit.indented;
  }
  return true;
}

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
  for (const line of lines) {
    const unit = units.at(-1);
    const { column } = layout;
    const piece = { line: line.line, from: line.from, to: line.to };
    const isInside =
      unit && last && column !== undefined && !isApart(line.line)
        ? goesOn(unit, last, line, { ...layout, column })
        : false;
    if (unit && isInside) {
      unit.text += line.text;
      unit.pieces.push(piece);
      unit.wrapped = true;
    } else {
      units.push({
        text: line.text,
        pieces: [piece],
        gap: line.gap,
        indented: line.indented,
        wrapped: false,
      });
    }
    last = line;
  }
  return units;
}
