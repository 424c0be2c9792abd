/** A dump as lines, each with what its outer blanks and the lines around it tell. */
import { controls, widthOf } from './text.ts';

/** A stretch of one line: 1-based line number, UTF-16 offsets within the raw line. */
export type Piece = { line: number; from: number; to: number };

export type Line = Piece & {
  raw: string;
  /** The text between the outer blanks, without control characters. */
  text: string;
  /** Of the text, in full-width characters. */
  width: number;
  /** Blank lines between this line and the last one with text. */
  gap: number;
  /** Whether the line begins with an ideographic space, a tab, or at least two blanks. */
  indented: boolean;
};

/** All lines of a text: it is cut at LF, CR and CRLF. */
export function splitLines(text: string): string[] {
  return text.split(/\r\n|\n|\r/);
}

const controlRuns = new RegExp(`${controls.source}+`, 'gv');

/** Stretches of control characters in a raw line, which no page can show. */
export function controlPieces(raw: string, line: number): Piece[] {
  if (!controls.test(raw)) return [];
  return [...raw.matchAll(controlRuns)].map(({ index, 0: run }) => ({
    line,
    from: index,
    to: index + run.length,
  }));
}

/** A piece without the control characters in it: usually itself. */
export function visiblePieces(raw: string, piece: Piece): Piece[] {
  const parts: Piece[] = [];
  let from = piece.from;
  for (const control of controlPieces(raw, piece.line)) {
    if (control.to <= piece.from || control.from >= piece.to) continue;
    if (control.from > from) parts.push({ line: piece.line, from, to: control.from });
    from = control.to;
  }
  if (piece.to > from) parts.push({ line: piece.line, from, to: piece.to });
  return parts;
}

/** The lines that hold text, in order. */
export function linesOf(rawLines: readonly string[]): Line[] {
  const lines: Line[] = [];
  let gap = 0;
  for (const [at, raw] of rawLines.entries()) {
    const seen = controls.test(raw) ? raw.replace(controlRuns, (run) => ' '.repeat(run.length)) : raw;
    const text = seen.trim();
    if (text === '') {
      gap++;
      continue;
    }
    const from = seen.length - seen.trimStart().length;
    const to = from + text.length;
    const shown = seen === raw ? text : raw.slice(from, to).replace(controlRuns, '');
    lines.push({
      line: at + 1,
      from,
      to,
      raw,
      text: shown,
      width: widthOf(shown),
      gap: lines.length === 0 ? 0 : gap,
      indented: /^(?:\s{2}|\u3000|\t)/u.test(seen),
    });
    gap = 0;
  }
  return lines;
}
