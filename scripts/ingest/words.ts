/** Words: what belongs together, and which spelling makes sense. */
import { createRequire } from 'node:module';
import { remembered } from './remembered.ts';
import { firstPoints, lastPoints, simplify } from './text.ts';

type Jieba = typeof import('jieba-wasm');

/** The dictionary takes 100 MB and a fifth of a second: it is loaded when two spellings have to be told apart. */
const jieba = (): Jieba => createRequire(import.meta.url)('jieba-wasm') as Jieba;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** A text cut into words, as Node's dictionary has them. */
export function segmentsOf(text: string): { index: number; segment: string }[] {
  return [...segmenter.segment(text)];
}

/** Characters to either side of a cut by which it is judged. */
const beside = 6;

type Halves = readonly [left: string, right: string];

function halvesOf(before: string, after: string): Halves {
  return [lastPoints(before, beside), firstPoints(after, beside)];
}

/** For each of several pairs of short texts, whether they are halves of a word and what stands around it. */
function areOfWords(all: readonly Halves[]): boolean[] {
  // To have a text cut costs as much as to look for a word in a short one: they are cut together, parted by line ends.
  const whole = segmenter.segment(all.map(([left, right]) => left + right).join('\n'));
  let from = 0;
  return all.map(([left, right]) => {
    const at = from + left.length;
    from = at + right.length + 1;
    // One look tells most cuts apart, and costs half of cutting the whole.
    const over = whole.containing(at);
    if (over === undefined || over.index === at) return false;
    return segmentsOf(left + right).length < segmentsOf(left).length + segmentsOf(right).length;
  });
}

const isOfWord = remembered((halves: string): boolean => {
  const [left = '', right = ''] = halves.split('\n');
  return areOfWords([[left, right]])[0] ?? false;
});

/**
 * Whether a text, cut in two, was cut inside a word: a word spans the cut, and the halves fall into more words than the
 * whole (漏的每一滴 + 水務改革 do not, although 滴水 is a word).
 */
export function cutsWord(before: string, after: string): boolean {
  return isOfWord(halvesOf(before, after).join('\n'));
}

/** The same of several texts, each cut in two. */
export function cutWords(texts: readonly (readonly [before: string, after: string])[]): boolean[] {
  return areOfWords(texts.map(([before, after]) => halvesOf(before, after)));
}

/**
 * How little the characters of a text make words of the jieba dictionary: the number of words it falls into, less a little
 * for each word that could be found in it (新航程 and 新航逞 fall into two each, and 航程 is a word).
 */
export function strangeness(text: string): number {
  const plain = simplify(text);
  const found = jieba()
    .cut_all(plain)
    .filter((word) => word.length > 1);
  return jieba().cut(plain, false).length - found.length / (plain.length * plain.length + 1);
}
