/** What other lines of a page say of one that is no text of it: lists of other pieces, contents, how to reach the paper. */
import { pastFurniture } from '../breaks.ts';
import { relatedHead } from '../data/furniture.ts';
import type { Unit } from '../layout.ts';
import type { Features } from '../looks.ts';
import { personScore } from '../names.ts';
import { Sieve } from '../needs.ts';
import { simplify, simplifyPattern } from '../text.ts';

const related = simplifyPattern(relatedHead);
const relatedSieve = new Sieve([related], true);

/** The headlines of other pieces that a web page lists under 延伸閱讀 are no headlines of this one. */
export function markRelated(units: readonly Unit[], all: Features[]): void {
  for (let at = 0; at < units.length; at++) {
    const { text } = units[at] as Unit;
    if (!relatedSieve.look(text).mayAny() || !related.test(simplify(text))) continue;
    let next = at + 1;
    for (; next < units.length; next++) {
      const features = all[next];
      const unit = units[next];
      if (!features || !unit || features.width > 34 || (features.ending === 'sentence' && !features.asks))
        break;
      if (unit.gap > (units[at + 1]?.gap ?? 0) || (features.byline?.score ?? 0) >= 2.5) break;
      if (features.headings.some(({ byline, score }) => byline && score >= 4)) break;
      // Over an author it is the headline of what follows.
      if (!features.furniture && (all[next + 1]?.byline?.score ?? 0) >= 2.5) break;
      if ((features.furniture?.score ?? 0) < 4.5) features.furniture = { kind: 'notice', score: 4.5 };
    }
    // Alone it may be a subhead.
    if (next > at + 1) (all[at] as Features).furniture ??= { kind: 'notice', score: 5 };
    at = next - 1;
  }
}

/** A table of contents, and what numbers its entries. */
const contentsHead = simplifyPattern(
  /^(?:(?:本期|今期|今日|本刊)?(?:目錄|目次|內容|要目)(?:\s*CONTENTS)?|CONTENTS|(?:本版|版面|本期)?(?:標題|內容)導航)\s*[：:]?$/iu,
);
const [longestContentsHead, shortestEntry] = [14, 4];
const entryMark = /^(?:\d{1,2}|[一二三四五六七八九十]{1,2})\s*[.．、)）:：]\s*/u;

/** Entries of a table of contents: each comes again further down, over its text. */
export function markContents(units: readonly Unit[], all: readonly Features[]): void {
  let last: Map<string, number> | undefined;
  for (let at = 0; at < units.length; at++) {
    const { text } = units[at] as Unit;
    if (text.length > longestContentsHead || !contentsHead.test(simplify(text))) continue;
    last ??= new Map(units.map((unit, place) => [unit.text, place]));
    const isEntry = (place: number): boolean => {
      const entry = units[place]?.text.replace(entryMark, '') ?? '';
      // A section may stand before the headline.
      const said = [entry, entry.replace(/^\S+[\s　]+/u, '')];
      return said.some((each) => each.length >= shortestEntry && (last?.get(each) ?? 0) > place);
    };
    const seen = new Set<string>();
    let next = at + 1;
    for (; next < units.length; next++) {
      const { text: line, gap, width } = units[next] as Unit;
      const isAmong = gap === 0 && next > at + 1 && width <= longestContentsHead;
      // Where an entry comes again the list is over.
      if (seen.has(line) || !(isEntry(next) || (isAmong && isEntry(next + 1)))) break;
      seen.add(line);
      const features = all[next] as Features;
      features.furniture = { kind: 'notice', score: 6 };
    }
    at = next - 1;
  }
}

/** A dot before an entry of a list of contents, and what may stand behind it: who wrote. */
const [entryDot, widestAuthor, widestEntry] = [/^[．·•・‧●]\s*/u, 7, 44];

/** Entries of a list of contents that begin with a dot: each says a headline that comes again further down, perhaps with its author. */
export function markEntries(units: readonly Unit[], all: readonly Features[]): void {
  const later = new Map(units.map(({ text }, at) => [text, at]));
  for (const [at, { text, width }] of units.entries()) {
    // Entries of lists within texts are text.
    if (width >= widestEntry && all[at]?.ending === 'sentence') return;
    if (width > widestEntry || !entryDot.test(text)) continue;
    const entry = text.replace(entryDot, '');
    const words = entry.split(/[\s　]+/u);
    const head = entry.slice(0, entry.length - (words.at(-1) ?? '').length).trim();
    const isAuthor = words.length > 1 && (words.at(-1) ?? '').length <= widestAuthor;
    const isListed = [entry, ...(isAuthor ? [head] : [])].some(
      (each) => each.length >= shortestEntry && (later.get(each) ?? 0) > at,
    );
    if (isListed) (all[at] as Features).furniture = { kind: 'notice', score: 6 };
  }
}

/** What the parts of a form are called, each on a line over its part; those of authors and roles are read with what is below. */
const formLabel = simplifyPattern(/^(?:題目|標題|篇名|欄目|提要|摘要|導言|正文|內文)[：:]?$/u);
/** A form has so many different labels at least, and so many in all, the first of them at the top. */
const [differentLabels, allLabels, firstLabel] = [2, 3, 6];

/** Labels of a form that was poured out line by line. */
export function markFormLabels(units: readonly Unit[], all: readonly Features[]): void {
  const places = units.flatMap(({ text, width }, at) =>
    width <= 4 && formLabel.test(simplify(text)) ? [at] : [],
  );
  const different = new Set(places.map((at) => units[at]?.text)).size;
  const isAtTop = (places[0] ?? firstLabel) < firstLabel;
  if (different < differentLabels || places.length < allLabels || !isAtTop) return;
  for (const at of places) (all[at] as Features).furniture = { kind: 'notice', score: 6 };
}

/** What boxes of a paper are headed with, in brackets, that hold no piece of opinion. */
const boxHead = simplifyPattern(
  /^[【[〔](?:啟事|通告|告示|公告|招聘|招租|活動預告|社區通告|報社啟事)[】\]〕]$/u,
);
/** Units below the head of a box are no more. */
const longestBox = 3;

/** Boxes with notices: the head, and the text right below it up to a gap; no author signs it. */
export function markBoxes(units: readonly Unit[], all: readonly Features[]): void {
  for (let at = 0; at < units.length; at++) {
    const { text, width } = units[at] as Unit;
    if (width > longestContentsHead || !boxHead.test(simplify(text))) continue;
    let end = at + 1;
    while (units[end]?.gap === 0 && end - at <= longestBox) end++;
    const isSigned = all.slice(at + 1, end).some(({ byline }) => (byline?.score ?? 0) >= 2);
    if (end - at - 1 > longestBox || end === at + 1 || isSigned) continue;
    for (const features of all.slice(at, end)) features.furniture ??= { kind: 'notice', score: 6 };
    at = end - 1;
  }
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

const poll = simplifyPattern(/^(?:讀者|網上|網民)(?:投票|調查)\s?[：:]/u);
const pollResult = simplifyPattern(/結果[】\]〕]?\s?[：:]/u);

/** What a paper asks its readers, right beside what they answered the last time; a headline may begin alike. */
export function markPolls(units: readonly Unit[], all: readonly Features[]): void {
  const isResult = (at: number): boolean =>
    all[at]?.furniture?.kind === 'notice' && pollResult.test(simplify(units[at]?.text ?? ''));
  for (let at = 0; at < units.length; at++) {
    const { text, width } = units[at] as Unit;
    if (width > 40 || !(isResult(at - 1) || isResult(at + 1)) || !poll.test(simplify(text))) continue;
    (all[at] as Features).furniture ??= { kind: 'notice', score: 5 };
  }
}

const editor = simplifyPattern(/^(?:編輯|主編|校對|美術|版面|美編)[\s　]{1,4}(?<name>\p{Script=Han}{2,4})$/u);
/** A name as likely as that is one. */
const surelyName = 1.4;

/** Who edited, with nothing but a blank before the name, below the last text of a file; a headline may look alike. */
export function markEditors(units: readonly Unit[], all: readonly Features[]): void {
  for (let at = units.length - 1; at > 0; at--) {
    const { text, width } = units[at] as Unit;
    if (width >= 24) return;
    const name = width <= 8 ? editor.exec(simplify(text))?.groups?.name : undefined;
    if (name !== undefined && personScore(name) >= surelyName)
      (all[at] as Features).furniture ??= { kind: 'credit', score: 5 };
  }
}

const dashes = /^-{3,}$/u;
/** What begins an article is no wider. */
const widestHead = 34;

/**
 * Rules that part articles: two or more alike, each over what may begin one. Rows of dashes are rules there; one alone, or
 * within a text, may be a line of it.
 */
export function markRules(units: readonly Unit[], all: readonly Features[]): void {
  const rules = new Map<string, number[]>();
  for (const [at, { text }] of units.entries())
    if (all[at]?.furniture?.kind === 'ornament' || dashes.test(text))
      rules.get(text)?.push(at) ?? rules.set(text, [at]);
  const belowRule = (at: number): number => pastFurniture(all, at, 1);
  const mayPart = (at: number): boolean => {
    const below = all[belowRule(at)];
    const byline = (below?.byline?.score ?? 0) >= 2;
    return (
      below === undefined ||
      byline ||
      (below.width <= widestHead && (below.ending !== 'sentence' || below.asks))
    );
  };
  for (const places of rules.values()) {
    if (places.length < 2 || !places.every(mayPart)) continue;
    for (const at of places) {
      (all[at] as Features).furniture ??= { kind: 'ornament', score: 5 };
      const below = all[belowRule(at)];
      if (below) below.belowRule = true;
    }
  }
}
