/** The fields of an article from what its lines say: title, series, authors, script, and what the page head says. */
import type { Author } from '../../src/article/schema.ts';
import type { Headed } from './headed.ts';
import type { PageHead } from './page-head.ts';
import { splitPart } from './series-look.ts';
import { authorsOfNote, rolesInTurn, rolesOfNamed, rolesOfNote } from './signature.ts';
import { foldedUnits } from './text.ts';
import { isPairIn, unitsOf } from './units.ts';

const noHeadline = '〔無題〕';
export const noAuthor: Author = { name: '佚名', roles: [] };

/** What the lines of an article say of it. */
export type Fields = {
  title: string;
  series: { name: string; part?: string } | undefined;
  authors: Author[];
};

export function fieldsOf(headed: Headed): Fields {
  return { title: titleOf(headed), series: seriesOf(headed), authors: authorsOf(headed) };
}

/** Takes the brackets and marks off a series line: 【街市人間】 → 街市人間. */
function unbracketed(text: string): string {
  return text
    .replace(/^[■◆●▍▎★☆◎\s]+/u, '')
    .replace(/^[─═～~]{2,}(.+?)[─═～~]{2,}$/u, '$1')
    .replace(/^[【[〔「『《〈](.+)[】\]〕」』》〉]$/u, '$1')
    .replace(quotedSeries, '$1')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** 「數字金融再出發」系列: what is quoted is the name. */
const quotedSeries = /^[「『《](.+)[」』》]\s*(?:系列|專題|专题|第\s*\d{1,4}\s*[期回號号])$/u;

/** The headline as it is shown, parts joined by one space; the series line, or 〔無題〕, where there is none. */
export function titleOf({ title, joints, series }: Headed): string {
  if (title.length === 0) return series ? unbracketed(series.text) : noHeadline;
  return title
    .map(({ text }, at) => `${at === 0 ? '' : joints[at - 1]}${text}`)
    .join('')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** The name of the series and the part mark, as printed on this article. */
function seriesOf({ series }: Headed): Fields['series'] {
  const { name, part } = splitPart(unbracketed(series?.text ?? ''));
  // 地區治理新篇 系列之三: the word stands apart from the name.
  return (
    series && { name: name.replace(/\s+(?:系列|專題|专题)$/u, ''), ...(part === undefined ? {} : { part }) }
  );
}

/** Each author once, where a page names one over the text and under it again. */
function once(authors: readonly Author[]): Author[] {
  const byName = new Map<string, Author>();
  for (const author of authors) {
    const known = byName.get(author.name);
    const roles = author.roles.filter((role) => !known?.roles.includes(role));
    byName.set(author.name, known ? { ...author, ...known, roles: [...known.roles, ...roles] } : author);
  }
  return [...byName.values()];
}

/** A note on authors is no longer. */
const longestNote = 90;

/** The authors in printed order, with the roles that only a closing note gives. */
function authorsOf({ draft }: Headed): Author[] {
  const authors = once(draft.bylines.flatMap(({ byline }) => byline.authors));
  const notes = draft.blocks.slice(-2).filter(({ kind }) => kind === 'p');
  const noted = notes.flatMap(({ text }) => authorsOfNote(text));
  if (authors.length === 0) return noted.length > 0 ? noted : [noAuthor];
  const inTurn = notes.flatMap(({ text }) => rolesInTurn(text, authors.length));
  const last = notes.at(-1)?.text ?? '';
  return authors.map((author, at) => {
    const told = noted.find(({ name }) => name === author.name)?.roles ?? inTurn.slice(at, at + 1);
    const said = told.length > 0 || last.length > longestNote ? told : rolesOfNamed(last, author.name);
    const alone = authors.length === 1 ? notes.flatMap(({ text }) => rolesOfNote(text)) : [];
    const known = author.roles.join();
    return {
      ...author,
      roles: [...author.roles, ...[...said, ...alone].filter((role) => !known.includes(role))],
    };
  });
}

/** A page head at a unit; several lines of one, with nothing but furniture between, are one. */
export type HeadAt = { at: number; head: PageHead };

/** What a page head leaves of one above it: a new day tells nothing of the page, another paper nothing at all. */
function turned(above: PageHead, head: PageHead): PageHead {
  const isOther =
    above.publication !== undefined && (head.publication ?? above.publication) !== above.publication;
  if (isOther) return head;
  const { page, ...rest } = above;
  const isSameDay = head.date === undefined || head.date === above.date;
  return { ...(isSameDay ? above : rest), ...head };
}

/**
 * What the page heads say of an article: those above it, where one without a date only turns the page; a date that
 * stands within its header is its own, and so is a note that tells where it was first printed.
 *
 * @param article its first unit, the first of its body, and the one after its last
 */
export function headOver(
  heads: readonly HeadAt[],
  [begin, body, end]: readonly [number, number, number],
): PageHead {
  const noted = heads.find(({ at, head }) => head.ofAbove && at >= begin && at < end)?.head;
  if (noted) {
    const { ofAbove, ...head } = noted;
    return head;
  }
  let held: PageHead = {};
  let own: PageHead = {};
  for (const { at, head } of heads) {
    if (head.ofAbove) continue;
    if (at < begin) held = turned(held, head);
    else if (at < body && head.date !== undefined) own = { ...own, ...head };
  }
  return { ...held, ...own };
}

/** Page heads with those next to each other as one. */
export function groupedHeads(heads: readonly HeadAt[], isFurniture: (at: number) => boolean): HeadAt[] {
  const grouped: HeadAt[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const { at, head } of heads) {
    const above = grouped.at(-1);
    let between = last + 1;
    while (between < at && isFurniture(between)) between++;
    const isNew = (key: keyof PageHead): boolean => above?.head[key] === undefined || head[key] === undefined;
    const isOfSame = above?.head.ofAbove === head.ofAbove;
    if (above && isOfSame && between >= at && isNew('date') && isNew('publication') && isNew('page'))
      above.head = { ...above.head, ...head };
    else grouped.push({ at, head });
    last = at;
  }
  return grouped;
}

/** Characters by which the script of a text is told, and the share of them that fold to another in a Traditional one. */
const [telling, traditional] = [4000, 0.08];

/** The script of a text: Traditional prose has many characters that fold to another, Simplified hardly any. */
export function scriptOf(text: string): 'zh-Hant' | 'zh-Hans' {
  let count = 0;
  let changed = 0;
  const start = text.length > telling ? text.slice(0, telling) : text;
  const units = unitsOf(start);
  // As soon as so many fold to another, what is left can tell nothing else.
  const enough = start.length * traditional;
  for (let at = 0; at < start.length && changed <= enough; at++) {
    const unit = units[at] as number;
    if (unit < 0x3400) continue;
    count++;
    // One for a character that folds to another, 0 for one that does not: no processor could guess which comes next.
    changed += -((foldedUnits[unit] as number) ^ unit) >>> 31;
    if (unit >= 0xd800 && isPairIn(units, at, start.length)) at++;
  }
  return changed > count * traditional ? 'zh-Hant' : 'zh-Hans';
}
