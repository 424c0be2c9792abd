/** Lists of words by their first or last character, so that a text is held against few of them. */

/** Words by one character of theirs. */
export type WordList = ReadonlyMap<string, readonly string[]>;

function by(words: readonly string[], character: (word: string) => string): WordList {
  const list = new Map<string, string[]>();
  for (const word of words) list.set(character(word), [...(list.get(character(word)) ?? []), word]);
  return list;
}

/** Words by their last character. */
export function byEnd(words: readonly string[]): WordList {
  return by(words, (word) => word.charAt(word.length - 1));
}

/** Words by their first character. */
export function byStart(words: readonly string[]): WordList {
  return by(words, (word) => word.charAt(0));
}

/** Whether a text ends with one of the words. */
export function endsWithOne(text: string, words: WordList): boolean {
  return words.get(text.charAt(text.length - 1))?.some((word) => text.endsWith(word)) ?? false;
}

/** Whether a text begins with one of the words. */
export function startsWithOne(text: string, words: WordList): boolean {
  return words.get(text.charAt(0))?.some((word) => text.startsWith(word)) ?? false;
}
