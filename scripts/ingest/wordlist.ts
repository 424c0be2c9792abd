/** Lists of words in the folded form by their first or last unit, so that a text is held against few of them: mostly none. */
import { foldedUnits, simplify } from './text.ts';

/** Words by one unit of theirs. */
export type WordList = ReadonlyMap<number, readonly string[]>;

const none: readonly string[] = [];

function by(words: readonly string[], place: (word: string) => number): WordList {
  const list = new Map<number, string[]>();
  for (const word of words.map(simplify)) {
    const unit = word.charCodeAt(place(word));
    list.set(unit, [...(list.get(unit) ?? []), word]);
  }
  return list;
}

/** Words by their last unit, in their order. */
export function byEnd(words: readonly string[]): WordList {
  return by(words, ({ length }) => length - 1);
}

/** Words by their first unit, in their order. */
export function byStart(words: readonly string[]): WordList {
  return by(words, () => 0);
}

/** Words with the last unit of a text, whatever script it is in. */
export function endingLike(text: string, words: WordList): readonly string[] {
  return words.get(foldedUnits[text.charCodeAt(text.length - 1)] as number) ?? none;
}

/** Whether a text is one of the words, which are listed by their ends. */
export function isOneOf(text: string, words: WordList): boolean {
  const likely = endingLike(text, words);
  return likely.length > 0 && likely.includes(simplify(text));
}

/** Whether a text ends with one of the words. */
export function endsWithOne(text: string, words: WordList): boolean {
  const likely = endingLike(text, words);
  if (likely.length === 0) return false;
  const plain = simplify(text);
  return likely.some((word) => plain.endsWith(word));
}

/** Whether a text begins with one of the words. */
export function startsWithOne(text: string, words: WordList): boolean {
  const likely = words.get(foldedUnits[text.charCodeAt(0)] as number);
  if (likely === undefined) return false;
  const plain = simplify(text);
  return likely.some((word) => plain.startsWith(word));
}
