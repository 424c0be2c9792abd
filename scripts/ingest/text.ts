/** Classes of characters that the reading of a page rests on. */
import { fold } from '../../src/text/fold.ts';

/** What may end a sentence, with the closing marks that may follow it. */
const sentenceEnd = /[。！？!?…；;](?:[」』”"’）)》〉】〕\]]*)$/u;
/** A closing mark alone may end a paragraph that is a quotation, a list entry or an aside. */
const closingEnd = /[」』”）)》】〕]$/u;
const latin = '\\p{Script=Latin}';

export const han = /\p{Script=Han}/u;
export const hanGlobal = /\p{Script=Han}/gu;

/** Marks that cannot begin a line of their own: whatever starts with one goes on from the line above. */
export const startsInside = /^[，。、；：！？）」』》〉】〕％%…”’]/u;

/** How a line ends. */
export type Ending = 'sentence' | 'colon' | 'closing' | 'comma' | 'open';

/**
 * Tells how a line ends: with a sentence, a colon that introduces what follows, a closing mark, a mark that cannot
 * end anything (，、), or in the open.
 */
export function endingOf(text: string): Ending {
  if (sentenceEnd.test(text)) return 'sentence';
  if (/[：:]$/u.test(text)) return 'colon';
  if (closingEnd.test(text)) return 'closing';
  if (/[，、,「『（(《〈—－\-／]$/u.test(text)) return 'comma';
  return 'open';
}

/** Number of characters as a reader counts them: a run of Latin letters or digits counts by half widths. */
export function widthOf(text: string): number {
  let width = 0;
  for (const char of text) width += (char.codePointAt(0) ?? 0) < 0x2e80 ? 0.5 : 1;
  return width;
}

/** Number of Han characters. */
export function hanCount(text: string): number {
  return text.match(hanGlobal)?.length ?? 0;
}

export const latinWord = new RegExp(`^${latin}[${latin}.'’\\- ]*$`, 'u');

/** C0 and C1 controls other than the line ends and tabs, and the byte-order mark: nothing a page can show. */
export const controls = /(?![\t\n\r])\p{Cc}|[\ufeff\ufffe\uffff]/u;

/** Folded form of each UTF-16 unit below the surrogates, filled as characters are met; 0 is "not met". */
const simplified = new Uint16Array(0x10000);
const utf16 = new TextDecoder('utf-16le');

function simplifiedUnit(unit: number): number {
  const char = String.fromCharCode(unit);
  const folded = han.test(char) ? fold(char) : char;
  const found = folded.length === 1 ? folded.charCodeAt(0) : unit;
  simplified[unit] = found;
  return found;
}

/**
 * Each Han character in its one folded form, every other character as it is; offsets stay what they were.
 * Word lists and patterns are compared in this form, so that one list serves both scripts and all variants.
 */
export function simplify(text: string): string {
  const units = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    units[at] = unit < 0x2e80 || unit >= 0xd800 ? unit : simplified[unit] || simplifiedUnit(unit);
  }
  return text.length < 24 ? String.fromCharCode(...units) : utf16.decode(units);
}

/** A pattern written in Traditional, made to match simplified text. */
export function simplifyPattern(pattern: RegExp): RegExp {
  return new RegExp(simplify(pattern.source), pattern.flags);
}
