/**
 * Lines that carry more than a headline: a column's name, the headline and the author together.
 * 筆陣：標題 /文：作者 · 焦點評論/標題\作者 · 標題（作者） · 【來論】作者：標題 · 筆名：標題 · 欄目 作者
 */

import { plainMarks } from './alike.ts';
import { authorBeside, besideAuthors } from './author-beside.ts';
import { type Byline, parseByline } from './byline.ts';
import { barredHead } from './column-heads.ts';
import { type Heading, type HeadingPart, partsOf } from './heading-parts.ts';
import {
  isHouseAuthor,
  isOrganisation,
  isPaddedName,
  isPenName,
  personScore,
  soundsLikePenName,
} from './names.ts';
import { Sieve } from './needs.ts';
import { roleScore } from './roles.ts';
import { isSection } from './sections.ts';
import { hanCount, simplify, simplifyPattern, widthOf } from './text.ts';

/** What such lines look like; the score is high where a mark stands between headline and author, so that nothing else fits. */
const shapes: readonly {
  pattern: RegExp;
  score: number;
  penNames?: boolean | 'telling' | 'only';
  needsRole?: true;
}[] = [
  {
    pattern:
      /^(?<series>[^：:／/∕]{2,14})\s*[：:]\s*(?<title>.+?)\s*[／/∕｜|\\＼◎]\s*(?:文|作者|撰文)\s*[：:／/∕]?\s*(?<byline>\S.*)$/du,
    score: 5,
    penNames: true,
  },
  {
    pattern:
      /^(?<series>[^：:／/∕｜|\s，。！？]{2,8})\s*[／/∕｜|]\s*(?<title>.{4,}?)(?:\s*[／/∕｜|\\＼◎]\s*(?:文|作者|撰文)\s*[：:／/∕]?|\s+(?:文|作者|撰文)\s*[：:／/∕])\s*(?<byline>\S.*)$/du,
    score: 5.1,
    penNames: true,
  },
  {
    pattern:
      /^(?<title>.+?)\s*(?:[／/∕｜|\\＼◎]\s*|\s+)(?:(?:文|作者|撰文)\s*[：:／/∕]|文．)\s*(?<byline>\S.*)$/du,
    score: 5,
    penNames: true,
  },
  {
    pattern: /^(?<title>.+?)\s*[（(【]\s*(?:文|作者|撰文)\s*[：:／/∕]\s*(?<byline>[^（）()]+)[）)】]$/du,
    score: 5,
    penNames: true,
  },
  {
    pattern:
      /^(?<series>[^：:／/∕｜|\s，。！？]{2,8})\s*[｜|]\s*(?<title>[^｜|]{4,}?)\s*[／/∕]\s*(?<byline>[^\s／/∕]{2,5})$/du,
    score: 4.4,
    penNames: true,
  },
  {
    pattern:
      /^(?<series>[^：:／/∕｜|\s，。！？]{2,8})\s*[｜|]\s*(?<title>[^｜|]{4,}?)\s*[｜|]\s*(?<byline>[^｜|，。]{2,24})$/du,
    score: 4.2,
  },
  {
    pattern:
      /^[（(](?<series>[^（）()]{2,8})[）)]\s*(?<title>\S.{3,}?)\s*(?:[／/∕｜|\\＼◎]\s*|\s+)(?:文|作者|撰文)\s*[：:／/∕]\s*(?<byline>\S.*)$/du,
    score: 5.2,
    penNames: true,
  },
  { pattern: /^(?<title>.{4,}?\S)\s*◎\s*(?<byline>\S.*)$/du, score: 4.5, penNames: true },
  { pattern: /^(?<title>.{4,}?\S)\s+[●○◆◇■□★☆]\s*(?<byline>[^●○◆◇■□★☆]{2,40})$/du, score: 3.6 },
  {
    pattern:
      /^(?<series>[^／/∕｜|\\＼]{2,14})\s*(?:[／/∕｜|]|[\\＼](?=[^\\＼]{6}))\s*(?<title>.{4,}?)\s*[\\＼]\s*(?<byline>\S.*)$/du,
    score: 5,
    penNames: true,
  },
  {
    pattern:
      /^[【[〔](?<series>[^】\]〕]{2,14})[】\]〕]\s*(?<byline>[^：:]{2,12})\s*[：:]\s*(?<title>\S.{3,})$/du,
    score: 4.5,
    penNames: true,
  },
  {
    pattern:
      /^[【[〔](?<series>[^】\]〕]{2,14})[】\]〕]\s*(?<title>\S.{3,}?)[\s　]+(?<byline>\p{Script=Han}{2,4}(?:博士|教授|醫生|律師|醫师|医生|律师)?|\p{Script=Han}[\s　]\p{Script=Han})$/du,
    score: 3,
  },
  {
    pattern:
      /^[【[〔](?<series>[^】\]〕]{2,14})[】\]〕]\s*(?<title>\S.{3,}?)\s*[（(](?<byline>[^（）()]{2,40})[）)]$/du,
    score: 3.9,
    penNames: true,
  },
  {
    pattern:
      /^(?<series>[^：:／/∕｜|\s，。！？]{2,8})\s*[：:]\s*(?<title>[^：:]{4,}?)\s*[（(](?<byline>[^（）()]{2,40})[）)]$/du,
    score: 2.9,
    penNames: 'only',
  },
  {
    pattern: /^[【〔](?<series>[^】〕]{2,10})[】〕]\s*(?<byline>\p{Script=Han}{2,5})$/du,
    score: 2.6,
    penNames: 'telling',
  },
  { pattern: /^(?<title>.{4,}?)\s*[（(](?<byline>[^（）()]{2,40})[）)]$/du, score: 2.9, penNames: true },
  { pattern: /^(?<title>.{5,}?)\s*[\\＼／/∕｜|]\s*(?<byline>[^\\＼／/∕｜|\s]{2,5})$/du, score: 1.2 },
  {
    pattern:
      /^(?<title>[^\\＼／/∕｜|]{5,}?)\s*[\\＼／/∕｜|]\s*(?<byline>\p{Script=Han}{2,4}\s*[（(][^（）()]{2,40}[）)])$/du,
    score: 3,
    needsRole: true,
  },
  { pattern: /^(?<byline>[^：:，。、\s]{2,6})\s*[：:]\s*(?<title>\S.{3,})$/du, score: 0.2, penNames: true },
  {
    pattern: /^(?<series>[^\s：:，。、！？]{2,10})[\s　]+(?<byline>[^\s：:]{2,5}|[^\s：:]\s[^\s：:])$/du,
    score: 1.4,
    penNames: 'telling',
  },
  {
    pattern:
      /^(?<series>[^\s：:，。、！？]{2,10})(?:[\s　]*[｜|／/∕◎·・]\s*|\s+[-–—－]+\s+|[–—]+)(?<byline>[^\s：:]{2,5}|\p{Script=Han}[\s　]\p{Script=Han})$/du,
    score: 2,
  },
  {
    pattern: /^(?<series>[^\s：:，。、！？]{2,10})\s+[Bb][Yy]\s+(?<byline>\S.{1,7})$/du,
    score: 4.5,
    penNames: true,
  },
  {
    pattern:
      /^(?<series>[^\s：:，。、！？（(]{2,10})\s*[｜|／/∕]\s*(?<byline>\p{Script=Han}{2,4}\s*[（(][^（）()]{2,40}[）)])$/du,
    score: 2,
    needsRole: true,
  },
  {
    pattern:
      /^(?<series>[^\s：:，。、！？（(]{2,10})\s*[｜|／/∕]\s*(?<byline>\p{Script=Han}{2,4}[\s　]+\S.{3,40})$/du,
    score: 2,
    needsRole: true,
  },
  {
    pattern:
      /^(?<series>[^\s：:，。、！？｜|]{2,8})[\s　]+(?<byline>(?:\p{Script=Han}{2,6}|\p{Script=Han}[\s　]\p{Script=Han})[\s　]+\S.*)$/du,
    score: 1.8,
  },
  // Column, author and headline with nothing but blanks between.
  {
    pattern:
      /^(?<series>[^\s：:，。、！？｜|]{2,8})(?:　+|\s{2,}|\s)(?<byline>\p{Script=Han}{2,5}|\p{Script=Han}　\p{Script=Han})(?:　+|\s{2,}|\s)(?<title>[^。；]{5,})$/du,
    score: 1.8,
    penNames: 'telling',
  },
];
/** A column that says of itself that it is one: 欄名：商港縱橫. */
const namedColumn = simplifyPattern(
  /^(?:欄名|欄目|專欄|系列|專題|專欄名稱|系列名稱)\s*[：:｜|]\s*(?<series>[^：:，。！？]{2,16})$/du,
);
/** A headline that says of itself that it is one, as in a database: 標題：…. */
const namedHeadline = simplifyPattern(
  /^(?:標題|題目|篇名|篇題|文題|主標題|大標題|主題|文章標題)\s*[：:｜|]\s*(?<title>\S.{2,})$/du,
);
/** Column, author and roles, each with what it is: 欄目｜黑板以外　文字｜鍾卓言　身分｜青藜教育基金項目主任. */
const labelledHead = simplifyPattern(
  /^(?:(?:欄目|欄名|專欄|系列)\s*[：:｜|]\s*(?<series>\S{2,14})\s+)?(?:文字|作者|撰文|文)\s*[：:｜|]\s*(?<name>\S.{1,11}?)\s+(?:身分|身份|職銜|職務|職位|銜頭)\s*[：:｜|]\s*(?<roles>\S.*)$/du,
);
/** 社評：標題, 社論／標題. */
const houseHead =
  /^[【[〔]?(?<byline>[^：:／/∕｜|】\]〕]{2,6})[】\]〕]?\s*[：:／/∕｜|]?\s*(?<title>[^\s：:].{4,})$/du;
/** A column with its part before the headline: 老葵涌（九）　紗廠的汽笛. */
const partedHead =
  /^(?<series>[^\s：:，。、！？（(]{2,8}[（(](?:[一二三四五六七八九十]{1,3}|\d{1,3})[）)])[\s　]+(?<title>\S.{3,})$/du;
const bracketedHead = /^[【[〔](?<series>[^】\]〕]{2,14})[】\]〕]\s*(?<title>\S.{3,})$/du;
const behindHouse = /[】\]〕：:／/∕｜|]/u;
const sieve = new Sieve([
  ...shapes.map(({ pattern }) => pattern),
  bracketedHead,
  barredHead,
  behindHouse,
  besideAuthors,
  partedHead,
]);
const [bracketedAt, barredAt, houseAt, besideAt, partedAt] = [0, 1, 2, 3, 4].map(
  (at) => shapes.length + at,
) as [number, number, number, number, number];
const labels = new Sieve([namedColumn, namedHeadline, labelledHead], true);
const [namedColumnAt, namedHeadlineAt, labelledHeadAt] = [0, 1, 2];
const notNames = simplifyPattern(
  /^(?:上|中|下|[一二三四五六七八九十]{1,3}|續|完|終|(?:[一二三四五六七八九十]{1,2})?之[一二三四五六七八九十]{1,2}|第[一二三四五六七八九十]{1,3}[篇章集回期]?|[上中下]篇|專欄|連載|節錄|譯文|特稿|轉載)$/u,
);

const isRole = (text: string): boolean => roleScore(text) >= 1;

function authorScore(
  text: string,
  penNames: boolean | 'telling' | 'only',
  explicit: boolean,
): { byline: Byline; score: number } | undefined {
  const byline = parseByline(text);
  if (!byline || notNames.test(simplify(text))) return undefined;
  const first = byline.authors[0];
  if (!first) return undefined;
  if (penNames === 'only' && first.kind !== 'pen-name') return undefined;
  // 古城燈影（影評人）: what is a role and no name belongs to what stands before it.
  if (first.kind === 'pen-name' && !explicit && roleScore(text) >= 2) return undefined;
  if (isPaddedName(text)) return { byline, score: 0.8 };
  // A short word in brackets is an abbreviation or an aside sooner than a pen name.
  if (first.kind === 'pen-name' && !explicit && hanCount(text) < 3 && !soundsLikePenName(text))
    return undefined;
  if (first.kind === 'pen-name')
    return penNames && isPenName(first.name) && (typeof penNames === 'boolean' || soundsLikePenName(text))
      ? { byline, score: explicit ? 0 : soundsLikePenName(text) ? 1.8 : hanCount(text) > 4 ? -2.4 : -0.8 }
      : undefined;
  if (first.kind === 'organisation')
    return isHouseAuthor(text) || explicit
      ? { byline, score: 1 }
      : bodyEnd.test(simplify(text)) && penNames === true
        ? { byline, score: 0 }
        : undefined;
  if (first.roles.length === 0 && personScore(first.name) < 1.2 && hanCount(first.name) > 0)
    return explicit ? { byline, score: 0 } : undefined;
  return { byline, score: Math.min(2, byline.score * 0.5) };
}

/** What bodies that write end with, and hardly any aside in brackets. */
const bodyEnd = simplifyPattern(/(?:協會|學會|聯會|商會|公會|總會|基金會|聯盟|工會|關注組|研究社|促進會)$/u);

/** A line that says of each of its parts what it is. */
function fieldsOfHead(printed: string, { indices }: RegExpExecArray): Heading[] {
  const { series, name, roles } = indices?.groups ?? {};
  if (!name || !roles) return [];
  const byline = parseByline(`文：${printed.slice(...name)}　${printed.slice(...roles)}`);
  const part = (label: HeadingPart['label'], [from, to]: [number, number]): HeadingPart => ({
    label,
    from,
    to,
  });
  const parts = [...(series ? [part('series', series)] : []), part('byline', name), part('byline', roles)];
  const areRoles = byline?.authors.some((each) => each.roles.some(isRole));
  return byline && areRoles ? [{ parts, byline, score: 6 }] : [];
}

/**
 * Readings of a line as a headline that carries its author, its column, or both; best first.
 *
 * @returns parts with UTF-16 offsets into the text; marks and blanks between the parts belong to none
 */
export function headingsOf(printed: string): Heading[] {
  const text = plainMarks(printed);
  if (text.endsWith('。') || text.endsWith('；') || widthOf(text) > 60) return [];
  const readings: Heading[] = [];
  sieve.look(text);
  for (const at of sieve.candidates()) {
    const shape = shapes[at];
    if (shape === undefined) break;
    const { pattern, score, penNames = false } = shape;
    const match = pattern.exec(text);
    const range = match?.indices?.groups?.byline;
    if (!match || !range) continue;
    const by = printed.slice(...range);
    const explicit = score >= 4;
    const author = authorScore(by, penNames, explicit);
    if (!author) continue;
    if (shape.needsRole && !author.byline.authors[0]?.roles.some(isRole)) continue;
    const { title, series } = match.groups ?? {};
    if (title !== undefined && /[。；]/u.test(title)) continue;
    if (series !== undefined && title !== undefined && !explicit && title.split(/\s+/u).some(isRole))
      continue;
    if (series !== undefined && (title === undefined || !explicit)) {
      // 立法會議員 陳大文 is roles and name, 維港鐘鳴 屠海鳴 a column and its author.
      if (
        isOrganisation(series) ||
        roleScore(series) >= 0.8 ||
        personScore(series) >= 1 ||
        author.byline.authors[0]?.kind === 'organisation'
      )
        continue;
    }
    readings.push({ parts: partsOf(match), byline: author.byline, score: score + author.score });
    // 貓步橫行　文：三花: so short a word may name the column as well.
    if (explicit && series === undefined && /^\p{Script=Han}{3,6}$/u.test(title ?? '')) {
      const parts = partsOf(match).map(
        (part): HeadingPart => (part.label === 'title' ? { ...part, label: 'series' } : part),
      );
      readings.push({ parts, byline: author.byline, score: score + author.score });
    }
  }
  labels.look(text);
  const named = labels.may(namedColumnAt) ? namedColumn.exec(simplify(text)) : null;
  if (named) readings.push({ parts: partsOf(named), score: 5 });
  const headline = labels.may(namedHeadlineAt) ? namedHeadline.exec(simplify(text)) : null;
  if (headline) readings.push({ parts: partsOf(headline), score: 6, labelled: true });
  const fields = labels.may(labelledHeadAt) ? labelledHead.exec(simplify(text)) : null;
  if (fields) readings.push(...fieldsOfHead(printed, fields));
  const beside = sieve.may(besideAt) ? authorBeside(text) : undefined;
  if (beside) readings.push(beside);
  const house = sieve.may(houseAt) ? houseHead.exec(text) : null;
  const by = house?.groups?.byline ?? '';
  const rest = text.slice(house?.indices?.groups?.byline?.[1] ?? 0);
  if (house && isHouseAuthor(by) && behindHouse.test(rest.charAt(0))) {
    const byline = parseByline(by);
    if (byline) readings.push({ parts: partsOf(house), byline, score: 4.5 });
  }
  const bracketed = sieve.may(bracketedAt) ? bracketedHead.exec(text) : null;
  if (bracketed) readings.push({ parts: partsOf(bracketed), score: 3 });
  const parted = sieve.may(partedAt) ? partedHead.exec(text) : null;
  if (parted) readings.push({ parts: partsOf(parted), score: 3 });
  const barred = sieve.may(barredAt) ? barredHead.exec(text) : null;
  if (barred && personScore(barred.groups?.series ?? '') < 1)
    readings.push({ parts: partsOf(barred), score: isSection(barred.groups?.series ?? '') ? 4 : 1.4 });
  return readings.sort((a, b) => b.score - a.score);
}
