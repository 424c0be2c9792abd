/** Lines of an author with what the page says beside it: the day, the paper, when the column comes out, who edited. */
import { parseByline } from './byline.ts';
import { alsoBy, comesOut } from './data/furniture.ts';
import { pageDate } from './data/page-heads.ts';
import { furnitureOf } from './furniture.ts';
import type { Heading, HeadingPart } from './heading-parts.ts';
import { personScore } from './names.ts';
import { namesPaper } from './page-head.ts';
import { hanCount, simplify, simplifyPattern } from './text.ts';

/** What web pages print beside an author, other than the day: when the column comes out, who edited or drew. */
const otherBeside = `${comesOut.source}|${alsoBy.source}`;
const dayBeside = `${pageDate.source.replace(/\?<(?:year|month|day)>/gu, '?:')}(?:\\s*\\d{1,2}[:：]\\d{2}(?:[:：]\\d{2})?)?`;
const beside = `(?<beside>(?:${dayBeside}|${otherBeside}))`;
const apart = '[\\s｜|／/·•]+';
/** An author with the day and its like: 霍思敏｜2026-05-06, 2026年5月6日　文：霍思敏, 羅令微　逢周三刊出, 文／何以晴　編輯／某部. */
const authorAndBeside = [
  `^(?<byline>\\S.{1,40}?)${apart}${beside}$`,
  `^${beside}${apart}(?<byline>\\S.{1,40})$`,
].map((source) => simplifyPattern(new RegExp(source, 'du')));

/** An author among what a page says of an article: A18 | 評論 | By 曹沛霖 | 2026-05-12, 2026-05-08 07:52　來源：某網　作者：閔少川. */
const markedAmong = simplifyPattern(
  /(?<=^|[\s｜|])(?<byline>(?:By\s+|(?:作者|撰文|文|執筆)\s*[：:／/]\s*)[^\s｜|]+(?:[ 　](?=\p{Script=Han})[^\s｜|\d：:]+)*)(?=\s*[｜|]|\s|$)/diu,
);

/** Reads a line as what a page says of an article, day and author with it. */
function authorAmong(text: string): Heading | undefined {
  const match = markedAmong.exec(simplify(text));
  const [from, to] = match?.indices?.groups?.byline ?? [0, 0];
  if (to === 0) return undefined;
  const before = text.slice(0, from);
  const after = text.slice(to);
  const byline = parseByline(text.slice(from, to));
  const head = furnitureOf(`${before}|${after}`);
  if (!byline?.marked || head?.kind !== 'page-head' || !head.head?.date) return undefined;
  const parts: HeadingPart[] = [{ label: 'byline', from, to }];
  const first = before.trimEnd().length;
  const last = to + after.length - after.trimStart().length;
  if (first > 0) parts.unshift({ label: 'furniture', from: 0, to: first });
  if (last < text.length) parts.push({ label: 'furniture', from: last, to: text.length });
  return { parts, byline, score: 11 };
}

/** Reads a line as an author with the day or its like; one who is plainly a person, or said to be the author. */
function authorWithDay(text: string): Heading | undefined {
  for (const pattern of authorAndBeside) {
    const match = pattern.exec(simplify(text));
    const range = match?.indices?.groups?.byline;
    if (!match || !range) continue;
    const by = text.slice(...range);
    if (namesPaper(by) || furnitureOf(by)) continue;
    const byline = parseByline(by);
    const isPerson = byline?.authors.every(
      ({ kind, name, honorific, roles }) =>
        kind === undefined &&
        personScore(name) >= 1.2 &&
        (hanCount(name) !== 2 || honorific !== undefined || roles.length > 0),
    );
    if (byline && (isPerson || byline.marked)) {
      const [from, to] = match.indices?.groups?.beside ?? [0, 0];
      const parts: HeadingPart[] = [
        { label: 'byline', from: range[0], to: range[1] },
        { label: 'furniture', from, to },
      ];
      return { parts: parts.sort((a, b) => a.from - b.from), byline, score: 11 };
    }
  }
  return undefined;
}

/** What a line must hold to be one of these. */
export const besideAuthors = new RegExp(`${dayBeside}|${otherBeside}`, 'u');
const folded = simplifyPattern(besideAuthors);

/** Reads a line as an author with what the page says beside it. */
export function authorBeside(text: string): Heading | undefined {
  return folded.test(simplify(text)) ? (authorWithDay(text) ?? authorAmong(text)) : undefined;
}
