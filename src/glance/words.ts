/** Cuts a text into words. */

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const han = /^\p{Script=Han}+$/u;
const wordForm = /^(?:\p{Script=Han}{2,}|\p{Script=Latin}[\p{Script=Latin}\p{N}]+)$/u;

/** Neighbours that a text nearly always writes together are one word to it: 人工 智能, 哈薩克 斯坦. */
const together = 0.7;

/** The words of a text, in order; what is no word, or only one character, is left out. */
export function wordsOf(text: string): string[] {
  const segments = Array.from(segmenter.segment(text), ({ segment }) => segment);
  const counts = new Map<string, number>();
  const pairs = new Map<string, number>();
  // Single characters are no part of a longer word; most segments are single characters.
  for (const [at, segment] of segments.entries()) {
    if (segment.length < 2) continue;
    counts.set(segment, (counts.get(segment) ?? 0) + 1);
    const next = segments[at + 1] ?? '';
    if (next.length < 2) continue;
    const pair = segment + next;
    if (han.test(pair)) pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  const areOne = (first: string, second: string) => {
    if (first.length < 2 || second.length < 2) return false;
    const joint = pairs.get(first + second) ?? 0;
    return joint > 1 && joint >= together * Math.max(counts.get(first) ?? 0, counts.get(second) ?? 0);
  };
  const words: string[] = [];
  for (let at = 0; at < segments.length; at++) {
    const segment = segments[at] as string;
    const next = segments[at + 1] ?? '';
    if (areOne(segment, next)) {
      words.push(segment + next);
      at++;
    } else if (segment.length > 1 && wordForm.test(segment)) words.push(segment);
  }
  return words;
}
