/** Cuts a text into words. */

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const han = /^\p{Script=Han}+$/u;
const wordForm = /^(?:\p{Script=Han}{2,}|\p{Script=Latin}[\p{Script=Latin}\p{N}]+)$/u;

/** Neighbours that a text nearly always writes together are one word to it: 人工 智能, 哈薩克 斯坦. */
const together = 0.7;

/** Where a segment of two characters or more stands. */
interface Place {
  segment: string;
  start: number;
  end: number;
}

/**
 * The segments of a text that have two UTF-16 units or more. The segmenter makes an object of each segment that is asked
 * for, which costs more than to find it: of those of one unit, most of a text, every other one is passed by.
 */
function longSegments(text: string): Place[] {
  const places: Place[] = [];
  const segments = segmenter.segment(text);
  // All before `from` is known; a segment of two units that begins there holds the next unit too.
  for (let from = 0; from + 1 < text.length; ) {
    const { segment, index: start } = segments.containing(from + 1) as Intl.SegmentData;
    from = start + segment.length;
    if (segment.length > 1) places.push({ segment, start, end: from });
  }
  return places;
}

/** The words of a text, in order; what is no word, or only one character, is left out. */
export function wordsOf(text: string): string[] {
  const segments = longSegments(text);
  const counts = new Map<string, number>();
  const pairs = new Map<string, number>();
  const follows = (at: number) => segments[at + 1]?.start === segments[at]?.end;
  for (const [at, { segment }] of segments.entries()) {
    counts.set(segment, (counts.get(segment) ?? 0) + 1);
    if (!follows(at)) continue;
    const pair = segment + segments[at + 1]?.segment;
    if (han.test(pair)) pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  const areOne = (first: string, second: string) => {
    const joint = pairs.get(first + second) ?? 0;
    return joint > 1 && joint >= together * Math.max(counts.get(first) ?? 0, counts.get(second) ?? 0);
  };
  const words: string[] = [];
  for (let at = 0; at < segments.length; at++) {
    const { segment } = segments[at] as Place;
    const next = follows(at) ? segments[at + 1]?.segment : undefined;
    if (next !== undefined && areOne(segment, next)) {
      words.push(segment + next);
      at++;
    } else if (wordForm.test(segment)) words.push(segment);
  }
  return words;
}
