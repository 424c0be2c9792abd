/** Words: what belongs together, and which spelling makes sense. */
import { createRequire } from 'node:module';
import { simplify } from './text.ts';

type Jieba = typeof import('jieba-wasm');

/** The dictionary takes 100 MB and a fifth of a second: it is loaded when two spellings have to be told apart. */
const jieba = (): Jieba => createRequire(import.meta.url)('jieba-wasm') as Jieba;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** A text cut into words, as Node's dictionary has them. */
export function segmentsOf(text: string): { index: number; segment: string }[] {
  return [...segmenter.segment(text)];
}

/**
 * Whether a text, cut in two, was cut inside a word: a word spans the cut, and the halves fall into more words than the
 * whole (漏的每一滴 + 水務改革 do not, although 滴水 is a word).
 */
export function cutsWord(before: string, after: string): boolean {
  const left = [...before].slice(-6).join('');
  const right = [...after].slice(0, 6).join('');
  const whole = segmentsOf(left + right);
  const spans = whole.some(
    ({ index, segment }) => index < left.length && index + segment.length > left.length,
  );
  return spans && whole.length < segmentsOf(left).length + segmentsOf(right).length;
}

/** Number of words of the jieba dictionary a text falls into: fewer for the spelling whose characters make words. */
export function wordCount(text: string): number {
  return jieba().cut(simplify(text), false).length;
}
