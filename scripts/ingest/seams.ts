/** Where two lines of one text meet: lines break between words of Latin letters, and the blank between them is lost. */

/** What stands without a blank at the end or the beginning of a text, Han and its marks apart. */
const [runAtEnd, runAtStart] = [/[\x21-\x7e\p{Script=Latin}’]+$/u, /^[\x21-\x7e\p{Script=Latin}’]+/u];
/** A word, perhaps with marks around it: no address, and nothing that a hyphen breaks off. */
const word = /^[("'‘“]*\p{Script=Latin}[\p{Script=Latin}\d'’&-]*[,;:.)"'’”]*$/u;
const [lettersAtEnd, lettersAtStart] = [/[\p{Script=Latin}][,;]?$/u, /^\(?\p{Script=Latin}/u];

/** The last code of Latin letters that texts here are written with: Han, with which most lines end and begin, is told by a look. */
const lastLatin = 0x24f;

/**
 * What joins two lines of a text: a blank between two words of Latin letters (NHS Talking / Therapies), else nothing. A
 * word that a hyphen breaks, a number and an address go on as they stand.
 */
export function seamOf(above: string, below: string): '' | ' ' {
  if (above.charCodeAt(above.length - 1) > lastLatin || below.charCodeAt(0) > lastLatin) return '';
  if (!lettersAtEnd.test(above) || !lettersAtStart.test(below)) return '';
  const [before = ''] = runAtEnd.exec(above) ?? [];
  const [after = ''] = runAtStart.exec(below) ?? [];
  return word.test(before) && word.test(after) ? ' ' : '';
}
