/** An author line (作者行): who wrote, in which role, and how sure the reading is. */
import type { Author } from '../../src/article/schema.ts';
import { plainMarks } from './alike.ts';
import { authorsFrom } from './byline-authors.ts';
import { authorsInForm } from './byline-forms.ts';
import { tokensOfLine } from './byline-words.ts';
import { personScore } from './names.ts';
import { Sieve } from './needs.ts';
import { remembered } from './remembered.ts';
import { cutRoles, roleScore } from './roles.ts';
import { simplify, simplifyPattern, widthOf } from './text.ts';

export type Byline = {
  authors: Author[];
  /** Evidence that the text is an author line; about 0 for a bare pen name, 4 and more where nothing else fits. */
  score: number;
  /** A printed mark says so: 文： 作者： ◎ … */
  marked: boolean;
};

const marks = simplifyPattern(
  /^(?:[◎●■◆○◇⊙★☆▍▎►※□▢◻]\s*(?:文\s*[：:／/∕｜|]\s*|作者\s*[：:／/∕｜|]?\s*)?|[／/∕]?\s*(?:(?:本文|文章|專欄|來稿|特約|客席|特邀|署名)?作者|特約撰文|撰文|撰稿|執筆|特約撰稿|來稿|供稿|投稿|圖[、及和]?文|文[、及和]?圖|文字|文|By|Text(?:\s?&\s?Photos?)?)\s*(?:[：:／/∕｜|]|(?:(?<=撰文|執筆)\s[·•・–—-]\s|(?<=客席作者|來稿作者|特約作者|專欄作者)\s[–—-]\s))\s*|[—–―－]{1,2}\s*(?!寫在|[從由]\S{1,4}[到看談說至論]|讀[《「]|兼[論談評答]|評[《「]|\S{2,6}(?:之前|之後|之際|有感|商榷|隨想|雜感|啟示|讀後|周年)$)(?=\S{2,8}$)|[—–―]{2}\s*(?=\S{2,12}(?:協會|學會|聯會|商會|公會|總會|工會|聯盟|關注組|研究社|促進會|協進會|委員會|互助會|街坊會|小組)$)|[—–―]{2}\s*(?=\S{2,4}(?:（筆名）)?[\s　]+[^\d\s]{4,}$)|[—–―－]{1,2}\s*(?=(?:\p{Script=Han}{2,4}|\p{Script=Han}[\s　]\p{Script=Han})[，,]\s*[^，。\s]{2,24}$)|(?:作者|特約撰文|撰文|執筆人)\s+|By\s+)/iu,
);
const endMarks = simplifyPattern(
  /\s*(?:[／/∕｜|]\s*文|[（(]文[）)]|\s撰文?|\s文|\s*◎文?|\s(?:供稿|來稿|投稿)|(?<=[）)])\s*(?:執筆|撰稿|供稿)|(?<=[\s）)])(?:合撰|合著|合寫|聯合撰文|聯合撰寫))$/u,
);
/** What a letter closes with behind the name of a person or a body. */
const closing = simplifyPattern(/\s*(?:謹啟|敬啟|謹上|敬上|謹識|謹誌|謹致|拜上)$/u);
/** Squares and dots stand before anything that is to catch the eye; before a name they say little of an author. */
const bullet = /^[●■◆○◇★☆▍▎►□▢◻]\s*(?!(?:文|作者|撰文)\s*[：:／/∕｜|])/u;
const wholeBracket =
  /^(?:（([^（）]+)）|\(([^()]+)\)|【([^【】]+)】|\[([^[\]]+)\]|〔([^〔〕]+)〕|〈([^〈〉]+)〉)$/u;
/** Roles in brackets before a name: 【執業牙科醫生】伍慕賢, （某會總幹事）段啟明. */
const roleBefore = /^[【〔[（(]([^】〕\]（()）]{2,40})[】〕\]）)]\s*(\p{Script=Han}{2,4})$/u;
/** … and a name in them before roles: 【程律行】校巴營辦商協進會理事長. */
const nameBefore = /^[【〔[](\p{Script=Han}{2,4})[】〕\]]\s*(\S{4,40})$/u;
/** Dots with blanks around them part the words of a line; without, they are a name's. */
const partingDot = /\s[·•・]\s/gu;
/** 作者為某某 says it in a sentence, and belongs to the text. */
const authorNote = simplifyPattern(
  /^[（(【[*＊]?(?:本文|文章|本欄|此文|原文)?(?:作者|筆者)(?:為|是|係|乃|現為|現任)/u,
);
/** Most lines hold nothing of all these. */
const dress = new Sieve(
  [marks, endMarks, closing, wholeBracket, authorNote, roleBefore, nameBefore, partingDot],
  true,
);
/** What no author line holds. */
const notInBylines = new Sieve([/[。！？!?"“”《》]/u]);

/**
 * Reads a text as an author line.
 *
 * @param text a line, or lines of one byline joined by a blank
 * @returns the reading with its evidence, or `undefined` where the text cannot be one
 */
export const parseByline = remembered((text: string): Byline | undefined =>
  text.includes('《') ? ofPublications(text) : read(text),
);

/** A publication in a role: 《路軌志》主編. */
const inRole = simplifyPattern(
  /《([^《》]{1,14})》(?=(?:周刊|季刊|月刊|雜誌|半月刊|前|副|執行|榮譽|助理)*(?:主編|總編|編輯|社長|主筆|編委|出版人|創辦人|發行人|記者|專欄作家|作者|撰稿人|顧問|總監))/gu,
);

/** Reads a line in whose roles publications stand, and no other title. */
function ofPublications(text: string): Byline | undefined {
  const titles = [...simplify(text).matchAll(inRole)].map(({ index, 1: title = '' }) =>
    text.slice(index + 1, index + 1 + title.length),
  );
  const found = read(titles.reduce((rest, title) => rest.replace(`《${title}》`, title), text));
  if (!found) return undefined;
  const printed = (role: string): string =>
    titles.reduce((whole, title) => whole.replace(title, `《${title}》`), role);
  const authors = found.authors.map((each) => ({ ...each, roles: each.roles.map(printed) }));
  return { ...found, authors };
}

/** Whether what stands in brackets, or behind them, is nothing but roles. */
function areRoles(text: string): boolean {
  return cutRoles(text).every((role) => roleScore(role) >= 1.5);
}

function read(text: string): Byline | undefined {
  const printed = text.trim();
  const plainText = plainMarks(printed);
  let rest = plainText;
  if (rest === '' || widthOf(rest) > 90 || notInBylines.look(rest).mayAny()) return undefined;
  const isDressed = dress.look(rest).mayAny();
  if (isDressed && authorNote.test(simplify(rest))) return undefined;
  let marked = false;
  let bulleted = false;
  for (let again = isDressed; again; ) {
    again = false;
    const bracket = wholeBracket.exec(rest);
    if (bracket) rest = (bracket.slice(1).find((inner) => inner !== undefined) ?? rest).trim();
    rest = rest.replace(roleBefore, (whole, role: string, name: string) =>
      personScore(name) >= 1.2 && areRoles(role) ? `${role}　${name}` : whole,
    );
    rest = rest.replace(nameBefore, (whole, name: string, roles: string) =>
      personScore(name) > 0 && areRoles(roles) ? `${name}　${roles}` : whole,
    );
    const plain = simplify(rest);
    const mark = marks.exec(plain);
    if (mark && mark[0].length < rest.length) {
      const isBullet = bullet.test(plain);
      rest = rest.slice(mark[0].length).trim();
      again = true;
      if (isBullet) bulleted = true;
      else marked = true;
    }
    const endMark = endMarks.exec(simplify(rest));
    if (endMark && endMark.index > 0) {
      rest = rest.slice(0, endMark.index).trim();
      marked = again = true;
    }
  }
  const closed = isDressed ? ofLetter(rest) : undefined;
  if (closed) return closed;
  if (isDressed) rest = rest.replace(partingDot, '　');
  const reading = authorsInForm(rest) ?? authorsFrom(tokensOfLine(rest), rest, marked);
  if (!reading) return undefined;
  if (plainText !== printed) asPrinted(reading.authors, plainText, printed);
  const named = reading.authors.every(({ kind, name }) => kind === undefined && personScore(name) >= 1.4);
  return { ...reading, score: reading.score + (marked ? 4 : bulleted && named ? 1 : 0), marked };
}

/** Those who sign a letter without a name: 一群家長, 全體員工. */
const ofMany = simplifyPattern(
  /^.{0,8}(?:家長|員工|街坊|市民|學生|居民|讀者|業主|會員|校友|教師|老師|村民|父親|母親|爸爸|媽媽|檔主|長者|司機|校董)$/u,
);

/** The author of a letter, by how it closes: 何太敬上. One who is plainly a person or a body, for texts may close alike. */
function ofLetter(text: string): Byline | undefined {
  const end = closing.exec(simplify(text));
  const name = text.slice(0, end?.index ?? 0).trim();
  const found = name === '' ? undefined : read(name);
  const isSure = found?.authors.every(
    ({ kind, name: each }) =>
      kind === 'organisation' ||
      (kind === undefined && personScore(each) >= 1) ||
      ofMany.test(simplify(each)),
  );
  return found && isSure ? { ...found, score: found.score + 4, marked: true } : undefined;
}

/** Gives names and roles back the marks that are printed in them. */
function asPrinted(authors: readonly Author[], plain: string, printed: string): void {
  const back = (part: string): string => {
    const at = plain.indexOf(part);
    return at < 0 ? part : printed.slice(at, at + part.length);
  };
  for (const each of authors) {
    each.name = back(each.name);
    each.roles = each.roles.map(back);
  }
}
