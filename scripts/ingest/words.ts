/** Words of the jieba dictionary, which is in Simplified: what belongs together, and what makes sense. */
import { cut } from 'jieba-wasm';
import { simplify } from './text.ts';

/** Whether a text, cut in two, was cut inside a word. */
export function cutsWord(before: string, after: string): boolean {
  const left = [...simplify(before)].slice(-6).join('');
  const right = [...simplify(after)].slice(0, 6).join('');
  let at = 0;
  for (const word of cut(left + right, false)) {
    const end = at + word.length;
    if (at < left.length && end > left.length) return true;
    at = end;
  }
  return false;
}

/** Number of words a text falls into: fewer for the spelling whose characters make words. */
export function wordCount(text: string): number {
  return cut(simplify(text), false).length;
}
