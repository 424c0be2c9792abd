/** Classes of characters that the reading of a page rests on. */
import { behindHan, firstHan, folded, han } from './folded.ts';

/** What may end a sentence, perhaps with closing marks behind it. */
const sentenceEnds = '。！？!?…；;';
const quoteEnds = '」』”"’）)》〉】〕]';
/** A closing mark alone may end a paragraph that is a quotation, a list entry or an aside. */
const closingEnds = '」』”）)》】〕';
const opens = '，、,「『（(《〈—－-／';
const latin = '\\p{Script=Latin}';

/** Marks that cannot begin a line of their own: whatever starts with one goes on from the line above. */
export const startsInside = /^[，。、；：！？）」』》〉】〕％%…”’]/u;

/** How a line ends. */
export type Ending = 'sentence' | 'colon' | 'closing' | 'comma' | 'open';

/**
 * Tells how a line ends: with a sentence, a colon that introduces what follows, a closing mark, a mark that cannot
 * end anything (，、), or in the open.
 */
export function endingOf(text: string): Ending {
  const [said, last] = [withoutEnd(text, quoteEnds).at(-1), text.at(-1)];
  if (last === undefined) return 'open';
  if (said !== undefined && sentenceEnds.includes(said)) return 'sentence';
  if (last === '：' || last === ':') return 'colon';
  if (closingEnds.includes(last)) return 'closing';
  return opens.includes(last) ? 'comma' : 'open';
}

/** A text without the marks at its end that are in a list. */
export function withoutEnd(text: string, marks: string): string {
  let end = text.length;
  while (end > 0 && marks.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** Whether a UTF-16 unit is the first half of a character whose second half follows it. */
export function isPair(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;
}

/** Number of characters as a reader counts them: a run of Latin letters or digits counts by half widths. */
export function widthOf(text: string): number {
  let halves = 0;
  for (let at = 0; at < text.length; at++) {
    halves += text.charCodeAt(at) < 0x2e80 ? 1 : 2;
    if (isPair(text, at)) at++;
  }
  return halves / 2;
}

/** Whether a UTF-16 unit is a Han character: 0 is "not met", 1 no, 2 yes. */
const hanUnits = new Uint8Array(0x10000);

function isHanUnit(unit: number): boolean {
  if (hanUnits[unit] === 0) hanUnits[unit] = han.test(String.fromCharCode(unit)) ? 2 : 1;
  return hanUnits[unit] === 2;
}

/** Number of Han characters. */
export function hanCount(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++)
    if (isPair(text, at)) {
      if (han.test(text.slice(at, at + 2))) count++;
      at++;
    } else if (isHanUnit(text.charCodeAt(at))) count++;
  return count;
}

export const latinWord = new RegExp(`^${latin}[${latin}.'’\\- ]*$`, 'u');

/** C0 and C1 controls other than the line ends and tabs, and the byte-order mark: nothing a page can show. */
export const controls = /(?![\t\n\r])\p{Cc}|[\ufeff\ufffe\uffff]/u;

/** The folded form of one UTF-16 unit. */
export function simplifyUnit(unit: number): number {
  return unit < firstHan || unit >= behindHan ? unit : (folded[unit - firstHan] as number);
}

/** Where longer texts are folded, and the same bytes as Node reads them back. */
let scratch = new Uint16Array(4096);
let bytes = Buffer.from(scratch.buffer);

/**
 * Each Han character in its one folded form, every other character as it is; offsets stay what they were.
 * Word lists and patterns are compared in this form, so that one list serves both scripts and all variants.
 */
export function simplify(text: string): string {
  const { length } = text;
  let at = 0;
  while (at < length && simplifyUnit(text.charCodeAt(at)) === text.charCodeAt(at)) at++;
  if (at === length) return text;
  if (length < 24) {
    let folded = text.slice(0, at);
    for (; at < length; at++) folded += String.fromCharCode(simplifyUnit(text.charCodeAt(at)));
    return folded;
  }
  if (scratch.length < length) {
    scratch = new Uint16Array(length * 2);
    bytes = Buffer.from(scratch.buffer);
  }
  for (at = 0; at < length; at++) scratch[at] = simplifyUnit(text.charCodeAt(at));
  return bytes.toString('utf16le', 0, length * 2);
}

/** A pattern written in Traditional, made to match simplified text. */
export function simplifyPattern(pattern: RegExp): RegExp {
  return new RegExp(simplify(pattern.source), pattern.flags);
}
