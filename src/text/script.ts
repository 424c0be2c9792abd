/** The two scripts of the site: which there are, and texts turned from one into the other at build time. */
import { Converter, type ConverterFunction, CustomConverter, Locale } from 'opencc-js';
import { byCharacter, type Passes } from './by-character.ts';
import { mainlandWords } from './mainland.ts';

/** The scripts, the site's own first. */
export const scripts = ['zh-Hant', 'zh-Hans'] as const;
export type Script = (typeof scripts)[number];

/** What OpenCC gives as the Hong Kong standard form, and what Hong Kong's newspapers print. */
const printedForms: [string, string][] = [
  ['説', '說'],
  ['税', '稅'],
  ['脱', '脫'],
  ['閲', '閱'],
  ['悦', '悅'],
  ['鋭', '銳'],
  ['兑', '兌'],
  ['藴', '蘊'],
  ['羣', '群'],
  ['牀', '床'],
  ['麪', '麵'],
  ['峯', '峰'],
];

/** Characters beyond those that every face has. */
const rare = /[\u3400-\u4dbf\u{20000}-\u{323af}]/gu;

/**
 * Leaves as printed what would become a form that the mainland does not print and few readers have a face for: 劏房, 嗰個,
 * 赤鱲角.
 */
function simplifier(): ConverterFunction {
  // The types of the library say less of it than it holds.
  const passes = Locale.configs?.hk2s as unknown as Passes;
  const simplify = byCharacter(Converter({ from: 'hk', to: 'cn' }), passes);
  return (text) => {
    const converted = simplify(text);
    if (converted.search(rare) < 0) return converted;
    const printed = new Map(Array.from(new Set(text), (character) => [simplify(character), character]));
    return converted.replace(rare, (character) => printed.get(character) ?? character);
  };
}

function traditional(): ConverterFunction {
  const toHongKong = Converter({ from: 'cn', to: 'hk' });
  const toPrintedForms = CustomConverter(printedForms);
  return (text) => toPrintedForms(toHongKong(text));
}

/** How converters are made; their dictionaries take a while to load, and many programs need one of them or none. */
const makers: Record<Script, () => ConverterFunction> = { 'zh-Hans': simplifier, 'zh-Hant': traditional };
const converters: Partial<Record<Script, ConverterFunction>> = {};

/** The other script of the two. */
export function otherScript(script: Script): Script {
  return script === 'zh-Hant' ? 'zh-Hans' : 'zh-Hant';
}

/** What was converted before: a text stands on many pages and in several forms of an article. */
const converted: Record<Script, Map<string, string>> = { 'zh-Hans': new Map(), 'zh-Hant': new Map() };

/**
 * Turns text into a script.
 *
 * @param from the script in which the text was written; a text already in the script asked for comes back untouched
 */
export function convert(text: string, from: Script, to: Script): string {
  if (from === to) return text;
  const known = converted[to].get(text);
  if (known !== undefined) return known;
  converters[to] ??= makers[to]();
  const result = converters[to](text);
  converted[to].set(text, result);
  return result;
}

let toMainland: ConverterFunction | undefined;
/** Words of the interface that were put into Simplified before. */
const spoken = new Map<string, string>();

/** Words of the interface as the mainland says them. */
function mainland(text: string): string {
  let said = spoken.get(text);
  if (said === undefined) {
    toMainland ??= CustomConverter([...mainlandWords]);
    said = toMainland(convert(text, 'zh-Hant', 'zh-Hans'));
    spoken.set(text, said);
  }
  return said;
}

/** Gives the words of the interface, which are written in Traditional, in the script of a page and the words of its readers. */
export function interfaceIn(script: Script): (text: string) => string {
  return script === 'zh-Hans' ? mainland : (text) => text;
}
