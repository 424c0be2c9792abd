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

/** What a folded character is; the order says which are units of themselves. */
const kind = { run: 0, letter: 1, symbol: 2, space: 3, gap: 4 } as const;
type Kind = (typeof kind)[keyof typeof kind];

/** A folded text: its characters, what each is, and where in the text each was read from. */
interface Folded {
  characters: string[];
  kinds: Kind[];
  starts: number[];
  ends: number[];
}

const runCharacter = /[\p{Script=Latin}\p{Nd}]/u;
const letter = /[\p{L}\p{N}\p{M}]/u;
const space = /[\p{Z}\s]/u;
const symbol = /[%&#@‰]|[^\p{P}\p{Cc}\p{Cs}\p{Sk}~|^`⁄∕]/u;
const digit = /^\p{Nd}$/u;

const kinds = new Map<string, Kind>();

function kindOf(character: string): Kind {
  let known = kinds.get(character);
  if (known === undefined) {
    if (runCharacter.test(character)) known = kind.run;
    else if (letter.test(character)) known = kind.letter;
    else if (space.test(character)) known = kind.space;
    else known = symbol.test(character) ? kind.symbol : kind.gap;
    kinds.set(character, known);
  }
  return known;
}

function foldedOf(text: string, folding: Folding): Folded {
  const folded: Folded = { characters: [], kinds: [], starts: [], ends: [] };
  let start = 0;
  for (const cluster of clustersOf(text)) {
    const end = start + cluster.length;
    for (const character of folding(cluster)) {
      folded.characters.push(character);
      folded.kinds.push(kindOf(character));
      folded.starts.push(start);
      folded.ends.push(end);
    }
    start = end;
  }
  return folded;
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && digit.test(character);
}

/** Whether a comma at `at` parts thousands: a digit before it, exactly three behind it. */
function partsThousands({ characters }: Folded, at: number): boolean {
  return (
    isDigit(characters[at - 1]) &&
    [1, 2, 3].every((by) => isDigit(characters[at + by])) &&
    !isDigit(characters[at + 4])
  );
}

function isDecimalPoint({ characters }: Folded, at: number): boolean {
  return characters[at] === '.' && isDigit(characters[at - 1]) && isDigit(characters[at + 1]);
}

/** Whether the white space from `from` up to `to` stands between a letter of Han (or the like) and a Latin run. */
function isAutospace({ kinds }: Folded, from: number, to: number): boolean {
  const [before, after] = [kinds[from - 1], kinds[to]];
  return (before === kind.letter && after === kind.run) || (before === kind.run && after === kind.letter);
}

/** Reads a text as units. Any string at all will do. */
export function streamOf(text: string, folding: Folding): Stream {
  const stream: Stream = { units: [], starts: [], ends: [], gaps: [] };
  const folded = foldedOf(text, folding);
  const { characters, kinds: found } = folded;
  let gap = false;
  let inRun = false;
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at] as string;
    const what = found[at] as Kind;
    let isPoint = false;
    if (what === kind.space) {
      let next = at + 1;
      while (found[next] === kind.space) next++;
      if (!isAutospace(folded, at, next)) gap = true;
      inRun = false;
      at = next - 1;
      continue;
    }
    if (what === kind.gap) {
      if (character === ',' && partsThousands(folded, at)) continue;
      isPoint = isDecimalPoint(folded, at);
      if (!isPoint) {
        gap = true;
        inRun = false;
        continue;
      }
    }
    const begins = what === kind.run && !inRun;
    stream.units.push(begins ? runStart + character : character);
    stream.starts.push(folded.starts[at] as number);
    stream.ends.push(folded.ends[at] as number);
    stream.gaps.push(gap && stream.units.length > 1);
    gap = false;
    inRun = what === kind.run || isPoint;
  }
  return stream;
}

/** The characters of a text from which its units were read. */
export function formsIn(text: string, { starts, ends }: Stream): string[] {
  return starts.map((start, at) => text.slice(start, ends[at]));
}

/** A unit without the mark of a run's start. */
export function plainUnit(unit: string): string {
  return unit.length > 1 && unit.startsWith(runStart) ? unit.slice(1) : unit;
}
