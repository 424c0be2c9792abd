/** Classes of characters that the reading of a page rests on. */
import { behindHan, firstHan, folded, han } from './folded.ts';
import { isPairIn, Units, unitsOf } from './units.ts';

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
  if (text === '') return 'open';
  const said = lengthWithoutEnd(text, quoteEnds) - 1;
  const last = text.charAt(text.length - 1);
  if (said >= 0 && sentenceEnds.includes(text.charAt(said))) return 'sentence';
  if (last === '：' || last === ':') return 'colon';
  if (closingEnds.includes(last) || inDashes.test(text)) return 'closing';
  return opens.includes(last) ? 'comma' : 'open';
}

/** What stands between dashes from its one end to the other, as headings are set. */
const inDashes = /^[—─–]{2}[^—─–]{1,30}[—─–]{2}$/u;

/** Whether an ending leaves a text in the midst of a sentence. */
export function isLeftOpen(ending: Ending): boolean {
  return ending === 'open' || ending === 'comma';
}

function lengthWithoutEnd(text: string, marks: string): number {
  let end = text.length;
  while (end > 0 && marks.includes(text.charAt(end - 1))) end--;
  return end;
}

/** A text without the marks at its end that are in a list. */
export function withoutEnd(text: string, marks: string): string {
  return text.slice(0, lengthWithoutEnd(text, marks));
}

/** Whether a UTF-16 unit is the first half of a character whose second half follows it. */
export function isPair(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;
}

/** How many cells a line has that is set as the row of a table: wide blanks or tabs part them. */
export function cellsIn(text: string): number {
  return text.split(/\t+|\u3000+| {2,}/u).length;
}

/** The first characters of a text, halves of pairs never alone. */
export function firstPoints(text: string, count: number): string {
  let end = 0;
  for (let left = count; left > 0 && end < text.length; left--) end += isPair(text, end) ? 2 : 1;
  return text.slice(0, end);
}

/** The last characters of a text, halves of pairs never alone. */
export function lastPoints(text: string, count: number): string {
  let from = text.length;
  for (let left = count; left > 0 && from > 0; left--) from -= from > 1 && isPair(text, from - 2) ? 2 : 1;
  return text.slice(from);
}

/** Letters and signs that are half as wide as Han characters have no higher codes. */
const lastNarrow = 0x2e7f;

/** Number of characters as a reader counts them: a run of Latin letters or digits counts by half widths. */
export function widthOf(text: string): number {
  const units = unitsOf(text);
  let halves = text.length;
  for (let at = 0; at < text.length; at++) {
    const unit = units[at] as number;
    halves += (lastNarrow - unit) >>> 31;
    // The second half of a pair takes no room of its own, but was counted as a half.
    if ((unit & 0xfc00) === 0xd800 && isPairIn(units, at, text.length)) {
      halves--;
      at++;
    }
  }
  return halves / 2;
}

/** Whether a UTF-16 unit is a Han character: 0 is "not met", 1 no, 2 yes. */
const hanUnits = new Uint8Array(0x10000);

function meet(unit: number): number {
  const found = han.test(String.fromCharCode(unit)) ? 2 : 1;
  hanUnits[unit] = found;
  return found;
}

/** Whether a UTF-16 unit is a Han character by itself. */
export function isHanUnit(unit: number): boolean {
  return (hanUnits[unit] || meet(unit)) === 2;
}

/** Number of Han characters. */
export function hanCount(text: string): number {
  const units = unitsOf(text);
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = units[at] as number;
    if ((unit & 0xfc00) === 0xd800 && isPairIn(units, at, text.length)) {
      if (han.test(text.slice(at, at + 2))) count++;
      at++;
    } else if (isHanUnit(unit)) count++;
  }
  return count;
}

/** Whether a text has so many Han characters, or more. */
export function hasHan(text: string, least: number): boolean {
  // Prose has them at its start.
  return hanCount(text.slice(0, 2 * least)) >= least || hanCount(text) >= least;
}

export const latinWord = new RegExp(`^${latin}[${latin}.'’\\- ]*$`, 'u');

/** C0 and C1 controls other than the line ends and tabs, and the byte-order mark: nothing a page can show. */
export const controls = /[[\p{Cc}\ufeff\ufffe\uffff]--[\t\n\r]]/v;

/** The folded form of each UTF-16 unit. */
export const foldedUnits = Uint16Array.from({ length: 0x10000 }, (_, unit) =>
  unit < firstHan || unit >= behindHan ? unit : (folded[unit - firstHan] as number),
);

const simplifying = new Units();
let lastSimplified = { text: '', plain: '' };

/**
 * Each Han character in its one folded form, every other character as it is; offsets stay what they were.
 * Word lists and patterns are compared in this form, so that one list serves both scripts and all variants.
 */
export function simplify(text: string): string {
  if (text === lastSimplified.text) return lastSimplified.plain;
  const length = simplifying.of(text);
  const { units } = simplifying;
  let changes = 0;
  for (let at = 0; at < length; at++) {
    const unit = units[at] as number;
    const plain = foldedUnits[unit] as number;
    units[at] = plain;
    changes |= plain ^ unit;
  }
  const plain = changes === 0 ? text : simplifying.text(length);
  lastSimplified = { text, plain };
  return plain;
}

/** A capital whose small form depends on what stands around it. */
export const sigma = '\u03a3';

/** A pattern written in Traditional, made to match simplified text. */
export function simplifyPattern(pattern: RegExp): RegExp {
  return new RegExp(simplify(pattern.source), pattern.flags);
}

/**
 * Characters with which a phrase goes on whatever stands before them, so that they alone tell that a line was torn;
 * many of the words below end a headline of a few characters too, and tell only how its lines go together.
 */
export const endless = simplifyPattern(
  /[是把被與及於將或並而且但讓為若如還更最很也都就又再已未每各這那此其]$|(?<![供補配發自薪俸廩月日付度])給$|(?<![代接更交頂輪興隆衰陵槍])替$|、[^、，]{1,8}(?<![共溫飽緩講平祥總柔中附調隨謙])和$/u,
);

/** Words that join what stands before them to what comes: alone in a line they are the end of one that was torn. */
export const connective = simplifyPattern(
  /^(?:與其|不過|然而|因此|可是|其實|所以|但是|而且|如果|雖然|只要|不如|同時|此外|況且|何況|於是|或者|以及|至於|由於|即使|儘管|除了|為了|甚至|反而|尤其)$/u,
);

/** Words that no headline, and no part of one, ends with; none is longer than two characters, with what must not stand before it. */
const unfinished = simplifyPattern(
  /(?<![智可功技效性才潛職機體本核風動儲節全電熱光產])能$|(?<!普|涉|波|觸|遍|顧|提|談|論|危|旁|可)及$|(?<![一二三四五打])更$|[聽看說做走跑吃寫唱學活過變住坐睡講讀]得$|[了算清定得出這那每第][一兩]$|[的之與和在是為把被讓對向從將最再不要會應該須以於就也都靠憑由給替跟使令比]$|(?:只有|沒有|還有|哪有|怎樣|如何|怎麼|為何|[為憑](?:什麼|甚麼)|可以|應該|必須|[一兩二三四五六七八九十幾每這那各某][個盞位件張本次場座名條份家間所隻頭句種項])$/u,
);

/** Whether a text ends with a word with which no headline, and no part of one, ends. */
export function isUnfinished(text: string): boolean {
  return unfinished.test(simplify(text.slice(-2)));
}
