/** Words: what belongs together, and which spelling makes sense. */
import { createRequire } from 'node:module';
import { simplify } from './text.ts';

type Jieba = typeof import('jieba-wasm');

/** The dictionary takes 100 MB and a fifth of a second: it is loaded when two spellings have to be told apart. */
const jieba = (): Jieba => createRequire(import.meta.url)('jieba-wasm') as Jieba;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Whether a text, cut in two, was cut inside a word. */
export function cutsWord(before: string, after: string): boolean {
  const left = [...before].slice(-6).join('');
  const right = [...after].slice(0, 6).join('');
  for (const { index, segment } of segmenter.segment(left + right))
    if (index < left.length && index + segment.length > left.length) return true;
  return false;
}

/** Number of words of the jieba dictionary a text falls into: fewer for the spelling whose characters make words. */
export function wordCount(text: string): number {
  return jieba().cut(simplify(text), false).length;
}
