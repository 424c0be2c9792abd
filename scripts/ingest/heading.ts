/**
 * Lines that carry more than a headline: a column's name, the headline and the author together.
 * 筆陣：標題 /文：作者 · 焦點評論/標題\作者 · 標題（作者） · 【來論】作者：標題 · 筆名：標題 · 欄目 作者
 */
import { plainMarks } from './alike.ts';
import { authorBeside, besideAuthors } from './author-beside.ts';
import { type Byline, parseByline } from './byline.ts';
import {
  isHouseAuthor,
  isLatinName,
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

export type HeadingPart = { label: 'series' | 'title' | 'byline' | 'furniture'; from: number; to: number };
export type Heading = {
  parts: HeadingPart[];
  byline?: Byline;
  score: number;
  /** It says of itself that it is a headline, as in a database: 標題：…. */
  labelled?: boolean;
};

/** Whether a mark stands between headline and author, so that nothing but a headline's line fits. */
const shapes: readonly { pattern: RegExp; score: number; penNames?: boolean | 'telling' }[] = [
  {
    pattern:
      /^(?<series>[^：:／/∕]{2,14})\s*[：:]\s*(?<title>.+?)\s*[／/∕｜|\\＼◎]\s*(?:文|作者|撰文)\s*[：:／/∕]?\s*(?<byline>\S.*)$/du,
    score: 5,
    penNames: true,
  },
  {
    pattern:
      /^(?<series>[^：:／/∕｜|\s，。！？]{2,8})\s*[／/∕｜|]\s*(?<title>.{4,}?)\s*[／/∕｜|\\＼◎]\s*(?:文|作者|撰文)\s*[：:／/∕]?\s*(?<byline>\S.*)$/du,
    score: 5.1,
    penNames: true,
  },
  {
    pattern: /^(?<title>.+?)\s*(?:[／/∕｜|\\＼◎]\s*|\s+)(?:文|作者|撰文)\s*[：:／/∕]\s*(?<byline>\S.*)$/du,
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
    pattern: /^(?<series>[^／/∕｜|]{2,14})\s*[／/∕｜|]\s*(?<title>.{4,}?)\s*[\\＼]\s*(?<byline>\S.*)$/du,
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
  { pattern: /^(?<title>.{4,}?)\s*[（(](?<byline>[^（）()]{2,40})[）)]$/du, score: 2.9, penNames: true },
  { pattern: /^(?<title>.{5,}?)\s*[\\＼／/∕｜|]\s*(?<byline>[^\\＼／/∕｜|\s]{2,5})$/du, score: 1.2 },
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
/** A column and, behind a blank or a dash, who writes in it; by itself no more than two words. */
const columnAndAuthor =
  /^(?<series>[^\s：:，。、！？]{2,10})(?:[\s　]+|\s+[-–—－]+\s+)(?<byline>\p{Script=Han}{2,5})$/du;
/** … behind a bar, where names may be padded or Latin. */
const barredColumn =
  /^(?<series>[^\s：:，。、！？]{2,10})[\s　]*[｜|／/∕]\s*(?<byline>\p{Script=Han}{2,5}|\p{Script=Han}[\s　]\p{Script=Han}|[A-Z][A-Za-z.]{1,15})$/du;

const barSieve = new Sieve([barredColumn]);

/** Whether a line is two short words that a bar parts, as columns and their authors are. */
export function isBarred(text: string): boolean {
  return barSieve.look(text).mayAny() && barredColumn.test(text);
}

/**
 * Reads a line as a column with its author, whatever the name, on a page whose other articles begin so: 茶餘雜記　老榕.
 */
export function columnWithAnyName(text: string): Heading | undefined {
  const match = columnAndAuthor.exec(text) ?? barredColumn.exec(text);
  const byline = parseByline(match?.groups?.byline ?? '');
  if (!match || byline?.authors.length !== 1 || byline.authors[0]?.roles.length !== 0) return undefined;
  return { parts: partsOf(match), byline, score: 2.4 };
}

const behindColumnName = /^(?<series>[^：:｜|／/∕]{2,14}?)\s*[：:｜|／/∕]\s*(?<title>\S.{2,})$/du;

/** Reads a line as a headline behind the name of a column that the page prints so elsewhere: 筆陣：收費暫緩，垃圾不會暫緩. */
export function headlineBehind(columns: ReadonlySet<string>, text: string): Heading | undefined {
  const match = behindColumnName.exec(text);
  const column = match?.groups?.series ?? '';
  // Where each article of a page has a column of its own, one more is nothing new.
  const score = columns.has(column) ? 4 : columns.size >= 2 && widthOf(column) <= 5 ? 3.4 : 0;
  return match && score > 0 && personScore(column) < 1 ? { parts: partsOf(match), score } : undefined;
}

const signedHeadline = /^(?<title>[^。；（）()]{4,}|[^。；]{4,}?)\s*[（(](?<author>[^（）()]{2,30})[）)]$/u;

/**
 * A headline with its author in brackets, as in a list of them.
 *
 * @returns the author's name, and where the headline ends; `undefined` where the text is none
 */
export function signedHeadlineOf(text: string): { name: string; end: number } | undefined {
  if (!text.endsWith('）') && !text.endsWith(')')) return undefined;
  const { title = '', author = '' } = signedHeadline.exec(text)?.groups ?? {};
  const name = isLatinName(author) ? author : parseByline(author)?.authors[0]?.name;
  return title === '' || name === undefined ? undefined : { name, end: title.length };
}

/** Whether a heading is a column with its author, and no headline. */
export function isColumnWithAuthor({ parts, byline }: Heading): boolean {
  return byline !== undefined && parts.length === 2 && parts.every(({ label }) => label !== 'title');
}

/** A column that says of itself that it is one: 欄名：商港縱橫. */
const namedColumn = simplifyPattern(
  /^(?:欄名|欄目|專欄|系列|專題|專欄名稱|系列名稱)\s*[：:｜|]\s*(?<series>[^：:，。！？]{2,16})$/du,
);
/** A headline that says of itself that it is one, as in a database: 標題：…. */
const namedHeadline = simplifyPattern(
  /^(?:標題|題目|篇名|篇題|文題|主標題|大標題|主題|文章標題)\s*[：:｜|]\s*(?<title>\S.{2,})$/du,
);
/** 社評：標題, 社論／標題. */
const houseHead =
  /^[【[〔]?(?<byline>[^：:／/∕｜|】\]〕]{2,6})[】\]〕]?\s*[：:／/∕｜|]?\s*(?<title>[^\s：:].{4,})$/du;
const bracketedHead = /^[【[〔](?<series>[^】\]〕]{2,14})[】\]〕]\s*(?<title>\S.{3,})$/du;
/** A column or a section before its headline, parted by a bar. */
const barredHead = /^(?<series>[^｜|\s，。、：:！？]{2,8})\s*[｜|]\s*(?<title>[^｜|]{5,})$/du;
const behindHouse = /[】\]〕：:／/∕｜|]/u;
const sieve = new Sieve([
  ...shapes.map(({ pattern }) => pattern),
  bracketedHead,
  barredHead,
  behindHouse,
  besideAuthors,
]);
const [bracketedAt, barredAt, houseAt, besideAt] = [0, 1, 2, 3].map((at) => shapes.length + at) as [
  number,
  number,
  number,
  number,
];
const labels = new Sieve([namedColumn, namedHeadline], true);
const [namedColumnAt, namedHeadlineAt] = [0, 1];
const notNames = simplifyPattern(
  /^(?:上|中|下|[一二三四五六七八九十]{1,3}|續|完|終|(?:[一二三四五六七八九十]{1,2})?之[一二三四五六七八九十]{1,2}|第[一二三四五六七八九十]{1,3}[篇章集回期]?|[上中下]篇|專欄|連載|節錄|譯文|特稿|轉載)$/u,
);

const isRole = (text: string): boolean => roleScore(text) >= 1;

function authorScore(
  text: string,
  penNames: boolean | 'telling',
  explicit: boolean,
): { byline: Byline; score: number } | undefined {
  const byline = parseByline(text);
  if (!byline || notNames.test(simplify(text))) return undefined;
  const first = byline.authors[0];
  if (!first) return undefined;
  // 古城燈影（影評人）: what is a role and no name belongs to what stands before it.
  if (first.kind === 'pen-name' && !explicit && roleScore(text) >= 2) return undefined;
  if (isPaddedName(text)) return { byline, score: 0.8 };
  // A short word in brackets is an abbreviation or an aside sooner than a pen name.
  if (first.kind === 'pen-name' && !explicit && hanCount(text) < 3) return undefined;
  if (first.kind === 'pen-name')
    return penNames && isPenName(first.name) && (penNames !== 'telling' || soundsLikePenName(text))
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

/** Two sections' names in one, before a headline, are a column's where the second is what columns are called: 兩岸觀察. */
function namesColumn(text: string): boolean {
  return /^\p{Script=Han}{4}$/u.test(text) && columnWord.test(simplify(text));
}

const columnWord = simplifyPattern(/(?:觀察|視野|視角|縱橫|漫談)$/u);

/** What bodies that write end with, and hardly any aside in brackets. */
const bodyEnd = simplifyPattern(/(?:協會|學會|聯會|商會|公會|總會|基金會|聯盟|工會|關注組|研究社|促進會)$/u);

function partsOf(match: RegExpExecArray): HeadingPart[] {
  const parts: HeadingPart[] = [];
  for (const label of ['series', 'title', 'byline'] as const) {
    const range = match.indices?.groups?.[label];
    const text = match.groups?.[label];
    if (!range || text === undefined) continue;
    const isFurniture = label === 'series' && isSection(text) && !namesColumn(text);
    parts.push({ label: isFurniture ? 'furniture' : label, from: range[0], to: range[1] });
  }
  return parts.sort((a, b) => a.from - b.from);
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
  const barred = sieve.may(barredAt) ? barredHead.exec(text) : null;
  if (barred && personScore(barred.groups?.series ?? '') < 1)
    readings.push({ parts: partsOf(barred), score: isSection(barred.groups?.series ?? '') ? 4 : 1.4 });
  return readings.sort((a, b) => b.score - a.score);
}
