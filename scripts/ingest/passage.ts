/** Texts and where they stand: how they are cut, and put together. */
import type { Unit } from './layout.ts';
import type { Piece } from './lines.ts';
import { seamOf } from './seams.ts';

/** A text and where it stands. */
export type Passage = { text: string; pieces: Piece[]; units: number[] };

/** The text of one unit. */
export function passage(units: readonly Unit[], at: number): Passage {
  const unit = units[at];
  if (!unit) throw new RangeError(`no unit ${at}`);
  return { text: unit.text, pieces: [...unit.pieces], units: [at] };
}

/** The part between two offsets of the text of one unit, or of several that carry one heading. */
export function part(whole: Passage, from: number, to: number): Passage {
  let seen = 0;
  const pieces: Piece[] = [];
  for (const piece of whole.pieces) {
    if (piece.spaced) seen++;
    const length = piece.to - piece.from;
    const start = Math.max(from - seen, 0);
    const end = Math.min(to - seen, length);
    if (start < end)
      pieces.push({
        line: piece.line,
        from: piece.from + start,
        to: piece.from + end,
        ...(piece.spaced && start === 0 && pieces.length > 0 && { spaced: true }),
      });
    seen += length;
  }
  return { text: whole.text.slice(from, to), pieces, units: [...whole.units] };
}

/** Appends to a text what stands below it. */
export function append(onto: Passage, more: Passage): void {
  onto.text += more.text;
  onto.pieces.push(...more.pieces);
  onto.units.push(...more.units);
}

/** Appends to a text what goes on in it. */
export function goOn(onto: Passage, more: Passage, units: readonly Unit[]): void {
  const [first, ...rest] = more.pieces;
  const above = units[onto.units.at(-1) ?? -1]?.text ?? '';
  if (first && seamOf(above, more.text) !== '') {
    onto.text += ' ';
    append(onto, { ...more, pieces: [{ ...first, spaced: true }, ...rest] });
  } else append(onto, more);
}
