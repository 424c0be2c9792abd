/** Where a headline breaks before it breaks anywhere else. */

/** Between printed parts, and after marks that end a part: 問：答, 先問？後答. */
const seams =
  /(?<=[\p{Script=Han}\p{P}])( )(?=[\p{Script=Han}\p{P}])|(?<=[：；？！])(?![：；？！」』”’》〉）\s]|$)/u;

/** The parts of a headline, the printed spaces between them as parts of their own; their sum is the headline. */
export function headlineParts(text: string): string[] {
  return text.split(seams).filter((part) => part !== undefined && part !== '');
}

/** Made when it is first used: the parts of a headline ask for none. */
let segmenter: Intl.Segmenter | undefined;
/** Marks that begin no line, and marks that end none. */
const neverFirst = /^[\p{Pe}\p{Pf}\p{Po}\p{Pd}\s…]/u;
const neverLast = /[\p{Ps}\p{Pi}\p{Pd}\s…]$/u;

/**
 * The words of a text between which a line of a headline may break, marks with the words that they belong to; their sum
 * is the text.
 */
export function headlineWords(text: string): string[] {
  const words: string[] = [];
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  for (const { segment } of segmenter.segment(text)) {
    const last = words.at(-1);
    if (last !== undefined && (neverFirst.test(segment) || neverLast.test(last)))
      words.splice(-1, 1, last + segment);
    else words.push(segment);
  }
  return words;
}
