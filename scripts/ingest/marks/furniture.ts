/** What other lines of a page say of one that is furniture: lists of other pieces, heads and names of pages, captions. */
import { parseByline } from '../byline.ts';
import { relatedHead } from '../data/furniture.ts';
import type { Unit } from '../layout.ts';
import type { Features } from '../looks.ts';
import { Sieve } from '../needs.ts';
import { mayBePaper } from '../page-head.ts';
import { splitPart } from '../series-look.ts';
import { simplify, simplifyPattern } from '../text.ts';
import { cutsWord } from '../words.ts';

const related = simplifyPattern(relatedHead);
const relatedSieve = new Sieve([related], true);

/** The headlines of other pieces that a web page lists under 延伸閱讀 are no headlines of this one. */
export function markRelated(units: readonly Unit[], all: Features[]): void {
  for (let at = 0; at < units.length; at++) {
    const { text } = units[at] as Unit;
    if (!relatedSieve.look(text).mayAny() || !related.test(simplify(text))) continue;
    for (let next = at + 1; next < units.length; next++) {
      const features = all[next];
      const unit = units[next];
      if (!features || !unit || features.width > 34 || (features.ending === 'sentence' && !features.asks))
        break;
      if (unit.gap > (units[at + 1]?.gap ?? 0) || (features.byline?.score ?? 0) >= 2.5) break;
      if (features.headings.some(({ byline, score }) => byline && score >= 4)) break;
      if ((features.furniture?.score ?? 0) < 4.5) features.furniture = { kind: 'notice', score: 4.5 };
    }
  }
}

/** A table of contents, and what numbers its entries. */
const contentsHead = simplifyPattern(/^(?:本期|今期|今日|本刊)?(?:目錄|目次|內容|要目)\s*[：:]?$/u);
const [longestContentsHead, shortestEntry] = [6, 4];
const entryMark = /^(?:\d{1,2}|[一二三四五六七八九十]{1,2})\s*[.．、)）:：]\s*/u;

/** Entries of a table of contents: each comes again further down, over its text. */
export function markContents(units: readonly Unit[], all: readonly Features[]): void {
  let last: Map<string, number> | undefined;
  for (let at = 0; at < units.length; at++) {
    const { text } = units[at] as Unit;
    if (text.length > longestContentsHead || !contentsHead.test(simplify(text))) continue;
    last ??= new Map(units.map((unit, place) => [unit.text, place]));
    for (let next = at + 1; next < units.length; next++) {
      const entry = (units[next] as Unit).text.replace(entryMark, '');
      if (entry.length < shortestEntry || (last.get(entry) ?? 0) <= next) break;
      const features = all[next] as Features;
      features.furniture = { kind: 'notice', score: 6 };
    }
  }
}

/** A page and a section, or whatever it is, on a line: C3 筆陣. */
const pageAndName =
  /^(?:(?<page>[A-Z]{1,2}\d{1,3})版?[\s|｜]+\p{Script=Han}{2,5}|\p{Script=Han}{2,5}[\s|｜]+(?<last>[A-Z]{1,2}\d{1,3})版?)$/u;

/** Lines with a page that stand right beside the paper or the day belong to the head of the page. */
export function markHeadLines(units: readonly Unit[], all: readonly Features[]): void {
  const saysMore = (at: number): boolean => {
    const head = all[at]?.furniture?.head;
    return head !== undefined && (head.date ?? head.publication) !== undefined;
  };
  for (let at = 0; at < units.length; at++) {
    const features = all[at] as Features;
    if (features.width > 10 || features.furniture || !(saysMore(at - 1) || saysMore(at + 1))) continue;
    const { page, last } = pageAndName.exec((units[at] as Unit).text)?.groups ?? {};
    const code = page ?? last;
    if (code !== undefined) features.furniture = { kind: 'page-head', score: 5, head: { page: code } };
  }
}

/** Heads over several lines: the paper above the section, the page and the day, each on a line and with no gap between. */
export function markMastheads(units: readonly Unit[], all: readonly Features[]): void {
  for (let at = 0; at < units.length; at++) {
    const { text, gap } = units[at] as Unit;
    const features = all[at] as Features;
    if ((at > 0 && gap === 0) || features.furniture || !mayBePaper(text)) continue;
    let end = at + 1;
    while (isOfHead(all[end]) && units[end]?.gap === 0) end++;
    const said = all.slice(at + 1, end).map(({ furniture }) => furniture?.head);
    if (!said.some((head) => head?.date) || said.some((head) => head?.publication)) continue;
    features.furniture = { kind: 'page-head', score: 6, head: { publication: text } };
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

const contact = simplifyPattern(
  /^(?:電郵|電子郵箱|電話|傳真|網址|地址|郵寄|查詢|Email)\s*[：:]\s*\S.{0,60}$/iu,
);

/**
 * How to reach the paper, right below what it says of itself, or apart from all texts at the end of a file; an author's stands
 * below a text.
 */
export function markContacts(units: readonly Unit[], all: readonly Features[], usualGap: number): void {
  let end = units.length - 1;
  while (end > 0 && (all[end]?.furniture?.score ?? 0) >= 5) end--;
  for (let at = 1; at < units.length; at++) {
    const kind = all[at - 1]?.furniture?.kind;
    const { text, gap } = units[at] as Unit;
    const isBelow = (kind === 'disclaimer' || kind === 'notice') && gap === 0;
    const isApart = at === end && gap > Math.max(1, usualGap);
    if ((!isBelow && !isApart) || !contact.test(simplify(text))) continue;
    (all[at] as Features).furniture ??= { kind: 'notice', score: 5 };
  }
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
    byText.set(same, [...(byText.get(same) ?? []), at]);
  }
  const running = new Set([...byText.values()].filter(({ length }) => length >= oftenEnough).flat());
  for (const at of running) {
    const features = all[at] as Features;
    if ((features.furniture?.score ?? 0) < 6)
      features.furniture = { ...features.furniture, kind: 'page-head', score: 6 };
  }
  return running;
}

const longestPageName = 6;

/**
 * The name of a page on the line right below its head, with a gap behind it. It returns below the heads of a file, as no
 * headline does, or the heads run.
 */
export function markNamesBelowHeads(
  units: readonly Unit[],
  all: readonly Features[],
  running: ReadonlySet<number>,
): void {
  const timesBelow = new Map<string, number>();
  for (let at = 0; at < all.length; at++) {
    const { furniture } = all[at] as Features;
    const text = furniture?.kind === 'page-head' ? units[at + 1]?.text : undefined;
    if (text !== undefined) timesBelow.set(text, (timesBelow.get(text) ?? 0) + 1);
  }
  for (let at = 0; at < all.length; at++) {
    const { furniture } = all[at] as Features;
    const unit = units[at + 1];
    const below = units[at + 2];
    const name = all[at + 1];
    if (furniture?.kind !== 'page-head' || furniture.score < 6 || !unit || !name || !below) continue;
    if ((timesBelow.get(unit.text) ?? 0) < 2 && !running.has(at)) continue;
    const isName = /^\p{Script=Han}+$/u.test(unit.text) && name.width <= longestPageName && !name.furniture;
    if (isName && unit.gap === 0 && below.gap > 0 && (name.byline?.score ?? 0) < 1)
      name.furniture = { kind: 'section', score: 4.5 };
  }
}

/** A caption without a credit has so many characters. */
const [shortestCaption, longestCaption] = [9, 28];
/** … and the name of a series that is printed again at least so many. */
const shortestName = 3;
const stops = /[。！？；：,:?!;]/u;
const comma = /[，、]/gu;
const inner = /[，。；！？]/u;

/** Whether a line reads as an author's, or as one that carries its author. */
function readsAsAuthor({ byline, headings, role }: Features): boolean {
  return (
    (byline?.score ?? 0) >= 1 || role >= 1 || headings.some(({ byline, score }) => byline && score >= 2.6)
  );
}

/** Whether a short line that ends nothing, and names no author, parts the halves of a torn text. */
function partsHalves(
  units: readonly Unit[],
  all: readonly Features[],
  at: number,
  usualGap: number,
): boolean {
  const above = all[at - 1];
  const features = all[at];
  const below = all[at + 1];
  const before = units[at - 1]?.text ?? '';
  const after = units[at + 1]?.text ?? '';
  if (!above?.torn || !features || !below || above.furniture || features.furniture || below.furniture)
    return false;
  // What stands below a wide gap, and is short, is a headline that has a comma in it.
  if (above.width <= longestCaption && (units[at - 1]?.gap ?? 0) > usualGap) return false;
  if (features.width > longestCaption || features.ending !== 'open') return false;
  if (features.literal || features.listed || features.marked) return false;
  return !readsAsAuthor(above) && !readsAsAuthor(features) && inner.test(before) && inner.test(after);
}

/** How often each short line stands in a file, but for its part mark. */
function timesOf(units: readonly Unit[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const { text, width } of units) {
    if (width > longestCaption) continue;
    const { name } = splitPart(text);
    times.set(name, (times.get(name) ?? 0) + 1);
  }
  return times;
}

/**
 * Lines between the halves of a torn text that are no part of it. One that stands elsewhere in the file too is the name of a
 * series or a page. One without any stop is the caption of a picture, most likely, that bears no mark: prose of such a length
 * without a comma is a rarity, and a column hardly breaks twice within a line. With one comma it may be either.
 */
export function markIntruders(units: readonly Unit[], all: readonly Features[], usualGap: number): void {
  let times: Map<string, number> | undefined;
  for (let at = 0; at < units.length; at++) {
    const { text } = units[at] as Unit;
    if (!partsHalves(units, all, at, usualGap)) continue;
    const features = all[at] as Features;
    // Most files have no such line.
    times ??= timesOf(units);
    if (features.width >= shortestName && (times.get(splitPart(text).name) ?? 0) > 1) {
      features.furniture = { kind: 'section', score: 5 };
      continue;
    }
    if (features.width < shortestCaption) continue;
    const commas = text.match(comma)?.length ?? 0;
    if (commas > 1 || stops.test(text) || cutsWord(units[at - 1]?.text ?? '', text)) continue;
    features.bareCaption = true;
    if (commas === 0) features.furniture = { kind: 'picture', score: 4.5 };
  }
}

/** Sentences of nothing but people whom bylines of the file name: captions, in the midst of a torn text. */
export function markCaptions(
  units: readonly Unit[],
  all: readonly Features[],
  printed: ReadonlySet<string>,
): void {
  for (let at = 0; at < units.length; at++) {
    const { text } = units[at] as Unit;
    const features = all[at];
    const isSentence = features?.ending === 'sentence' && features.width <= 40 && text.endsWith('。');
    if (!isSentence || !all[at - 1]?.torn) continue;
    const byline = parseByline(text.slice(0, -1));
    if (!byline?.authors.every(({ name }) => printed.has(name))) continue;
    features.repeatsByline = true;
    features.furniture ??= { kind: 'picture', score: 4.5 };
  }
}
