/**
 * A conversion that does what OpenCC does, most of it character by character. OpenCC tries every place of a text for
 * phrases, in each of its passes; here only those places are left to it where two neighbours stand in a phrase.
 */
import type { ConverterFunction } from 'opencc-js';
import { UnitWriter } from './unit-writer.ts';

/** Entries of a dictionary, `key value`, parted by `|`. */
type Dictionary = string;

/** Passes over a text, one after the other, each with its dictionaries. */
export interface Passes {
  normalizationChain?: readonly (readonly Dictionary[])[];
  /** Where a text is cut before it is converted. */
  segmentation?: readonly Dictionary[];
  conversionChain: readonly (readonly Dictionary[])[];
}

/** Characters of two UTF-16 units, and descriptions of characters, which OpenCC takes as a whole. */
const beyond = /[\ud800-\udfff\u2ff0-\u2fff]/;

const units = 0x1_0000;

function entriesOf(dictionaries: readonly Dictionary[]): [key: string[], value: string[]][] {
  return dictionaries.flatMap((dictionary) =>
    dictionary.split('|').map((entry): [string[], string[]] => {
      const [key = '', value = ''] = entry.split(' ');
      return [Array.from(key), Array.from(value)];
    }),
  );
}

/**
 * The pairs of neighbours that some pass may find in a phrase, whatever the passes before it made of them; as numbers.
 * Nothing where an entry changes how many characters there are: then nobody knows which came from which.
 */
function linkedPairs(passes: Passes): Set<number> | undefined {
  const chains = [...(passes.normalizationChain ?? []), ...passes.conversionChain].map(entriesOf);
  if (chains.flat().some(([key, value]) => key.length !== value.length)) return undefined;
  /** By character, those of the text from which a pass may have made it. */
  const origins = new Map<string, Set<string>>();
  for (const entries of chains) {
    const found = entries.flatMap(([key, value]) =>
      key.flatMap((from, at) => {
        const to = value[at] as string;
        return to === from ? [] : [{ to, before: [from, ...(origins.get(from) ?? [])] }];
      }),
    );
    for (const { to, before } of found) origins.set(to, new Set([...(origins.get(to) ?? []), ...before]));
  }
  const pairs = new Set<number>();
  const spread = (character: string) =>
    [character, ...(origins.get(character) ?? [])].filter(({ length }) => length === 1);
  for (const [key] of [...chains.flat(), ...entriesOf(passes.segmentation ?? [])]) {
    for (let at = 1; at < key.length; at++) {
      for (const first of spread(key[at - 1] as string))
        for (const second of spread(key[at] as string))
          pairs.add(first.charCodeAt(0) * units + second.charCodeAt(0));
    }
  }
  return pairs;
}

/** Marks what a character becomes that is not one unit. */
const several = -1;

/**
 * @param convert does the passes
 * @returns a function that gives the same for every text
 */
export function byCharacter(convert: ConverterFunction, passes: Passes): ConverterFunction {
  const pairs = linkedPairs(passes);
  if (pairs === undefined) return convert;
  const begins = new Uint8Array(units);
  for (const pair of pairs) begins[Math.floor(pair / units)] = 1;
  const isLinked = (first: number, second: number) =>
    begins[first] === 1 && pairs.has(first * units + second);
  /** What each unit becomes; 0 where it was not yet asked for. */
  const alone = new Int32Array(units);
  const become = (unit: number): number => {
    const converted = convert(String.fromCharCode(unit));
    const becomes = converted.length === 1 ? converted.charCodeAt(0) : several;
    alone[unit] = becomes;
    return becomes;
  };
  const writer = new UnitWriter();
  return (text) => {
    if (beyond.test(text)) return convert(text);
    writer.begin(text.length);
    for (let at = 0; at < text.length; ) {
      let last = text.charCodeAt(at);
      let end = at + 1;
      for (; end < text.length; end++) {
        const next = text.charCodeAt(end);
        if (!isLinked(last, next)) break;
        last = next;
      }
      const becomes = end === at + 1 ? alone[last] || become(last) : several;
      if (becomes === several) writer.add(convert(text.slice(at, end)));
      else writer.put(becomes);
      at = end;
    }
    return writer.text();
  };
}
