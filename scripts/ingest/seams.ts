/** Where two lines of one text meet: lines break between words of Latin letters, and the blank between them is lost. */

/** So far from the break it is looked; no word is as long, and an address that is says nothing. */
const reach = 64;

/** What stands without a blank at the end or the beginning of a text, Han and its marks apart. */
const [runAtEnd, runAtStart] = [/[\x21-\x7e\p{Script=Latin}’]+$/u, /^[\x21-\x7e\p{Script=Latin}’]+/u];
/** A word, perhaps with marks around it: no address, and nothing that a hyphen breaks off. */
const word = /^[("'‘“]*\p{Script=Latin}[\p{Script=Latin}\d'’&-]*[,;:.)"”]*$/u;
const [lettersAtEnd, lettersAtStart] = [/[\p{Script=Latin}][,;]?$/u, /^\(?\p{Script=Latin}/u];
const [smallAtEnd, largeAtStart] = [/\p{Ll}[,;]?$/u, /^\(?\p{Lu}/u];

/** The last code of Latin letters that texts here are written with: Han, with which most lines end and begin, is told by a look. */
const lastLatin = 0x24f;

/**
 * What joins two lines of a text: a blank between two words of Latin letters (NHS Talking / Therapies), else nothing. A
 * word that a hyphen breaks, a number, an address and what stands beside a full stop or a bracket go on as they are.
 *
 * @param isFull whether the line above fills its column to the last place: then it may have been cut inside a word, and only
 *   a capital behind a small letter tells that it was not
 */
export function seamOf(above: string, below: string, isFull = false): '' | ' ' {
  if (above.charCodeAt(above.length - 1) > lastLatin || below.charCodeAt(0) > lastLatin) return '';
  const [end, start] = [above.slice(-reach), below.slice(0, reach)];
  if (!lettersAtEnd.test(end) || !lettersAtStart.test(start)) return '';
  if (isFull && !(smallAtEnd.test(end) && largeAtStart.test(start))) return '';
  const [before = ''] = runAtEnd.exec(end) ?? [];
  const [after = ''] = runAtStart.exec(start) ?? [];
  const isWhole = before.length < reach && after.length < reach;
  return isWhole && word.test(before) && word.test(after) ? ' ' : '';
}
