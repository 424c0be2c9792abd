/**
 * The one definition of what is compared with what: a text becomes a stream of units, and a word occurs where its
 * units stand in the stream. The index, the engine and the highlighter all read texts through this module.
 *
 * - Each folded character is a unit. Punctuation and white space are no units but a gap between two of them.
 * - White space between a Han character and a Latin letter or digit is nothing at all: 香港 AI is 香港AI.
 * - A point between digits is a unit of its own (16.5 is not 165); a comma before three digits is nothing (2,300 is
 *   2300). Symbols such as + and % are units (C++, 98.3%).
 * - The unit that begins a run of Latin letters and digits is marked, so that a run is found from its start only.
 */
import { clustersOf, type Folding } from '../text/folding.ts';

/** Stands before the first unit of a run of Latin letters and digits. It is never a unit itself. */
export const runStart = '^';

export interface Stream {
  /** Folded code points; the first of each Latin or numeric run carries `runStart`. */
  units: string[];
  /** UTF-16 offsets in the text: unit `i` was read from `starts[i]` up to `ends[i]`. */
  starts: number[];
  ends: number[];
  /** Whether punctuation or white space stands before unit `i`. */
  gaps: boolean[];
}

type Kind = 'run' | 'letter' | 'symbol' | 'space' | 'gap';

interface Piece {
  character: string;
  kind: Kind;
  start: number;
  end: number;
}

const runCharacter = /[\p{Script=Latin}\p{Nd}]/u;
const letter = /[\p{L}\p{N}\p{M}]/u;
const space = /[\p{Z}\s]/u;
const symbol = /[%&#@‰]|[^\p{P}\p{Cc}\p{Cs}\p{Sk}~|^`⁄∕]/u;
const digit = /^\p{Nd}$/u;

const kinds = new Map<string, Kind>();

function kindOf(character: string): Kind {
  let kind = kinds.get(character);
  if (kind === undefined) {
    if (runCharacter.test(character)) kind = 'run';
    else if (letter.test(character)) kind = 'letter';
    else if (space.test(character)) kind = 'space';
    else kind = symbol.test(character) ? 'symbol' : 'gap';
    kinds.set(character, kind);
  }
  return kind;
}

function piecesOf(text: string, folding: Folding): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  for (const cluster of clustersOf(text)) {
    const end = start + cluster.length;
    for (const character of folding(cluster)) pieces.push({ character, kind: kindOf(character), start, end });
    start = end;
  }
  return pieces;
}

function isDigit(piece: Piece | undefined): boolean {
  return piece !== undefined && digit.test(piece.character);
}

/** Whether a comma at `at` parts thousands: a digit before it, exactly three behind it. */
function partsThousands(pieces: readonly Piece[], at: number): boolean {
  return (
    pieces[at]?.character === ',' &&
    isDigit(pieces[at - 1]) &&
    [1, 2, 3].every((by) => isDigit(pieces[at + by])) &&
    !isDigit(pieces[at + 4])
  );
}

function isDecimalPoint(pieces: readonly Piece[], at: number): boolean {
  return pieces[at]?.character === '.' && isDigit(pieces[at - 1]) && isDigit(pieces[at + 1]);
}

/** Whether the white space from `from` up to `to` stands between a letter of Han (or the like) and a Latin run. */
function isAutospace(pieces: readonly Piece[], from: number, to: number): boolean {
  const before = pieces[from - 1]?.kind;
  const after = pieces[to]?.kind;
  return (before === 'letter' && after === 'run') || (before === 'run' && after === 'letter');
}

/** Reads a text as units. Any string at all will do. */
export function streamOf(text: string, folding: Folding): Stream {
  const stream: Stream = { units: [], starts: [], ends: [], gaps: [] };
  const pieces = piecesOf(text, folding);
  let gap = false;
  let inRun = false;
  for (let at = 0; at < pieces.length; at++) {
    const { character, kind, start, end } = pieces[at] as Piece;
    if (partsThousands(pieces, at)) continue;
    const isPoint = isDecimalPoint(pieces, at);
    if (kind === 'space') {
      let next = at + 1;
      while (pieces[next]?.kind === 'space') next++;
      if (!isAutospace(pieces, at, next)) gap = true;
      inRun = false;
      at = next - 1;
      continue;
    }
    if (kind === 'gap' && !isPoint) {
      gap = true;
      inRun = false;
      continue;
    }
    const continues = inRun && (kind === 'run' || isPoint);
    stream.units.push(kind === 'run' && !continues ? runStart + character : character);
    stream.starts.push(start);
    stream.ends.push(end);
    stream.gaps.push(gap && stream.units.length > 1);
    gap = false;
    inRun = kind === 'run' || isPoint;
  }
  return stream;
}

/** A unit without the mark of a run's start. */
export function plainUnit(unit: string): string {
  return unit.length > 1 && unit.startsWith(runStart) ? unit.slice(1) : unit;
}
