/** What other lines of a page say of one that is a part of its head: the paper, the page, the name of the page. */
import type { Unit } from '../layout.ts';
import type { Features } from '../looks.ts';
import { mayBePaper } from '../page-head.ts';
import { isSectionWord } from '../sections.ts';
import { simplify, simplifyPattern } from '../text.ts';

/** A page and a section, or whatever it is, on a line: C3 筆陣. */
const pageAndName =
  /^(?:(?<page>[A-Z]{1,2}\d{1,3})版?[\s|｜]+\p{Script=Han}{2,5}|\p{Script=Han}{2,5}[\s|｜]+(?<last>[A-Z]{1,2}\d{1,3})版?)$/u;

/** Lines with a page that stand first in the file, or right beside the paper or the day, belong to the head of the page. */
export function markHeadLines(units: readonly Unit[], all: readonly Features[]): void {
  const saysMore = (at: number): boolean => {
    const head = all[at]?.furniture?.head;
    return head !== undefined && (head.date ?? head.publication) !== undefined;
  };
  for (let at = 0; at < units.length; at++) {
    const features = all[at] as Features;
    const isInHead = at === 0 || saysMore(at - 1) || saysMore(at + 1);
    if (features.width > 10 || features.furniture || !isInHead) continue;
    const { page, last } = pageAndName.exec((units[at] as Unit).text)?.groups ?? {};
    const code = page ?? last;
    if (code !== undefined) features.furniture = { kind: 'page-head', score: 5, head: { page: code } };
  }
}

/** A periodical over its own head: 《樓宇測檢》. */
const bracketedTitle = /^《(?<title>[^《》]{2,12})》$/u;

/** What papers and sites are plainly called. */
const siteOrPaper = simplifyPattern(
  /^\p{Script=Han}{2,6}(?:網|日報|時報|晚報|早報|商報|快報|新報|晨報|周報|周刊|月刊|新聞)$/u,
);

/** A paper and its section at the top of a file, and nothing else: 渡頭新聞網｜觀點. */
function markPaperOfFile(units: readonly Unit[], all: readonly Features[]): void {
  const words = units[0]?.text.split(/\s*[\s｜|]\s*/u) ?? [];
  const [paper = '', section = ''] = words;
  if (
    words.length !== 2 ||
    all[0]?.furniture ||
    !siteOrPaper.test(simplify(paper)) ||
    !mayBePaper(paper) ||
    !isSectionWord(simplify(section))
  )
    return;
  (all[0] as Features).furniture = { kind: 'page-head', score: 6, head: { publication: paper } };
}

/** Heads over several lines: the paper above the section, the page and the day, each on a line and with no gap between. */
export function markMastheads(units: readonly Unit[], all: readonly Features[]): void {
  markPaperOfFile(units, all);
  for (let at = 0; at < units.length; at++) {
    const { text, gap } = units[at] as Unit;
    const features = all[at] as Features;
    const title = at === 0 ? bracketedTitle.exec(text)?.groups?.title : undefined;
    if (
      title !== undefined &&
      all[1]?.furniture?.kind === 'page-head' &&
      !all[1].furniture.head?.publication
    ) {
      features.furniture = { kind: 'page-head', score: 6, head: { publication: title } };
      continue;
    }
    if ((at > 0 && gap === 0) || features.furniture || !mayBePaper(text)) continue;
    let end = at + 1;
    while (isOfHead(all[end]) && units[end]?.gap === 0) end++;
    const said = all.slice(at + 1, end).map(({ furniture }) => furniture?.head);
    if (!said.some((head) => head?.date) || said.some((head) => head?.publication)) continue;
    features.furniture = { kind: 'page-head', score: 6, head: { publication: text } };
  }
}

/** A column and which piece of it this is, as periodicals name themselves: 《量地尺》第128期. */
const columnIssue = /^《[^《》]{2,12}》\s*第\s*\d{1,4}\s*[期回號号]$/u;

/** Columns that look like the head of a periodical, on pages whose heads name a paper and a day. */
export function markColumnIssues(units: readonly Unit[], all: readonly Features[]): void {
  const heads = all.flatMap(({ furniture }, at) => {
    const isColumn = columnIssue.test(units[at]?.text ?? '');
    return furniture?.head && !isColumn ? [furniture.head] : [];
  });
  if (!heads.some(({ publication }) => publication) || !heads.some(({ date }) => date)) return;
  for (const [at, { text }] of units.entries())
    if (all[at]?.furniture?.kind === 'page-head' && columnIssue.test(text))
      (all[at] as Features).furniture = undefined;
}

/** A section and a page alone on a line, over a page after the first: 要論　B9. */
const sectionAndPage =
  /^(?:(?<name>\p{Script=Han}{2,4})[\s　|｜]+(?<code>[A-Z]{1,2}\d{1,3})|(?<first>[A-Z]{1,2}\d{1,3})[\s　|｜]+(?<last>\p{Script=Han}{2,4}))$/u;

/** Pages that repeat the name of their section, which the first head names, with their number and nothing else. */
export function markSectionsAfter(units: readonly Unit[], all: readonly Features[]): void {
  const words = new Set(
    units.flatMap(({ text }, at) =>
      all[at]?.furniture?.head?.page === undefined ? [] : text.split(/[\s　|｜]+/u),
    ),
  );
  if (words.size === 0) return;
  for (const [at, { text, width }] of units.entries()) {
    if (width > 10 || all[at]?.furniture) continue;
    const { name, code, first, last } = sectionAndPage.exec(text)?.groups ?? {};
    const page = code ?? first;
    if (page !== undefined && words.has(name ?? last ?? ''))
      (all[at] as Features).furniture = { kind: 'page-head', score: 6, head: { page } };
  }
}

/** What may stand behind the name of a paper over the second page and those after it. */
const behindPaper =
  /^[\s|｜·・]+(?:(?<code>[A-Z]{1,2}\d{1,3})|第?\s*(?<number>\d{1,3})\s*[版頁页])(?:[\s|｜·・]+\p{Script=Han}{2,4})?$/u;

/** Pages that repeat the paper with their number, and not the day: what the first head names needs no list of papers. */
export function markPagesAfter(units: readonly Unit[], all: readonly Features[]): void {
  const papers = new Set(all.flatMap(({ furniture }) => furniture?.head?.publication ?? []));
  if (papers.size === 0) return;
  for (let at = 0; at < units.length; at++) {
    const { text } = units[at] as Unit;
    const features = all[at] as Features;
    if (features.furniture || features.width > 20) continue;
    const paper = [...papers].find((name) => text.startsWith(name));
    const { code, number } = behindPaper.exec(text.slice(paper?.length ?? 0))?.groups ?? {};
    const page = code ?? number;
    if (paper === undefined || page === undefined) continue;
    features.furniture = { kind: 'page-head', score: 6, head: { publication: paper, page } };
  }
}

function isOfHead(features: Features | undefined): boolean {
  const kind = features?.furniture?.kind;
  return kind === 'page-head' || kind === 'section' || kind === 'page-number';
}

/** Words of the page heads of a file that stand on a line of their own: the page's name, printed again in a column. */
export function markPageNames(units: readonly Unit[], all: readonly Features[]): void {
  const names = new Set(
    units.flatMap(({ text }, at) =>
      all[at]?.furniture?.kind === 'page-head'
        ? text.split(/[\s|｜·•・／/]+/u).filter((word) => /^\p{Script=Han}{2,5}版$/u.test(word))
        : [],
    ),
  );
  if (names.size === 0) return;
  for (let at = 0; at < units.length; at++) {
    const { text } = units[at] as Unit;
    const features = all[at];
    if (features && names.has(text)) features.furniture ??= { kind: 'section', score: 5 };
  }
}

/** What pages of opinion are named with: 眾議園, 公共論壇. */
const pageWord = simplifyPattern(
  /^\p{Script=Han}{1,4}(?:論壇|講壇|園地|廣場|之聲|心聲|公論|縱論|眾議|議園|論叢|言論|筆陣)$/u,
);

/** Names of pages of opinion right beside the head with the day, and apart from what is on the other side. */
export function markNamesBesideHeads(units: readonly Unit[], all: readonly Features[]): void {
  const isHead = (at: number): boolean => all[at]?.furniture?.head?.date !== undefined;
  const gapOver = (at: number): number => (at === 0 ? 1 : (units[at]?.gap ?? 1));
  for (let at = 0; at < units.length; at++) {
    const features = all[at] as Features;
    const { text, width } = units[at] as Unit;
    if (width > longestPageName || features.furniture || !pageWord.test(simplify(text))) continue;
    const isOverAuthor = (all[at + 1]?.byline?.score ?? 0) >= 1;
    const isBelow = isHead(at - 1) && gapOver(at) === 0 && gapOver(at + 1) > 0 && !isOverAuthor;
    const isAbove = isHead(at + 1) && gapOver(at + 1) === 0 && gapOver(at) > 0;
    if (isBelow || isAbove) features.furniture = { kind: 'section', score: 4.5 };
  }
}

const longestPageName = 6;

/** A running head says of itself which issue or page it is of, and returns so often. */
const ofIssue = simplifyPattern(/\d{4}\s*年|第\s*\d+\s*[期號版頁]|\d\s*月號|總第/u);
const oftenEnough = 3;

/** A head without the number of its page: the issue stays the same in a dump. */
function withoutPage(text: string): string {
  return text.replace(/(?<!\d)\d{1,3}(?=\s*[版頁]|$)|^\d{1,3}(?=\s)/gu, '0');
}

/**
 * Heads of pages that are the same but for the number of the page.
 *
 * @returns their places
 */
export function markRunningHeads(units: readonly Unit[], all: readonly Features[]): Set<number> {
  const byText = new Map<string, number[]>();
  for (let at = 0; at < units.length; at++) {
    const { text } = units[at] as Unit;
    const { width, ending } = all[at] as Features;
    if (width > 40 || ending === 'sentence' || !/\d/u.test(text) || !ofIssue.test(simplify(text))) continue;
    const same = withoutPage(text);
    const places = byText.get(same);
    if (places) places.push(at);
    else byText.set(same, [at]);
  }
  const running = new Set([...byText.values()].filter(({ length }) => length >= oftenEnough).flat());
  for (const at of running) {
    const features = all[at] as Features;
    if ((features.furniture?.score ?? 0) < 6)
      features.furniture = { ...features.furniture, kind: 'page-head', score: 6 };
  }
  return running;
}

/** Heads of pages that each have a name below are so many at least. */
const severalHeads = 2;

/**
 * The name of a page on the line right below its head, with a gap behind it: it returns below the heads of a file, as no
 * headline does, or the heads run, or each of several heads has a name below it.
 */
export function markNamesBelowHeads(
  units: readonly Unit[],
  all: readonly Features[],
  running: ReadonlySet<number>,
): void {
  const isHead = (at: number): boolean => {
    const furniture = all[at]?.furniture;
    return furniture?.kind === 'page-head' && furniture.score >= 6;
  };
  const mayBeName = (at: number): boolean => {
    const [unit, below, features] = [units[at], units[at + 1], all[at]];
    if (!unit || !below || !features || features.furniture || features.width > longestPageName) return false;
    const isAlone = unit.gap === 0 && below.gap > 0;
    return isAlone && /^\p{Script=Han}+$/u.test(unit.text) && (features.byline?.score ?? 0) < 1;
  };
  const timesBelow = new Map<string, number>();
  const daysOf = new Map<string, Set<string>>();
  for (let at = 0; at < all.length; at++) {
    const { kind, head } = all[at]?.furniture ?? {};
    const text = kind === 'page-head' ? units[at + 1]?.text : undefined;
    if (text === undefined) continue;
    timesBelow.set(text, (timesBelow.get(text) ?? 0) + 1);
    if (head?.date) daysOf.set(text, (daysOf.get(text) ?? new Set()).add(head.date));
  }
  const heads = units.flatMap((_, at) => (isHead(at) && mayBeName(at + 1) ? [at] : []));
  for (const at of heads) {
    // What comes back from day to day over one piece is a column: pages of one day have one name.
    const isColumn = (daysOf.get(units[at + 1]?.text ?? '')?.size ?? 0) >= severalHeads;
    if (isColumn) continue;
    const isAgain = (timesBelow.get(units[at + 1]?.text ?? '') ?? 0) >= 2;
    // What stands right over an author is a headline.
    const isOverAuthor = (all[at + 2]?.byline?.score ?? 0) >= 1;
    if (isAgain || running.has(at) || (heads.length >= severalHeads && !isOverAuthor))
      (all[at + 1] as Features).furniture = { kind: 'section', score: 4.5 };
  }
}
