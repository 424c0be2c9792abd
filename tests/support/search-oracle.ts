/**
 * What a search should find, worked out the slow way: regular expressions over folded texts. It shares nothing with
 * the product but OpenCC, so that a slip in the one does not hide in the other.
 */
import { Converter } from 'opencc-js';

const toSimplified = ['t', 'hk', 'tw'].map((from) => Converter({ from: from as 't', to: 'cn' }));
const variants: Record<string, string> = {
  裏: '里',
  綫: '线',
  臺: '台',
  檯: '台',
  著: '着',
  峯: '峰',
  衞: '卫',
};
const moreVariants: Record<string, string> = { 瞭: '了', 藉: '借' };

const foldedCharacters = new Map<string, string>();

function foldCharacter(character: string): string {
  let known = foldedCharacters.get(character);
  if (known === undefined) {
    known = variants[character] ?? character;
    for (const convert of toSimplified) {
      const converted = convert(known);
      if (converted !== known && Array.from(converted).length === 1) known = converted;
    }
    known = moreVariants[known] ?? variants[known] ?? known;
    foldedCharacters.set(character, known);
  }
  return known;
}

/** Folds Han characters as a reader of Simplified would write them, everything else by Unicode's rules. */
export function plainFold(text: string): string {
  const unicode = text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Script=Latin}\p{M}+/gu, (c) => c[0] as string)
    .normalize('NFC');
  return Array.from(unicode, foldCharacter).join('');
}

const latin = '[\\p{Script=Latin}\\p{Nd}]';

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&');
}

/** Thousands are written with and without commas. */
function withoutThousands(text: string): string {
  return text.replace(/(?<=\d),(?=\d{3}(?!\d))/g, '');
}

const expressions = new Map<string, RegExp>();

function expressionOf(word: string): RegExp {
  const known = expressions.get(word) ?? makeExpression(word);
  expressions.set(word, known);
  return known;
}

/** The expression that finds one word of a query in a folded text; places that overlap are found too. */
function makeExpression(word: string): RegExp {
  const folded = withoutThousands(plainFold(word)).replace(/(?<=\d)\.(?=\d)/g, '\u0001');
  const core = folded.replace(/^[[\p{P}\s]--[\%\&\#\@‰]]+|[[\p{P}\s]--[\%\&\#\@‰]]+$/gv, '');
  let source = '';
  let before = '';
  for (const part of core.match(/[[\p{P}\s]--[\%\&\#\@‰]]+|[\s\S]/gv) ?? []) {
    if (/^[[\p{P}\s]--[\%\&\#\@‰]]+$/v.test(part)) source += '(?:(?![%&#@‰])[\\p{P}\\s])*';
    else {
      const [wasRun, isRun] = [before, part].map((each) => new RegExp(`^${latin}$`, 'u').test(each));
      if (before !== '' && wasRun !== isRun && /^\p{L}$/u.test(wasRun ? part : before)) source += '\\s*';
      source += part === '\u0001' ? '\\.' : escaped(part);
    }
    before = part;
  }
  const start = new RegExp(`^${latin}`, 'u').test(core) ? `(?<!${latin})(?<!\\d\\.(?=\\d))` : '';
  return new RegExp(`${start}(?=${source})`, 'gu');
}

/** A text as `countInFolded` reads it. */
export function foldedForCounting(text: string): string {
  return withoutThousands(plainFold(text));
}

/** Occurrences of a word in a text that was folded before. */
export function countInFolded(folded: string, word: string): number {
  return [...folded.matchAll(expressionOf(word))].length;
}

/** Occurrences of a word in one text. */
export function countIn(text: string, word: string): number {
  return countInFolded(foldedForCounting(text), word);
}
