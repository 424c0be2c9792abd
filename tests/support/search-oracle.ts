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
const moreVariants: Record<string, string> = {
  覆: '复',
  画: '划',
  了: '了',
  瞭: '了',
  沈: '沉',
  藉: '借',
  鉅: '巨',
};

/** Folds Han characters as a reader of Simplified would write them, everything else by Unicode's rules. */
export function plainFold(text: string): string {
  const unicode = text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Script=Latin}\p{M}+/gu, (c) => c[0] as string)
    .normalize('NFC');
  return Array.from(unicode, (character) => {
    let folded = variants[character] ?? character;
    for (const convert of toSimplified) {
      const converted = convert(folded);
      if (converted !== folded && Array.from(converted).length === 1) folded = converted;
    }
    return moreVariants[folded] ?? variants[folded] ?? folded;
  }).join('');
}

const latin = '[\\p{Script=Latin}\\p{Nd}]';

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&');
}

/** Thousands are written with and without commas. */
function withoutThousands(text: string): string {
  return text.replace(/(?<=\d),(?=\d{3}(?!\d))/g, '');
}

/** The expression that finds one word of a query in a folded text; places that overlap are found too. */
export function expressionOf(word: string): RegExp {
  const folded = withoutThousands(plainFold(word)).replace(/(?<=\d)\.(?=\d)/g, '\u0001');
  const core = folded.replace(/^[[\p{P}\s]--[\%\&\#\@‰]]+|[[\p{P}\s]--[\%\&\#\@‰]]+$/gv, '');
  let source = '';
  let before = '';
  for (const part of core.match(/[[\p{P}\s]--[\%\&\#\@‰]]+|[\s\S]/gv) ?? []) {
    if (/^[[\p{P}\s]--[\%\&\#\@‰]]+$/v.test(part)) source += '[\\p{P}\\s]*';
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

/** Occurrences of a word in one text. */
export function countIn(text: string, word: string): number {
  return [...withoutThousands(plainFold(text)).matchAll(expressionOf(word))].length;
}
