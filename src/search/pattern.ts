/** A word of a query as units to be found, and where it occurs in a stream. */
import type { Folding } from '../text/folding.ts';
import { formsIn, plainUnit, type Stream, streamOf } from './units.ts';

export interface Pattern {
  /** Folded code points; the first of each Latin or numeric run carries `runStart`. */
  units: readonly string[];
  /** Whether unit `i` may also stand apart from the one before it: the word has punctuation there. */
  loose: readonly boolean[];
  /** What was typed for each unit. */
  forms: readonly string[];
}

/** Reads a word; the pattern has no units where the word is all punctuation. */
export function patternOf(word: string, folding: Folding): Pattern {
  const stream = streamOf(word, folding);
  return { units: stream.units, loose: stream.gaps, forms: formsIn(word, stream) };
}

/** Equal for words that find the same. */
export function keyOf({ units, loose }: Pattern): string {
  return units.map((unit, at) => (loose[at] ? ` ${unit}` : unit)).join('');
}

/** Whether unit `at` of a stream is what unit `index` of a pattern asks for, given that the ones before matched. */
function fits({ units, loose }: Pattern, index: number, stream: Stream, at: number): boolean {
  const wanted = units[index] as string;
  const found = stream.units[at];
  if (found === undefined) return false;
  if (loose[index]) return plainUnit(found) === plainUnit(wanted);
  return found === wanted && (index === 0 || stream.gaps[at] === false);
}

/**
 * Every place where a pattern occurs, places that overlap included.
 *
 * @returns indexes of first units, ascending
 */
export function occurrencesIn(stream: Stream, pattern: Pattern): number[] {
  const found: number[] = [];
  const { length } = pattern.units;
  if (length === 0) return found;
  for (let start = 0; start + length <= stream.units.length; start++) {
    let index = 0;
    while (index < length && fits(pattern, index, stream, start + index)) index++;
    if (index === length) found.push(start);
  }
  return found;
}
