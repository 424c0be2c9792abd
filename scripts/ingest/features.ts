/** What the other units of a file say of each, beside its own looks. */
import { mayInterrupt, pastFurniture } from './breaks.ts';
import { parseByline } from './byline.ts';
import { subjectShifts } from './cohesion.ts';
import { countedIn } from './counting.ts';
import { relatedHead } from './data/furniture.ts';
import {
  columnWithAnyName,
  headlineBehind,
  isBarred,
  isColumnWithAuthor,
  signedHeadlineOf,
} from './heading.ts';
import type { Layout, Unit } from './layout.ts';
import { type Features, featuresOf } from './looks.ts';
import { isHouseAuthor, personScore } from './names.ts';
import { Sieve } from './needs.ts';
import { authorsOfNote } from './signature.ts';
import { endless, simplify, simplifyPattern } from './text.ts';
import { turnOf } from './turns.ts';
import { cutsWord } from './words.ts';

const related = simplifyPattern(relatedHead);
const relatedSieve = new Sieve([related], true);

/** A line that ends like no headline and is no longer than this may be a name. */
const longestName = 5;

/** The cells of a line that is set as a row: wide blanks or tabs part them. */
function cellsIn(text: string): number {
  return text.split(/\t+|[\u3000 ]{2,}/u).length;
}

/** Rows of a table: three lines or more of as many cells, one below the other. */
function markTables(units: readonly Unit[], all: Features[]): void {
  const cells = units.map(({ text }, at) => ((all[at]?.width ?? 0) <= 60 ? cellsIn(text) : 1));
  for (let from = 0; from < units.length; ) {
    let end = from + 1;
    while (
      end < units.length &&
      cells[end] === cells[from] &&
      (units[end]?.gap ?? 0) === (units[from + 1]?.gap ?? 0)
    )
      end++;
    if ((cells[from] as number) >= 3 && end - from >= 3)
      for (const features of all.slice(from, end)) features.literal = true;
    from = end;
  }
}

/** The headlines of other pieces that a web page lists under 延伸閱讀 are no headlines of this one. */
function markRelated(units: readonly Unit[], all: Features[]): void {
  for (const [at, { text }] of units.entries()) {
    if (!relatedSieve.look(text).mayAny() || !related.test(simplify(text))) continue;
    for (let next = at + 1; next < units.length; next++) {
      const [features, unit] = [all[next], units[next]];
      if (!features || !unit || features.width > 34 || (features.ending === 'sentence' && !features.asks))
        break;
      if (unit.gap > (units[at + 1]?.gap ?? 0) || (features.byline?.score ?? 0) >= 2.5) break;
      if (features.headings.some(({ byline, score }) => byline && score >= 4)) break;
      if ((features.furniture?.score ?? 0) < 4.5) features.furniture = { kind: 'notice', score: 4.5 };
    }
  }
}

/** Words of the page heads of a file that stand on a line of their own: the page's name, printed again in a column. */
function markPageNames(units: readonly Unit[], all: readonly Features[]): void {
  const names = new Set(
    units.flatMap(({ text }, at) =>
      all[at]?.furniture?.kind === 'page-head'
        ? text.split(/[\s|｜·•・／/]+/u).filter((word) => /^\p{Script=Han}{2,5}版$/u.test(word))
        : [],
    ),
  );
  for (const [at, { text }] of units.entries()) {
    const features = all[at];
    if (features && names.has(text)) features.furniture ??= { kind: 'section', score: 5 };
  }
}

/** A running head says of itself which issue or page it is of, and returns so often. */
const ofIssue = simplifyPattern(/\d{4}\s*年|第\s*\d+\s*[期號版頁]|\d\s*月號|總第/u);
const oftenEnough = 3;
const longestPageName = 6;

/**
 * Heads of pages that are the same but for their numbers, and the name of the page on the line right below a head, with
 * a gap behind it.
 */
function markRunningHeads(units: readonly Unit[], all: readonly Features[]): void {
  // The issue stays the same in a dump: only the number of the page is another.
  const shapeOf = (text: string): string =>
    text.replace(/(?<!\d)\d{1,3}(?=\s*[版頁]|$)|^\d{1,3}(?=\s)/gu, '0');
  const byShape = new Map<string, number[]>();
  for (const [at, { text }] of units.entries()) {
    const seen = all[at] as Features;
    if (seen.width > 40 || seen.ending === 'sentence' || !/\d/u.test(text) || !ofIssue.test(simplify(text)))
      continue;
    const shape = shapeOf(text);
    byShape.set(shape, [...(byShape.get(shape) ?? []), at]);
  }
  const running = new Set<number>();
  for (const places of byShape.values()) {
    if (places.length < oftenEnough) continue;
    for (const at of places) {
      running.add(at);
      const seen = all[at] as Features;
      if ((seen.furniture?.score ?? 0) < 6)
        seen.furniture = { ...seen.furniture, kind: 'page-head', score: 6 };
    }
  }
  // The name of a page returns below its heads, as no headline does.
  const named = new Map<string, number>();
  for (const [at, { furniture }] of all.entries()) {
    const text = furniture?.kind === 'page-head' ? units[at + 1]?.text : undefined;
    if (text !== undefined) named.set(text, (named.get(text) ?? 0) + 1);
  }
  for (const [at, seen] of all.entries()) {
    const [unit, below] = [units[at + 1], units[at + 2]];
    const name = all[at + 1];
    if (seen.furniture?.kind !== 'page-head' || seen.furniture.score < 6 || !unit || !name || !below)
      continue;
    if ((named.get(unit.text) ?? 0) < 2 && !running.has(at)) continue;
    const isName = /^\p{Script=Han}+$/u.test(unit.text) && name.width <= longestPageName && !name.furniture;
    if (isName && unit.gap === 0 && below.gap > 0 && (name.byline?.score ?? 0) < 1)
      name.furniture = { kind: 'section', score: 4.5 };
  }
}

/** Marks where a word goes on over a break, and takes that for a tear. */
function markCuts(units: readonly Unit[], all: readonly Features[]): void {
  for (const [at, { text }] of units.entries()) {
    const above = all[at];
    if (above?.ending !== 'open' || mayInterrupt(above)) continue;
    if (
      above.width > longestName &&
      !above.literal &&
      !above.marked &&
      endless.test(simplify(text.slice(-1)))
    ) {
      above.cutBelow = true;
      above.torn = true;
    }
    const next = pastFurniture(all, at, 1);
    const [below, unit] = [all[next], units[next]];
    if (!below || !unit || !cutsWord(text, unit.text)) continue;
    above.cutBelow = true;
    below.cutAbove = true;
    if (!above.literal && !above.marked) above.torn = true;
  }
}

/** What stands before 下轉 and after 上接 is text that goes on, and no heading; what follows 下轉 is another text. */
function markTurns(units: readonly Unit[], all: readonly Features[]): void {
  const turns = units.map(({ text }, at) => (all[at]?.furniture?.kind === 'turn' ? turnOf(text) : undefined));
  for (const [at, turn] of turns.entries()) {
    if (turn === undefined) continue;
    const [above, below] = [pastFurniture(all, at, -1), pastFurniture(all, at, 1)];
    const [before, after] = [all[above], all[below]];
    if (turn === 'back' && after?.ending === 'open' && !after.literal) after.cutAbove = true;
    if (turn === 'back') continue;
    if (before?.ending === 'open' && !before.literal) before.cutBelow = before.torn = true;
    if (after && !turns.slice(at, below).includes('back')) after.afterTurn = true;
  }
}

/** Sentences of nothing but people whom bylines of the file name: captions, in the midst of a torn text. */
function markCaptions(units: readonly Unit[], all: readonly Features[], printed: ReadonlySet<string>): void {
  for (const [at, { text }] of units.entries()) {
    const features = all[at];
    const isSentence = features?.ending === 'sentence' && features.width <= 40 && text.endsWith('。');
    if (!isSentence || !all[at - 1]?.torn) continue;
    const byline = parseByline(text.slice(0, -1));
    if (!byline?.authors.every(({ name }) => printed.has(name))) continue;
    features.repeatsByline = true;
    features.furniture ??= { kind: 'picture', score: 4.5 };
  }
}

/** A column with its author is no wider; so many lines of two words with a bar between make a habit. */
const [widestColumn, severalBarred] = [16, 3];

/** What other lines of a page say of one that carries a column: how the page prints columns, and which. */
function markColumns(units: readonly Unit[], all: readonly Features[]): void {
  const isSo = ({ headings: [first] }: Features): boolean => first !== undefined && isColumnWithAuthor(first);
  const maySo = ({ headings }: Features): boolean => headings.some((each) => isColumnWithAuthor(each));
  const barred = units.filter(({ text, width }) => width <= widestColumn && isBarred(text)).length;
  const printsSo = all.some(isSo) && (all.filter(maySo).length >= 2 || barred >= severalBarred);
  // What may be a column or a headline, with its author, is a column where the page prints columns so.
  if (printsSo)
    for (const features of all)
      if (maySo(features) && features.headings.some(({ score }) => score >= 4.5))
        features.headings = features.headings.filter((each) => isColumnWithAuthor(each));
  const columns = new Set(
    units.flatMap(({ text }, at) => {
      const [heading] = all[at]?.headings ?? [];
      const part = heading?.parts.find(({ label }) => label === 'series');
      const isSure = heading?.byline && heading.score >= 4.5 && heading.parts.length >= 3;
      return isSure && part ? [text.slice(part.from, part.to)] : [];
    }),
  );
  if (!printsSo && columns.size === 0) return;
  for (const [at, features] of all.entries()) {
    const { text } = units[at] as Unit;
    if (features.width > 40 || features.furniture || features.ending === 'sentence') continue;
    const { headings, width, byline } = features;
    const found =
      printsSo && width <= widestColumn && !headings.some((each) => each.byline) && (byline?.score ?? 0) < 1
        ? columnWithAnyName(text)
        : undefined;
    const isCarried = headings.some(({ score }) => score >= 4);
    const behind = isCarried ? undefined : headlineBehind(columns, text);
    const more = [...(found ? [found] : []), ...(behind ? [behind] : [])];
    if (more.length > 0) features.headings = [...more, ...headings].sort((a, b) => b.score - a.score);
  }
}

/** A list of headlines, each with an author who signs elsewhere: they are headlines of the texts there. */
function markLists(units: readonly Unit[], all: readonly Features[]): void {
  const signed = units.map(({ text }, at) =>
    (all[at]?.width ?? 99) <= 40 ? signedHeadlineOf(text) : undefined,
  );
  if (!signed.some((each, at) => each && signed[at + 1])) return;
  /** First and last place of each name on a line of authors. */
  const places = new Map<string, [number, number]>();
  for (const [at, { text }] of units.entries())
    for (const name of all[at]?.byline?.authors.map((author) => author.name) ?? [text])
      places.set(name, [places.get(name)?.[0] ?? at, at]);
  for (let from = 0; from < units.length; from++) {
    let end = from;
    while (signed[end]) end++;
    if (end - from >= 2) {
      const isElsewhere = (name: string): boolean => {
        const [first, last] = places.get(name) ?? [from, from];
        return first < from || last >= end;
      };
      const isList = signed.slice(from, end).every((each) => each && isElsewhere(each.name));
      if (isList)
        for (const features of all.slice(from, end)) {
          features.headings = [];
          features.listedHead = true;
        }
    }
    from = Math.max(from, end);
  }
}

/** Units that a header's author line may be away from the piece that introduces the text. */
const longestHeader = 3;

/** Who says 我 does not introduce another. */
const ofOneself = /我(?!們|國|港)|筆者|[「『][^」』]{0,4}$/u;

/** Texts that speak of the author of their header by name, as another would: they introduce the piece. */
function markNamed(units: readonly Unit[], all: readonly Features[]): void {
  for (const [at, { byline, headings, furniture }] of all.entries()) {
    if (furniture) continue;
    const found = (byline?.score ?? 0) >= 2.5 ? byline : headings.find(({ score }) => score >= 4)?.byline;
    const names = found?.authors.flatMap(({ name, kind }) => (kind === undefined ? [name] : [])) ?? [];
    if (names.length === 0) continue;
    for (let near = at - longestHeader; near <= at + longestHeader; near++) {
      const [features, unit] = [all[near], units[near]];
      if (!features || !unit || features.width < 24 || features.authorNote) continue;
      // What ends the article above is no part of this header.
      const isAbove = near < at && all.slice(near + 1, at).some((each) => each.width >= 24);
      if (isAbove) continue;
      if (ofOneself.test(unit.text)) continue;
      if (names.some((name) => name.length >= 3 && unit.text.includes(name))) features.namesAuthor = true;
    }
  }
}

/** A name behind a dash below a quotation is whose it is. */
function markQuoted(units: readonly Unit[], all: readonly Features[]): void {
  for (const [at, { text }] of units.entries()) {
    const features = all[at];
    if (features?.byline && /^[—–―]/u.test(text) && /[」』”]$/u.test(units[at - 1]?.text ?? ''))
      features.byline = undefined;
  }
}

/** 社論 over a piece that a line below says is somebody's is the name of the section. */
function markHouseLabels(units: readonly Unit[], all: readonly Features[]): void {
  for (const [at, seen] of all.entries()) {
    const [author] = seen.byline?.authors ?? [];
    if (!author || !isHouseAuthor(author.name) || (units[at]?.text ?? '').trim() !== author.name) continue;
    for (let below = at + 1; below <= at + longestHeader; below++) {
      const [features, unit] = [all[below], units[below]];
      if (!features || !unit || (features.width >= 24 && features.ending === 'sentence')) break;
      if (!features.byline?.marked || features.byline.authors.some(({ name }) => isHouseAuthor(name)))
        continue;
      seen.byline = undefined;
      seen.furniture ??= { kind: 'section', score: 4.5 };
      break;
    }
  }
}

/** A list of headlines is so many lines at least, and each has texts of some width above. */
const [shortestList, narrowestText] = [3, 35];

/** Headlines of the texts above, in a list at the end of a file, as wide a gap below the last text as between articles. */
function markListAtEnd(units: readonly Unit[], all: readonly Features[], usualGap: number): void {
  const mayHead = ({ width, ending, byline, furniture, marked, literal, authorNote }: Features): boolean =>
    width >= 5 &&
    width <= 40 &&
    (ending !== 'sentence' || width <= 26) &&
    ending !== 'comma' &&
    (byline?.score ?? 0) < 2.5 &&
    !furniture &&
    !marked &&
    !literal &&
    !authorNote;
  const isFurniture = (at: number): boolean => (all[at]?.furniture?.score ?? 0) >= 4;
  let end = units.length;
  while (end > 0 && isFurniture(end - 1)) end--;
  let from = end;
  while (from > 0 && mayHead(all[from - 1] as Features)) {
    from--;
    if ((units[from]?.gap ?? 0) > usualGap) break;
  }
  const isApart = from > 0 && (units[from]?.gap ?? 0) > usualGap && all[from - 1]?.ending === 'sentence';
  const list = all.slice(from, end);
  const texts = all
    .slice(0, from)
    .filter(({ width, ending }) => width >= narrowestText && ending === 'sentence');
  if (!isApart || list.length < shortestList || texts.length < 2 * list.length) return;
  if (list.every(({ ending, asks }) => ending === 'sentence' && !asks)) return;
  for (const features of all.slice(from, end)) features.listedHead = true;
}

/** Lines that are counted and no longer than this are headings. */
const longestHeading = 26;

function isPicture(features: Features | undefined): boolean {
  return features?.furniture?.kind === 'picture';
}

/** Whether a line may be an entry of a list in plain text. */
function isEntry(features: Features | undefined): boolean {
  return features !== undefined && (features.marked || features.literal) && features.width < 40;
}

/** Features of all units of a file, in order. */
export function featuresIn(units: readonly Unit[], { usualGap }: Layout): Features[] {
  const shifts = subjectShifts(units);
  const all = units.map(featuresOf);
  const isBareName = (features: Features | undefined): boolean => {
    const author = features?.byline?.authors.length === 1 ? features.byline.authors[0] : undefined;
    return author !== undefined && author.kind === undefined && author.roles.length === 0;
  };
  const counted = countedIn(
    units.map(({ text }) => text),
    (at) => (all[at]?.width ?? 0) <= longestHeading && !['sentence', 'comma'].includes(all[at]?.ending ?? ''),
  );
  for (const [at, features] of all.entries()) {
    features.shift = shifts[at] ?? 0;
    features.counted = counted[at] ?? false;
  }
  markColumns(units, all);
  markLists(units, all);
  markRelated(units, all);
  markListAtEnd(units, all, usualGap);
  markNamed(units, all);
  markHouseLabels(units, all);
  markQuoted(units, all);
  markTables(units, all);
  markPageNames(units, all);
  markRunningHeads(units, all);
  markCuts(units, all);
  markTurns(units, all);
  for (const [at, features] of all.entries()) {
    const [above, below] = [all[at - 1], all[at + 1]];
    features.nearPicture = isPicture(above) || isPicture(below);
    const author = features.byline?.authors[0];
    features.bareName = author !== undefined && isBareName(features) && personScore(author.name) >= 1.5;
    features.inList = isEntry(above) || isEntry(below);
    features.rolesOfNeighbour = features.role >= 1 && (isBareName(above) || isBareName(below));
  }
  const printed = new Set(
    all
      .flatMap(({ byline, headings }) =>
        [byline, ...headings.map((heading) => heading.byline)].flatMap((each) => each?.authors ?? []),
      )
      .map(({ name }) => name),
  );
  // A note on an author whom a byline names too is no second author.
  for (const [at, features] of all.entries())
    if (features.notedAuthor && authorsOfNote(units[at]?.text ?? '').every(({ name }) => printed.has(name)))
      features.notedAuthor = false;
  markCaptions(units, all, printed);
  const byName = new Map<string, number[]>();
  for (const [at, { byline }] of all.entries()) {
    if (!byline || byline.authors[0]?.kind === 'pen-name') continue;
    for (const { name } of byline.authors) byName.set(name, [...(byName.get(name) ?? []), at]);
  }
  for (const places of byName.values()) {
    if (places.length < 2) continue;
    const best = Math.max(...places.map((at) => all[at]?.byline?.score ?? 0));
    const bestPlaces = places.filter((at) => (all[at]?.byline?.score ?? 0) >= best - 0.01);
    for (const at of places) {
      const features = all[at];
      if (features && (bestPlaces.length > 1 || !bestPlaces.includes(at))) features.repeatsByline = true;
    }
  }
  return all;
}
