/** What the name of a series looks like, and the mark of a part behind it. */
import { Sieve } from './needs.ts';
import { simplify, simplifyPattern } from './text.ts';

/** How sure it is, before the parse of a file, that a heading names a series: from the rest of the archive. */
export type SeriesKnowledge = (text: string) => boolean;

const seriesWord = simplifyPattern(
  /系列|專欄|專題|專輯|札記|隨筆|隨想|漫談|縱橫|筆記|手記|論壇|頻道|園地|筆陣|有話|觀察|視野|視角|直言|快語|點評|評彈|微言|書簡|拾遺|集$|錄$|話$|談$|語$|記$|說$|座$|軒$|齋$|窗$|坊$|札$|簡$|筆$/u,
);

const seriesSieve = new Sieve([seriesWord], true);

/** Whether a text has a word in it that columns are named with. */
export function hasSeriesWord(text: string): boolean {
  return seriesSieve.look(text).mayAny() && seriesWord.test(simplify(text));
}

const partMark = simplifyPattern(
  /[\s·•・—｜|-]*[（(〔【]?\s*(?:之|第)?(?<part>[上中下]|(?:[一二三四五六七八九十]{1,2}之)?[一二三四五六七八九十]{1,3}|\d{1,2}(?:\s*[/／]\s*\d{1,2})?)\s*(?:篇|章|集|回|期|部分)?\s*[）)〕】]$/u,
);
const numberedPart = simplifyPattern(
  /[\s·•・—｜|-]*(?<!分)(?:之|第)(?<part>[一二三四五六七八九十]{1,3}|\d{1,2})(?:篇|章|集|回|期|部分)?$/u,
);
/** What is plainly set off from a name: 山海記事｜上篇. */
const apartPart = simplifyPattern(
  /(?:[\s·•・—｜|-]+(?:之|第)(?<numbered>[一二三四五六七八九十]{1,3}|\d{1,2})|\s*[·•・—｜|]\s*(?<part>[上中下])|\s+(?<half>[上中下])(?=篇))(?:篇|章|集|回|期|部分)?$/u,
);

const partSieve = new Sieve([partMark, numberedPart, apartPart], true);

/** No part mark is longer, with the blanks before it: a line of blanks without end is not searched for one. */
const longestPartMark = 48;

/** Parts a series line into its standing name and its part mark: 醫路同行（下） → 醫路同行, 下. */
export function splitPart(text: string): { name: string; part?: string } {
  const from = Math.max(0, text.length - longestPartMark);
  const end = text.slice(from);
  if (!partSieve.look(end).mayAny()) return { name: text };
  const plain = simplify(end);
  const match = partMark.exec(plain) ?? apartPart.exec(plain) ?? numberedPart.exec(plain);
  const part = match?.groups?.part ?? match?.groups?.numbered ?? match?.groups?.half;
  if (!match || part === undefined || from + match.index < 2) return { name: text };
  const begin = from + match.index;
  const at = text.indexOf(part, begin);
  return { name: text.slice(0, begin).trim(), part: at < 0 ? part : text.slice(at, at + part.length) };
}

/** Whether a text ends with the mark of a part: （上）, 之二. */
export function hasPartMark(text: string): boolean {
  const end = text.slice(-longestPartMark);
  if (!partSieve.look(end).mayAny()) return false;
  const plain = simplify(end);
  return partMark.test(plain) || apartPart.test(plain);
}

/** Brackets or rules around a whole line: how columns are named, and headlines hardly ever. */
export const wholeBracket = /^(?:[【〔[].+[】〕\]]|[─═～~]{2,}[^─═～~]{2,14}[─═～~]{2,})$/u;
