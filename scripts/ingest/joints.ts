/** Lines of one headline: whether they belong together, and what stands between them. */

import { beginsWithParticle } from './particles.ts';
import { hasPartMark, hasSeriesWord } from './series-look.ts';
import type { HeadLine } from './sheet.ts';
import { isUnfinished, simplify, simplifyPattern, widthOf } from './text.ts';
import { cutsWord } from './words.ts';

/** A number that goes on over the break. */
const numeral = /[零〇一二三四五六七八九十百千萬万億亿两兩\d]/u;

/** Whether a number goes on from one line to the next. */
function cutsNumber(above: string, below: string): boolean {
  return numeral.test(above.slice(-1)) && numeral.test(below.slice(0, 1));
}

/** Whether words or numbers tell that a line goes on in the next. */
function goesOn(above: string, below: string): boolean {
  return cutsNumber(above, below) || isUnfinished(above) || cutsWord(above, below);
}

/** Whether words, not lengths alone, tell how two lines of a headline belong together. */
export function tellsJoint(above: HeadLine, below: HeadLine): boolean {
  const a = widthOf(above.text);
  const b = widthOf(below.text);
  const even = Math.abs(a - b) <= 1 && a <= 10 && !/\s/u.test(above.text + below.text);
  return even || above.full || goesOn(above.text, below.text);
}

/** A part of a headline with others is narrower: what is as wide, and has no part of its own, goes on in the next line. */
const longestPart = 12;
const onePart = /^[^\s！？!?：:]*\p{Script=Han}$/u;
/** Verbs whose object is quoted in the next line: 做 / 「身體檢查」. */
const takesQuoted = simplifyPattern(/(?:做|當成|叫做|稱為|視為|當作)$/u);

/** What stands between two lines of one headline. */
export function jointOf(above: HeadLine, below: HeadLine): '' | ' ' {
  if (above.full) return '';
  if (widthOf(above.text) >= longestPart && onePart.test(above.text)) return '';
  if (takesQuoted.test(simplify(above.text.slice(-2))) && /^[「『]/u.test(below.text)) return '';
  if (cutsNumber(above.text, below.text)) return '';
  if (/[：:，、「『（(—]$/u.test(above.text) || /^[」』）)，、：:]/u.test(below.text)) return '';
  if (beginsWithParticle(below.text)) return '';
  const a = widthOf(above.text);
  const b = widthOf(below.text);
  const even = Math.abs(a - b) <= 1 && a >= 6 && b >= 6;
  if (isUnfinished(above.text) || (!even && cutsWord(above.text, below.text))) return '';
  const lengths = [
    widthOf(above.text.split(/\s+/u).at(-1) ?? ''),
    widthOf(below.text.split(/\s+/u)[0] ?? ''),
  ];
  const latin = /[\p{Script=Latin}\d]$/u.test(above.text) || /^[\p{Script=Latin}\d]/u.test(below.text);
  return Math.min(...lengths) <= 3 && !latin ? '' : ' ';
}

/** Whether a heading stands on the line right below another one. */
export function rightBelow(above: HeadLine | undefined, below: HeadLine): boolean {
  return above !== undefined && (below.units[0] ?? 0) === (above.units.at(-1) ?? 0) + 1;
}

/** No part of a headline over two lines is so short; the name of a column may be. */
function isShort({ text }: HeadLine): boolean {
  return widthOf(text) <= 4.5 && !/[A-Za-z\d]/u.test(text);
}

/** What says something of what stands before it, and begins no headline by itself: 應設評級制度, 不是星期六的託管班. */
const predicate = simplifyPattern(
  /^(?:不(?:是|應|能|只|可|該|宜|如|必|止)|是(?!非)|應[設有當由把否先]|該[有由]|須[有由先]|宜[先由早])/u,
);

/** Whether a line says something of what stands before it. */
export function saysOf(text: string): boolean {
  return predicate.test(simplify(text));
}

/** Whether a line is a clause of its own, with a pause in it or a question at its end: no second half of a long headline. */
function isWholeClause(text: string): boolean {
  return /[^\s\d][，,]\S|\d[，,]\D/u.test(text) || /[？！?!]$/u.test(text);
}

/** A blank between Han characters parts a headline. */
const hasParts = /\p{Script=Han}\s+\p{Script=Han}/u;

/** Each part of a headline in three that has a line to itself is no wider. */
const widestThird = 8;

/** Whether three lines are the parts of a headline, a line each: 學額過剩 / 幼稚園結業潮 / 殺校還是轉型. */
export function isThreeParts(lines: readonly HeadLine[]): boolean {
  return (
    lines.length === 3 &&
    lines.every(({ text }) => widthOf(text) <= widestThird && !/\s/u.test(text) && !hasSeriesWord(text))
  );
}

/** Whether a person said that a line is of a headline. */
export function isSaidTitle({ said, carried }: HeadLine): boolean {
  return said === true && carried === 'title';
}

/**
 * Whether lines that follow each other make one headline, broken.
 *
 * @param isTold whether the first says what the article says, as no column does
 */
export function brokenScore(lines: readonly HeadLine[], isTold = false): number {
  let score = 0;
  const areThreeParts = isTold && isThreeParts(lines);
  for (let at = 0; at < lines.length; at++) {
    const below = lines[at] as HeadLine;
    const above = lines[at - 1];
    if (!above) continue;
    if (isSaidTitle(above) && isSaidTitle(below)) continue;
    if (!rightBelow(above, below) || above.carried || below.carried) return -9;
    if (below.parted) score -= 3;
    const [wide, narrow] = [
      Math.max(widthOf(above.text), widthOf(below.text)),
      Math.min(widthOf(above.text), widthOf(below.text)),
    ];
    const plain = !/\s/u.test(above.text) && !/\s/u.test(below.text);
    if (above.full) score += 2.4;
    else if (goesOn(above.text, below.text)) score += wide + narrow > 30 ? 0 : 1.4;
    else if (areThreeParts) score += 1.2;
    else if (isShort(above)) score += saysOf(below.text) && !hasSeriesWord(above.text) ? 0.8 : -2.4;
    else if (isShort(below)) score -= 1.4;
    else if (jointOf(above, below) === '') score += /\s/u.test(below.text) && wide > 14 ? -1 : 1.4;
    else if (/[：:]/u.test(above.text) || hasSeriesWord(above.text)) score -= 2;
    // What has a part before a colon is no half of a headline that has two.
    else if (hasParts.test(above.text) && /(?<!\d)[：:]\S/u.test(below.text)) score -= 3.2;
    else if (plain && wide <= 10 && narrow >= 5 && wide - narrow <= 1) score += 1.6;
    else if (plain && wide <= 12 && narrow >= 5 && wide - narrow <= 3) score += 0.6;
    else if (plain && widthOf(above.text) >= 11 && wide + narrow <= 30) score += 0.6;
    else score -= 1.6;
    if (wide + narrow > 30) score -= 2;
    if (isWholeClause(below.text) && narrow >= 10 && !above.full) score -= 2;
    // Two headlines of two parts each, or a part mark between them, are two headlines.
    if (hasPartMark(above.text) || (/\s/u.test(above.text) && /\s/u.test(below.text))) score -= 3;
  }
  return score;
}
