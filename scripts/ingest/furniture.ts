/** What is printed around op-eds: page heads, credits, captions, notices. */
import { plainMarks } from './alike.ts';
import { numberOf } from './counting.ts';
import {
  type FurnitureKind,
  furniturePatterns,
  pageCode,
  pageDate,
  publications,
  sectionNames,
  weekday,
} from './data/furniture.ts';
import { Sieve } from './needs.ts';
import { remembered } from './remembered.ts';
import { endingOf, foldedUnits, simplify, simplifyPattern, widthOf } from './text.ts';

export type { FurnitureKind };

/** What a page head says; it holds for the articles after it. */
export type PageHead = { date?: string; publication?: string; page?: string };

export type Furniture = {
  kind: FurnitureKind;
  /** Evidence: 2 for a line that could be something else, 6 where nothing else fits. */
  score: number;
  head?: PageHead;
};

const patterns = furniturePatterns.map(({ kind, pattern }) => ({ kind, pattern: simplifyPattern(pattern) }));
const sieve = new Sieve(
  patterns.map(({ pattern }) => pattern),
  true,
);
const sections = new Set(sectionNames.map(simplify));
const papers = publications.map(simplify).sort((a, b) => b.length - a.length);
const namedPaper = simplifyPattern(
  /(?<![\u4e00-\u9fff])《?([\u4e00-\u9fff]{1,6}(?:日報|時報|晚報|商報|早報|導報|快報|新報|晨報|周報|週報|周刊|週刊|月刊|季刊|半月刊|雙周刊|郵報|電訊|快訊|時訊|通訊|(?<![舉預申虛誤謊瞞漏通上善惡果回電海彙簡捷喜戰警呈填登張])報))》?(?![\u4e00-\u9fff])/u,
);
const date = simplifyPattern(pageDate);
const numberedPage = simplifyPattern(/第\s*(\d{1,3})\s*[頁版]|(?<!\d)(\d{1,3})\s*版/u);
/** A page that says that it is one. */
const ordinalPage = simplifyPattern(/第\s*(\d{1,3})\s*版/u);
const day = new RegExp(simplifyPattern(weekday).source, 'gu');
/** A page head may name its editor. */
const editor = simplifyPattern(/(?:責任)?編輯\s*[：:]?\s*\S{2,4}|責編\s*[：:]?\s*\S{2,4}/u);
/** What stands beside the date of a web page: when it went up, and the hour. */
const stamp = simplifyPattern(
  /(?:來源|出處|稿源|來自)\s*[：:]\s*\S{2,14}|(?:發佈|發布|發表|更新|刊登|刊出|上載|出版|建立|最後更新)(?:時間|日期|於)?|(?:上午|下午|早上|晚上)?\s*(?<!\d)\d{1,2}\s*[:：]\s*\d{2}(?:\s*[:：]\s*\d{2})?(?:\s*[ap]m)?(?!\d)|日期/giu,
);
function isoDate(match: RegExpExecArray): string | undefined {
  const { year = '', month = '', day: dayOfMonth = '' } = match.groups ?? {};
  const [y, m, d] = [numberOf(year), numberOf(month), numberOf(dayOfMonth)];
  const made = new Date(Date.UTC(y, m - 1, d));
  const real = y > 1800 && made.getUTCMonth() === m - 1 && made.getUTCDate() === d;
  return real ? made.toISOString().slice(0, 10) : undefined;
}

/** A section that no list holds, beside a page, a date or a paper: 民情版. */
const namedPage = simplifyPattern(/^[\u4e00-\u9fff]{2,4}版$/u);

/** Sites have channels where papers have sections: 社區頻道. */
const channel = simplifyPattern(/^\p{Script=Han}{2,4}頻道$/u);

/** Whether a word is a section's name, or two of them in one: 評論, 觀點版, 國際財經. */
function isSectionWord(word: string): boolean {
  const name = word.replace(/版$/u, '');
  if (sections.has(word) || sections.has(name) || channel.test(word)) return true;
  return name.length === 4 && sections.has(name.slice(0, 2)) && sections.has(name.slice(2));
}

/** … or ends with one, as beside a date or a page number: 粵海評論 A06. */
function endsWithSection(word: string): boolean {
  return word.length <= 6 && sections.has(word.replace(/版$/u, '').slice(-2));
}

const betweenSections = /[\s【】[\]〔〕「」『』《》〈〉（）()|｜·•・．‧•／/\-—_:：■◆●▍▎]+/u;
/** 論壇（續）, over the second column of a page. */
const goesOnHere = simplifyPattern(/\s*[（(]?\s*(?:續|之續|續上|續前頁?|續上頁|接上頁?)\s*[）)]?$/u);
const inSections = new Set(Array.from(`版${[...sections].join('')}`, (character) => character.charCodeAt(0)));

/** Whether a text is a section name, or several, in whatever brackets. */
export function isSection(text: string): boolean {
  const first = foldedUnits[text.charCodeAt(0)] as number;
  if (!inSections.has(first) && !betweenSections.test(text.charAt(0))) return false;
  const words = simplify(text)
    .replace(goesOnHere, '')
    .split(betweenSections)
    .filter((word) => word !== '');
  return words.length > 0 && words.length <= 4 && words.every(isSectionWord);
}

/** Whether a text holds the name of a paper. */
export function namesPaper(text: string): boolean {
  const plain = simplify(text);
  return papers.some((paper) => plain.includes(paper)) || namedPaper.test(plain);
}

/** What makes a page head, one of them at least: a date, a paper, a page. */
const telling = new Sieve([date, new RegExp(papers.join('|'), 'u'), namedPaper, pageCode], true);

const wide = /[Ａ-Ｚａ-ｚ０-９]/gu;
const wideSieve = new Sieve([wide]);

/** Full-width letters and digits, as page heads of e-papers have them, in their narrow form; offsets stay. */
function narrowed(text: string): string {
  return wideSieve.look(text).mayAny()
    ? text.replace(wide, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    : text;
}

function pageHead(text: string): Furniture | undefined {
  if (widthOf(text) > 48 || /[。！？；]/u.test(text)) return undefined;
  const narrow = narrowed(text);
  if (!telling.look(narrow).mayAny()) return undefined;
  const plain = simplify(narrow);
  let rest = plain;
  const head: PageHead = {};
  const dated = date.exec(plain);
  if (dated) {
    const iso = isoDate(dated);
    if (iso) head.date = iso;
    rest = rest.replace(dated[0], ' ');
  }
  const known = papers.find((paper) => rest.includes(paper));
  const paper = known ?? namedPaper.exec(rest)?.[1];
  if (paper !== undefined) {
    const at = plain.indexOf(paper);
    head.publication = text.slice(at, at + paper.length);
    rest = rest.replace(paper, ' ');
  }
  // A number alone is a page's where a date or a paper stands beside it.
  const code =
    pageCode.exec(rest) ??
    (head.date || paper !== undefined ? numberedPage.exec(rest) : ordinalPage.exec(rest));
  if (code) {
    head.page = (code[1] ?? code[2] ?? '').replace(/[\s-]/g, '');
    rest = rest.replace(code[0], ' ');
  }
  const weekdays = rest.match(day) ?? [];
  rest = rest.replace(day, ' ').replace(editor, ' ');
  if (head.date) rest = rest.replace(stamp, ' ');
  const left = rest
    .split(/[\s|｜·•・／/\-—_:：，,《》「」【】[\]（）()<>›»■◆●▍▎▲▼.]+/u)
    .filter(
      (word) =>
        word !== '' &&
        !isSectionWord(word) &&
        !((code || head.date || paper !== undefined) && (endsWithSection(word) || namedPage.test(word))),
    );
  const leftWidth = left.reduce((sum, word) => sum + widthOf(word), 0);
  const evidence =
    (head.date ? 3 : 0) +
    (paper === undefined ? 0 : known ? 2 : 1.5) +
    (code ? 1.5 : 0) +
    (weekdays.length > 0 ? 1 : 0);
  if (evidence < 1.5 || leftWidth > 14) return undefined;
  const score = evidence + (leftWidth === 0 ? 3 : leftWidth <= 6 ? 1 : -1);
  return score >= 3 ? { kind: 'page-head', score: Math.min(score + 1, 8), head } : undefined;
}

/** What stands in heavy brackets too, where columns' names do. */
const bracketed = new Set<FurnitureKind>(['credit', 'picture', 'disclaimer', 'notice', 'turn']);

/** What parts notes that a page prints on one line. */
const wideBlank = /　+|\s{2,}/u;

const inBrackets = /^[【〔](.{2,80})[】〕]$/u;
/** A caption under a printer's square; a list item looks the same. */
const squared = /^[■□●◆◇]\s*[^\s，。]/u;
const others = new Sieve([wideBlank, inBrackets, squared]);

/** Where to write to, beside another note. */
const contact = simplifyPattern(
  /^(?:電郵|電子郵件|電子郵箱|E-?mail|網址|網站|電話|傳真|查詢|地址)\s*[：:]\s*\S/iu,
);

/**
 * Tells whether a line is furniture by its own looks.
 *
 * @returns its kind and evidence, with what a page head says; `undefined` for anything else
 */
export const furnitureOf: (text: string) => Furniture | undefined = remembered((printed) => {
  const text = plainMarks(printed);
  const head = pageHead(text);
  if (head) return head;
  for (const at of sieve.look(text).candidates()) {
    const { kind, pattern } = patterns[at] as (typeof patterns)[number];
    if (!pattern.test(simplify(text))) continue;
    const isProse = widthOf(text) > 40 && endingOf(text) === 'sentence' && kind !== 'disclaimer';
    return { kind, score: isProse ? 2 : kind === 'ornament' ? 4 : 6 };
  }
  if (isSection(text)) return { kind: 'section', score: 5 };
  const [mayHaveNotes, mayBeInBrackets, mayBeSquared] = others.which(text);
  const notes = mayHaveNotes ? text.split(wideBlank) : [text];
  const [note] = notes;
  if (note !== undefined && notes.length > 1 && notes.length <= 4) {
    const first = furnitureOf(note);
    const isWhole =
      first !== undefined &&
      first.kind !== 'section' &&
      first.score >= 5 &&
      notes.slice(1).every((each) => contact.test(simplify(each)) || (furnitureOf(each)?.score ?? 0) >= 5);
    if (isWhole) return first;
  }
  const inner = mayBeInBrackets ? inBrackets.exec(text)?.[1] : undefined;
  const found = inner === undefined ? undefined : furnitureOf(inner);
  if (found && bracketed.has(found.kind)) return found;
  if (mayBeSquared && squared.test(text) && widthOf(text) <= 40)
    return { kind: 'picture', score: widthOf(text) > 16 || endingOf(text) === 'sentence' ? 1.5 : -1 };
  return undefined;
});
