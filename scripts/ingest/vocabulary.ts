/** The names of cues, numbered as they are first met: a page has thousands of cues, of a few hundred names. */

const numbers = new Map<string, number>();
const names: string[] = [];

/** The number of a cue. */
export function cueNumber(name: string): number {
  const known = numbers.get(name);
  if (known !== undefined) return known;
  const made = names.push(name) - 1;
  numbers.set(name, made);
  return made;
}

/** The name of a cue, by its number. */
export function cueName(number: number): string {
  return names[number] as string;
}

/** The numbers of cues that differ in one word: each name is put together once, and not for every unit of every file. */
export function cuesNamed<Word extends string>(before: string): (word: Word) => number {
  const made = new Map<Word, number>();
  return (word) => {
    const known = made.get(word);
    if (known !== undefined) return known;
    const number = cueNumber(`${before}${word}`);
    made.set(word, number);
    return number;
  };
}

/** … in a small number. */
export function cuesCounted(before: string, after = ''): (count: number) => number {
  const made: number[] = [];
  return (count) => {
    while (made.length <= count) made.push(cueNumber(`${before}${made.length}${after}`));
    return made[count] as number;
  };
}

/** … in a word of a list, by the place of the word in it. */
export function cuesListed(before: string, words: readonly string[]): readonly number[] {
  return words.map((word) => cueNumber(`${before}${word}`));
}

/** … in a character that is one UTF-16 unit, by its code. */
export function cuesOfUnits(before: string): (unit: number) => number {
  const made = new Map<number, number>();
  return (unit) => {
    const known = made.get(unit);
    if (known !== undefined) return known;
    const number = cueNumber(`${before}${String.fromCharCode(unit)}`);
    made.set(unit, number);
    return number;
  };
}

/** The step of a value on a stair of edges: 0 up to the first, then one more for each edge that it is above. */
export function stair(value: number, edges: readonly number[]): number {
  let step = 0;
  while (step < edges.length && value > (edges[step] as number)) step++;
  return step;
}
