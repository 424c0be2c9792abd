/** How a dump is laid out: what a blank line, an indent and the width of a line mean in it. */
import { gapWorth, partingGap } from './gaps.ts';
import type { Line, Piece } from './lines.ts';
import { endingOf } from './text.ts';

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
  let column = 0;
  let near = 0;
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
  for (let at = 0; at < lines.length; at++) {
    const { gap } = lines[at] as Line;
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
  const indents = indented >= Math.max(2, ofProse.length * 0.45);
  return {
    ...(columns ? { columns } : {}),
    indents,
    usualGap,
    gapWorth: gapWorth(lines, usualGap),
    partingGap: partingGap(lines, { usualGap, indents }),
  };
}

/** Whether a line reaches the edge of its column. */
export function fills(line: Line, column: number): boolean {
  return line.width + (line.indented ? 2 : 0) >= column - 2.5;
}

function endsParagraph(line: Line | undefined, column: number): boolean {
  return line !== undefined && line.width < column - 2.5 && endingOf(line.text) === 'sentence';
}
