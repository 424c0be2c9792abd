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

/** Whether two short texts, with a line end between them, are halves of a word and what stands around it. */
const halvesWord = remembered((halves: string): boolean => {
  const [left = '', right = ''] = halves.split('\n');
  const whole = segmenter.segment(left + right);
  // One look tells most cuts apart, and costs half of cutting the whole.
  const over = whole.containing(left.length);
  if (over === undefined || over.index === left.length) return false;
  return [...whole].length < segmentsOf(left).length + segmentsOf(right).length;
});

/**
 * Whether a text, cut in two, was cut inside a word: a word spans the cut, and the halves fall into more words than the
 * whole (漏的每一滴 + 水務改革 do not, although 滴水 is a word).
 */
export function cutsWord(before: string, after: string): boolean {
  return halvesWord(`${lastPoints(before, beside)}\n${firstPoints(after, beside)}`);
}

/** Number of words of the jieba dictionary a text falls into: fewer for the spelling whose characters make words. */
export function wordCount(text: string): number {
  return jieba().cut(simplify(text), false).length;
}
