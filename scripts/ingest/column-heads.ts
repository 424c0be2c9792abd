/** Lines that are read as a column with its author, or with its headline, by what the rest of their page prints. */
import { parseByline } from './byline.ts';
import { type Heading, partsOf } from './heading-parts.ts';
import { personScore } from './names.ts';
import { Sieve } from './needs.ts';
import { isSection } from './sections.ts';
import { widthOf } from './text.ts';

/** A column and, behind a blank or a dash, who writes in it; by itself no more than two words. */
const columnAndAuthor =
  /^(?<series>[^\s：:，。、！？]{2,10})(?:[\s　]+|\s+[-–—－]+\s+)(?<byline>\p{Script=Han}{2,5})$/du;
/** … behind a bar, where names may be padded or Latin. */
const barredColumn =
  /^(?<series>[^\s：:，。、！？]{2,10})[\s　]*[｜|／/∕]\s*(?<byline>\p{Script=Han}{2,5}|\p{Script=Han}[\s　]\p{Script=Han}|[A-Z][A-Za-z.]{1,15})$/du;

/** A column or a section before its headline, parted by a bar. */
export const barredHead = /^(?<series>[^｜|\s，。、：:！？]{2,8})\s*[｜|]\s*(?<title>[^｜|]{5,})$/du;

const barSieve = new Sieve([barredColumn, barredHead]);

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

/**
 * The name that a line has before its headline, behind a bar: of a column, or of what the headline is about.
 *
 * @returns `undefined` where there is none such, or it is the name of a section or a person
 */
export function nameBeforeBar(text: string): string | undefined {
  const name = barSieve.look(text).mayAny() ? barredHead.exec(text)?.groups?.series : undefined;
  return name === undefined || isSection(name) || personScore(name) >= 1 ? undefined : name;
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
