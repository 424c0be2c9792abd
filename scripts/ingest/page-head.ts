/** Page heads: what a page says of itself in a line, the paper, the day and the page. */
import { numberOf } from './counting.ts';
import { dayFirstDate, pageCode, pageDate, publications, weekday } from './data/page-heads.ts';
import { personScore } from './names.ts';
import { Sieve } from './needs.ts';
import { isSectionWord, mayBeSection } from './sections.ts';
import { hasSeriesWord } from './series-look.ts';
import { simplify, simplifyPattern, widthOf } from './text.ts';

/** What a page head says; it holds for the articles after it. */
export type PageHead = {
  /** As YYYY-MM-DD. */
  date?: string;
  publication?: string;
  page?: string;
  /** It tells where the text above it was first printed, and nothing of what follows. */
  ofAbove?: true;
};

/** The page in a database: 版頁：A22. */
const labelledPage = simplifyPattern(
  /^(?:版頁|版次|版面|版位|頁碼|頁次|頁數)\s*[：:]\s*(?:第\s*)?(?<page>[A-Z]{0,2}\d{1,3})\s*[版頁]?$/u,
);

/** A paper that costs nothing and says so: 街坊通 免費派發. */
const freePaper = simplifyPattern(
  /^(?![逢每隔])(?<paper>\p{Script=Han}{2,8})(?<!出版|刊出|發行)[\s　]{1,4}免費(?:派發|取閱|贈閱|報紙|報章)$/u,
);
/** What members of a body read, beside its issue. */
const ofMembers = simplifyPattern(/(?:通訊|會訊|會刊|院刊|校刊|期刊)$/u);

export type FoundHead = { kind: 'page-head'; score: number; head: PageHead };

const papers = publications.map(simplify).sort((a, b) => b.length - a.length);
const paperEndings =
  '日報|時報|晚報|商報|早報|導報|快報|新報|晨報|周報|週報|周刊|週刊|月刊|季刊|半月刊|雙周刊|郵報|電訊|快訊|時訊|通訊|(?<![舉預申虛誤謊瞞漏通上善惡果回電海彙簡捷喜戰警呈填登張見])報';
const namedPaper = simplifyPattern(
  new RegExp(
    `(?<![\\u4e00-\\u9fff])《?([\\u4e00-\\u9fff]{1,6}(?:${paperEndings}))》?(?![\\u4e00-\\u9fff])`,
    'u',
  ),
);
/** How names of papers and sites end that no list holds, beside a day or a page. */
const mayNamePaper = simplifyPattern(/(?:[報刊誌志訊網郵]|新聞|頭條|財經|學苑)$/u);
/** What else stands in such a line: where a text goes on (相關新聞刊A5版), the paper's word for itself, a section. */
const notThePaper = simplifyPattern(/^(?:相關|詳見|下轉|上接|[轉接見續刊本])|版$/u);
/** A name as likely as that is an author's. */
const likelyPerson = 1.2;

const date = simplifyPattern(pageDate);
const numberedPage = simplifyPattern(
  /第\s*(\d{1,3})\s*[頁版]|(?<!\d)(\d{1,3})\s*版|(?<![A-Za-z])[Pp]\.\s?(\d{1,3})(?!\d)/u,
);
/** A page that says that it is one. */
const ordinalPage = simplifyPattern(/第\s*(\d{1,3})\s*版/u);
/** A number at the end of a line that names an issue. */
const lastNumber = /(?<=[\s|｜])(\d{1,3})$/u;
const longDay = simplifyPattern(/星期[一二三四五六日天]/u);
const day = new RegExp(simplifyPattern(weekday).source, 'gu');
/** The issue of a periodical: 第214期, 總第1083期, 2026年4月號. */
const issue = simplifyPattern(
  /(?:總?第\s*[\d一二三四五六七八九十百]{1,5}\s*[期號])|(?:(?:\d{4}|[○〇零一二三四五六七八九]{4})\s*年)?\s*(?:\d{1,2}|十?[一二三四五六七八九十])\s*月號|(?:Vol|No)\.\s*\d{1,5}/iu,
);
/** A page head may name its editor. */
const editor = simplifyPattern(/(?:責任)?編輯\s*[：:]?\s*\S{2,4}|責編\s*[：:]?\s*\S{2,4}/u);
const origin = '來源|出處|稿源|來自';
const ofPaper = '報章|報紙|報刊|刊物';
/** Where a database names the paper; a site does so beside a day: 來源：某網 2026-06-15. */
const name = '\\s*[：:]\\s*(?<name>[\\p{Script=Han}\\w][^\\s|｜，。；：:]{1,13})';
const labelled = simplifyPattern(new RegExp(`(?:${ofPaper}|${origin})${name}`, 'u'));
const labelledAlone = simplifyPattern(new RegExp(`^(?:${ofPaper})${name}$`, 'u'));
/** What stands beside the date of a web page: when it went up, and the hour. */
const stamp = simplifyPattern(
  new RegExp(
    `(?:${origin})\\s*[：:]\\s*\\S{2,14}|(?:發佈|發布|發表|更新|刊登|刊出|上載|出版|建立|最後更新)(?:時間|日期|於)?|(?:上午|下午|早上|晚上)?\\s*(?<!\\d)\\d{1,2}\\s*[:：]\\s*\\d{2}(?:\\s*[:：]\\s*\\d{2})?(?:\\s*[ap]m)?(?!\\d)|日期`,
    'giu',
  ),
);
/** Where the text above was first printed: 原刊於《某報》2026年4月8日A15版, 轉載自某報. */
const firstPrinted = simplifyPattern(
  /^[（(【[]?(?:本文|此文|文章)?(?:(?:原|曾|首)?(?:刊|載|見)(?:於|自|載於)|轉載自|摘自)/u,
);

function isoDate(match: RegExpExecArray): string | undefined {
  const { year = '', month = '', day: dayOfMonth = '' } = match.groups ?? {};
  const [y, m, d] = [numberOf(year), numberOf(month), numberOf(dayOfMonth)];
  const made = new Date(Date.UTC(y, m - 1, d));
  const real = y > 1800 && made.getUTCMonth() === m - 1 && made.getUTCDate() === d;
  return real ? made.toISOString().slice(0, 10) : undefined;
}

/** Whether a text holds the name of a paper. */
export function namesPaper(text: string): boolean {
  const plain = simplify(text);
  return papers.some((paper) => plain.includes(paper)) || namedPaper.test(plain);
}

/** Whether a folded word may be a name beside a day or a page, and no section, turn or author. */
function mayBeName(word: string, hasIssue = false): boolean {
  return (
    /^\p{Script=Han}{2,8}$/u.test(word) &&
    !isSectionWord(word) &&
    !notThePaper.test(word) &&
    (hasIssue || personScore(word) < likelyPerson)
  );
}

/** Whether a word may be the name of a paper that no list holds, as it stands beside a day or a page. */
export function mayBePaper(word: string): boolean {
  const plain = simplify(word);
  return mayNamePaper.test(plain) && mayBeName(plain);
}

/** What makes a page head, one of them at least: a date, a paper, a page, an issue. */
const telling = new Sieve(
  [
    date,
    dayFirstDate,
    new RegExp(papers.join('|'), 'u'),
    namedPaper,
    pageCode,
    issue,
    labelledAlone,
    labelledPage,
    freePaper,
  ],
  true,
);

const wide = /[Ａ-Ｚａ-ｚ０-９]/gu;
const wideSieve = new Sieve([wide]);

/** Full-width letters and digits, as page heads of e-papers have them, in their narrow form; offsets stay. */
function narrowed(text: string): string {
  return wideSieve.look(text).mayAny()
    ? text.replace(wide, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    : text;
}

const betweenWords = /[\s|｜·•・／/\-—_:：，,《》「」【】[\]（）()<>›»■◆●▍▎▲▼.]+/u;
const han = /\p{Script=Han}/u;
const latinNameWord = /^(?:\p{Lu}[\p{L}'’]*|of|the|and)$/u;

/** A paper of the list, with what stands before its name in the same word: 海角新報 ends like 新報 and is another. */
function knownPaper(text: string): string | undefined {
  const known = papers.find((paper) => text.includes(paper));
  if (known === undefined) return undefined;
  const at = text.indexOf(known);
  let from = at;
  while (from > 0 && at - from < 6 && han.test(text.charAt(from - 1))) from--;
  return text.slice(from, at + known.length);
}

/**
 * Reads a line as a page head.
 *
 * @param text without its outer blanks
 * @returns `undefined` for anything else, with a score as of `Furniture`
 */
export function pageHead(text: string): FoundHead | undefined {
  if (widthOf(text) > 48 || /[。！？；]|^[|｜].*[|｜]$/u.test(text)) return undefined;
  const narrow = narrowed(text);
  if (!telling.look(narrow).mayAny()) return undefined;
  const plain = simplify(narrow);
  const free = freePaper.exec(plain)?.groups?.paper;
  if (free !== undefined)
    return { kind: 'page-head', score: 6, head: { publication: text.slice(0, free.length) } };
  const page = labelledPage.exec(plain)?.groups?.page;
  if (page !== undefined) return { kind: 'page-head', score: 6, head: { page } };
  let rest = plain;
  const head: PageHead = {};
  const yearFirst = date.exec(plain);
  const dated = yearFirst ?? dayFirstDate.exec(plain);
  if (dated) {
    const iso = isoDate(dated);
    if (iso) head.date = iso;
    rest = rest.replace(dated[0], ' ');
  }
  // No word of a paper's name: 星期二文匯報, 轉載自明報.
  rest = rest.replace(firstPrinted, ' ').replace(longDay, ' ');
  const label = labelled.exec(rest);
  const isAlone = labelledAlone.test(plain);
  const isLabelled = label !== null && (head.date !== undefined || isAlone);
  const known = isLabelled ? undefined : knownPaper(rest);
  const paper = isLabelled ? label.groups?.name : (known ?? namedPaper.exec(rest)?.[1]);
  const publish = (name: string): void => {
    const at = plain.indexOf(name);
    head.publication = text.slice(at, at + name.length);
    rest = rest.replace(name, ' ');
  };
  if (isLabelled) rest = rest.replace(label[0], ` ${paper} `);
  if (paper !== undefined) publish(paper);
  const issued = issue.exec(rest);
  if (issued) rest = rest.replace(issue, ' ').replace(issue, ' ');
  // A number alone is a page's where a date or a paper stands beside it.
  const code =
    pageCode.exec(rest) ??
    (head.date || paper !== undefined ? numberedPage.exec(rest) : ordinalPage.exec(rest)) ??
    (issued ? lastNumber.exec(rest) : null);
  if (code) {
    head.page = (code[1] ?? code[2] ?? code[3] ?? '').replace(/[\s-]/g, '');
    rest = rest.replace(code[0], ' ');
  }
  const weekdays = plain.match(day) ?? [];
  rest = rest.replace(day, ' ').replace(editor, ' ');
  if (head.date) rest = rest.replace(stamp, ' ');
  const words = rest.split(betweenWords).filter((word) => word !== '');
  const isTold = code !== null || head.date !== undefined || paper !== undefined;
  const untold = words.filter(
    (word) => !isSectionWord(word) && !(isTold && mayBeSection(word)) && !(issued && ofMembers.test(word)),
  );
  // Versions and days in a headline look like a date with the day first: beside what else makes a page head it is one.
  const isOther = dated && !yearFirst && !code && !issued && weekdays.length === 0 && paper === undefined;
  if (isOther && untold.length > 0) return undefined;
  // A paper may print its name in Latin letters too: 香島時報 Hong Kong Isle Times.
  const isName = untold.length >= 2 && untold.every((word) => latinNameWord.test(word));
  const left = paper !== undefined && isName ? [] : untold;
  const isDated = head.date !== undefined || issued !== null;
  const isPage = weekdays.length > 0 || code !== null || issued !== null || left.length < words.length;
  const unlisted =
    paper === undefined && isDated
      ? unlistedPaper(plain, words, isPage, issued !== null, head.date !== undefined && code !== null)
      : undefined;
  // The part of a series may be an issue by its looks.
  if (issued && words.length === 0 && paper === undefined && !head.date) return undefined;
  const leftWidth = left.reduce((sum, word) => sum + (word === unlisted ? 0 : widthOf(word)), 0);
  const evidence =
    (head.date ? 3 : 0) +
    (paper === undefined ? 0 : isLabelled ? (isAlone ? 2 : 0) : known ? 2 : 1.5) +
    (code ? 1.5 : 0) +
    (issued ? 2 : 0) +
    (weekdays.length > 0 ? 1 : 0);
  if (evidence < 1.5 || leftWidth > 14) return undefined;
  const score = evidence + (leftWidth === 0 ? 3 : leftWidth <= 6 ? 1 : -1);
  if (score < 3) return undefined;
  if (unlisted !== undefined) publish(unlisted);
  if (firstPrinted.test(plain)) head.ofAbove = true;
  return { kind: 'page-head', score: Math.min(score + 1, 8), head };
}

/**
 * A paper that no list holds: the first word of a line with the day or the issue, or one that ends as papers do.
 *
 * @param hasIssue what has issues is no author or column, whatever it is called
 * @param hasPage the line has the day and the page, beside which a paper may have a name of two characters
 */
function unlistedPaper(
  plain: string,
  words: readonly string[],
  isPage: boolean,
  hasIssue: boolean,
  hasPage: boolean,
): string | undefined {
  const named = words.find((word) => mayNamePaper.test(word) && mayBeName(word));
  if (named !== undefined) return named;
  const [first] = words;
  const isFirst = first !== undefined && plain.replace(/^[《【「]/u, '').startsWith(first);
  if (!isPage || !isFirst || !mayBeName(first, hasIssue)) return undefined;
  if (hasIssue) return first;
  if (first.length < 3 && !hasPage) return undefined;
  // Beside the name of the section the paper may be called as columns are.
  const isBesideSection = hasPage && words.slice(1).some(isSectionWord);
  return plain.startsWith('《') || isBesideSection || !hasSeriesWord(first) ? first : undefined;
}
