/** What other lines of a page say of its headings: how it prints columns, and where it lists headlines. */
import { pastFurniture } from '../breaks.ts';
import { columnWithAnyName, headlineBehind, isBarred, nameBeforeBar } from '../column-heads.ts';
import { isColumnWithAuthor } from '../heading-parts.ts';
import type { Unit } from '../layout.ts';
import type { Features } from '../looks.ts';
import { pairsAgain, widestColumn } from '../returns.ts';
import { seriesNamedIn } from '../schedules.ts';
import { signedHeadlineOf } from '../signed-headline.ts';
import { isUnmarkedPenName } from './authors.ts';

/** So many lines of two words with a bar between make a habit. */
const severalBarred = 3;

/** A page whose headlines stand behind the names of columns has so many of them at least. */
const severalNamed = 2;

/**
 * Tells names before headlines, behind a bar, apart: what a text is about is named in it and is part of its headline
 * (劏房取締倒數｜…), a column hardly ever is.
 *
 * @returns those of columns where the page prints several so
 */
function columnsBeforeBars(units: readonly Unit[], all: readonly Features[]): Set<string> {
  const named = units.flatMap(({ text, width }, at) => {
    const name = width <= 40 && !all[at]?.furniture ? nameBeforeBar(text) : undefined;
    return name === undefined ? [] : [{ at, name }];
  });
  const columns = named.filter(({ at, name }, index) => {
    const end = named[index + 1]?.at ?? units.length;
    const texts = units.slice(at + 1, end).map(({ text }) => text);
    const words = name.match(/.{1,2}/gu) ?? [];
    const told = words.filter((word) => texts.some((text) => text.includes(word)));
    const isTold = told.length >= Math.min(2, words.length);
    const features = all[at] as Features;
    if (isTold)
      features.headings = features.headings.filter(
        ({ byline, parts }) => byline || parts[0]?.label !== 'series',
      );
    return !isTold;
  });
  return new Set(columns.length >= severalNamed ? columns.map(({ name }) => name) : []);
}

/** Marks headlines behind names in heavy brackets, as a page prints them over one text after the other. */
function markBracketed(units: readonly Unit[], all: readonly Features[]): void {
  const bracketed = units.flatMap(({ text }, at) => {
    const { furniture, headings = [] } = all[at] ?? {};
    if (furniture || !/^[【〔[]/u.test(text)) return [];
    return headings.filter(({ byline, parts }) => !byline && parts[0]?.label === 'series');
  });
  if (bracketed.length < severalNamed) return;
  for (const heading of bracketed) heading.score += 1.2;
}

/** What it is worth to a column with its author that others of the page are printed so. */
const habit = 1.4;

/** Columns with their authors are surer where a page prints several. */
function raiseColumns(all: readonly Features[], isSo: (features: Features) => boolean): void {
  for (const features of all) {
    const [first, ...others] = features.headings;
    const isOfPerson = first?.byline?.authors.every(({ kind }) => kind === undefined);
    if (first && isSo(features) && isOfPerson)
      features.headings = [{ ...first, score: first.score + habit }, ...others];
  }
}

/** The score of a column of which the page says when it comes out, with its author. */
const sureColumn = 4;

/** What other lines of a page say of one that carries a column: how the page prints columns, and which. */
export function markColumns(units: readonly Unit[], all: readonly Features[]): void {
  const isSo = ({ headings }: Features): boolean =>
    headings[0] !== undefined && isColumnWithAuthor(headings[0]);
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
      const heading = all[at]?.headings[0];
      const part = heading?.parts.find(({ label }) => label === 'series');
      const isSure = heading?.byline && heading.score >= 4.5 && heading.parts.length >= 3;
      return isSure && part ? [text.slice(part.from, part.to)] : [];
    }),
  );
  markBracketed(units, all);
  for (const name of columnsBeforeBars(units, all)) columns.add(name);
  for (const [at, features] of all.entries()) {
    const below = units[at + 1];
    const isNote = all[at + 1]?.furniture?.kind === 'schedule' && below?.gap === 0;
    // What a note right below says to come out is a column, and no pen name.
    if (isNote && isUnmarkedPenName(features) && seriesNamedIn(below.text).length === 0)
      features.byline = undefined;
  }
  const announced = new Set(
    units.flatMap(({ text }, at) => (all[at]?.furniture?.kind === 'schedule' ? seriesNamedIn(text) : [])),
  );
  for (const name of announced) columns.add(name);
  const areMany = all.filter(isSo).length >= severalNamed;
  if (areMany) raiseColumns(all, isSo);
  const again = pairsAgain(units);
  if (!printsSo && columns.size === 0 && again.size === 0 && announced.size === 0) return;
  for (let at = 0; at < all.length; at++) {
    const features = all[at] as Features;
    const { text } = units[at] as Unit;
    if (features.width > 40 || features.furniture || features.ending === 'sentence') continue;
    const { headings, width, byline } = features;
    const isAnnounced = announced.has(/^\S+/u.exec(text)?.[0] ?? '');
    const mayBeColumn = printsSo || isAnnounced || again.has(text);
    const found =
      mayBeColumn &&
      width <= widestColumn &&
      !headings.some((each) => each.byline) &&
      (byline?.score ?? 0) < 1
        ? columnWithAnyName(text)
        : undefined;
    if (found && isAnnounced) found.score = sureColumn;
    const isCarried = headings.some(({ score }) => score >= 4);
    const behind = isCarried ? undefined : headlineBehind(columns, text);
    const more = [...(found ? [found] : []), ...(behind ? [behind] : [])];
    if (more.length > 0) features.headings = [...more, ...headings].sort((a, b) => b.score - a.score);
  }
}

/** A list of headlines, each with an author who signs elsewhere: they are headlines of the texts there. */
export function markLists(units: readonly Unit[], all: readonly Features[]): void {
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

/** A list of headlines is so many lines at least, and each has texts of some width above. */
const [shortestList, narrowestText] = [3, 35];

/** Headlines of the texts above, in a list at the end of a file, as wide a gap below the last text as between articles. */
export function markListAtEnd(units: readonly Unit[], all: readonly Features[], usualGap: number): void {
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
  for (const features of list) features.listedHead = true;
}

/** Headings within texts are so wide at most; so many of them show how a page sets them. */
const [widestSubhead, severalSubheads] = [30, 2];

/**
 * Short lines between texts that stand further from the text above than others of the page: as these are its subheads,
 * those are none.
 */
export function markApart(units: readonly Unit[], all: readonly Features[], usualGap: number): void {
  const isText = (features: Features | undefined): boolean => features !== undefined && features.width >= 24;
  const lone = all.flatMap((features, at) => {
    const { width, ending, asks, furniture, byline, listed, counted, marked, literal } = features;
    const mayHead =
      width >= 3 &&
      width <= widestSubhead &&
      ending !== 'comma' &&
      (ending !== 'sentence' || asks) &&
      (furniture?.score ?? 0) < 3 &&
      (byline?.score ?? 0) < 2.5 &&
      !(listed || counted || marked || literal);
    if (!mayHead || !isText(all[at + 1])) return [];
    const above = pastFurniture(all, at, -1);
    const ended = all[above];
    return ended && (isText(ended) || ended.ending === 'sentence') ? [{ at, features, above }] : [];
  });
  const gapOf = ({ at, above }: { at: number; above: number }): number =>
    Math.max(...units.slice(above + 1, at + 1).map(({ gap }) => gap));
  const apart = lone.filter((each) => gapOf(each) > usualGap);
  const areOthersNear = lone.length - apart.length >= severalSubheads && 2 * apart.length <= lone.length;
  if (!areOthersNear) return;
  for (const { features } of apart) features.apart = true;
}
