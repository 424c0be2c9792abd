/** An author line (作者行): who wrote, in which role, and how sure the reading is. */
import type { Author } from '../../src/article/schema.ts';
import { plainMarks } from './alike.ts';
import type { Token } from './byline-tokens.ts';
import { longestUnlisted, tokensOfLine } from './byline-words.ts';
import {
  isLatinName,
  isOrganisation,
  isPaddedName,
  isPenName,
  isPlainlyOrganisation,
  personScore,
} from './names.ts';
import { Sieve } from './needs.ts';
import { closeUp } from './padding.ts';
import { remembered } from './remembered.ts';
import { cutRoles, goesWithName, roleScore, standsAlone } from './roles.ts';
import { hanCount, simplify, simplifyPattern, widthOf } from './text.ts';

export type Byline = {
  authors: Author[];
  /** Evidence that the text is an author line; about 0 for a bare pen name, 4 and more where nothing else fits. */
  score: number;
  /** A printed mark says so: 文： 作者： ◎ … */
  marked: boolean;
};

const marks = simplifyPattern(
  /^(?:[◎●■◆○◇⊙★☆▍▎►※□▢◻]\s*(?:文\s*[：:／/∕｜|]\s*|作者\s*[：:／/∕｜|]?\s*)?|[／/∕]?\s*(?:本文作者|文章作者|作者|撰文|撰稿|執筆|特約撰稿|來稿|供稿|投稿|圖[、及和]?文|文[、及和]?圖|文字|文|By|Text)\s*[：:／/∕｜|]\s*|[—–―－]{1,2}\s*(?=\S{2,8}$)|[—–―]{2}\s*(?=\S{2,12}(?:協會|學會|聯會|商會|公會|總會|工會|聯盟|關注組|研究社|促進會|協進會|委員會|互助會|街坊會)$)|[—–―]{2}(?=\S{2,4}[\s　]+[^\d\s]{4,}$)|作者\s+|撰文\s+|By\s+)/iu,
);
const endMarks = simplifyPattern(/\s*(?:[／/∕｜|]\s*文|[（(]文[）)]|\s撰文?|\s文|\s*◎文?)$/u);
/** Squares and dots stand before anything that is to catch the eye; before a name they say little of an author. */
const bullet = /^[●■◆○◇★☆▍▎►□▢◻]\s*(?!(?:文|作者|撰文)\s*[：:／/∕｜|])/u;
const wholeBracket =
  /^(?:（([^（）]+)）|\(([^()]+)\)|【([^【】]+)】|\[([^[\]]+)\]|〔([^〔〕]+)〕|〈([^〈〉]+)〉)$/u;
/** Roles in heavy brackets before a name: 【執業牙科醫生】伍慕賢. */
const roleBefore = /^[【〔[]([^】〕\]]{2,20})[】〕\]]\s*(\p{Script=Han}{2,4})$/u;
/** 作者為某某 says it in a sentence, and belongs to the text. */
const authorNote = simplifyPattern(
  /^[（(【[*＊]?(?:本文|文章|本欄|此文|原文)?(?:作者|筆者)(?:為|是|係|乃|現為|現任)/u,
);
/** Most lines hold nothing of all these. */
const dress = new Sieve([marks, endMarks, wholeBracket, authorNote, roleBefore], true);
/** What no author line holds. */
const notInBylines = new Sieve([/[。！？!?"“”《》]/u]);

function author(token: Extract<Token, { kind: 'name' }>): Author {
  return {
    name: closeUp(token.text),
    ...(token.honorific ? { honorific: token.honorific } : {}),
    roles: [],
    ...(token.is ? { kind: token.is } : {}),
  };
}

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
      roleScore(role) >= 1.5 && personScore(name) >= 1.2 ? `${role}　${name}` : whole,
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
  partings.look(rest);
  const reading =
    latinByline(rest) ??
    pseudonymous(rest) ??
    toldByName(rest) ??
    apart(rest) ??
    assemble(tokensOfLine(rest), rest, marked);
  if (!reading) return undefined;
  if (plainText !== printed) asPrinted(reading.authors, plainText, printed);
  const named = reading.authors.every(({ kind, name }) => kind === undefined && personScore(name) >= 1.4);
  return { ...reading, score: reading.score + (marked ? 4 : bulleted && named ? 1 : 0), marked };
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

const notTheName = simplifyPattern(/[（(](?:化名|筆名|假名)[）)]/u);
const lastWord = /(?:^|\s)([^\s（）()]{1,6})$/u;

/** One who is named otherwise than the line says: 的士司機 阿良（化名）. */
function pseudonymous(rest: string): Omit<Byline, 'marked'> | undefined {
  const match = partings.may(notTheNameAt) ? notTheName.exec(simplify(rest)) : null;
  if (!match) return undefined;
  const before = rest.slice(0, match.index);
  const after = rest.slice(match.index + match[0].length);
  const name = lastWord.exec(before)?.[1] ?? '';
  const roles = `${before.slice(0, before.length - name.length)} ${after}`
    .split(/[\s，,、]+/u)
    .flatMap((part) => (part === '' ? [] : cutRoles(part)));
  if (hanCount(name) < 2 || roles.some((role) => roleScore(role) < 0.8)) return undefined;
  return { authors: [{ name, roles, kind: 'pen-name' }], score: 4 };
}

const told = /^(?<names>[^（(]+)[（(](?<told>[^（()）]+[：:][^（()）]+)[）)]$/u;
const semicolon = /\s*[；;]\s*/u;
const partings = new Sieve([told, semicolon, notTheName]);
const [toldAt, semicolonAt, notTheNameAt] = [0, 1, 2];

/**
 * Roles that are told by name, in a bracket behind the names: 梅遠洲　賀思齊（梅遠洲：某社社長　賀思齊：某室主任）.
 */
function toldByName(rest: string): Omit<Byline, 'marked'> | undefined {
  const match = partings.may(toldAt) ? told.exec(rest) : null;
  const { names = '', told: said = '' } = match?.groups ?? {};
  const found = names === '' ? undefined : assemble(tokensOfLine(names), names, false);
  if (!found?.authors.every(({ roles, kind }) => roles.length === 0 && kind === undefined)) return undefined;
  const entries = said.split(/[\s；;]+/u).map((entry) => entry.split(/[：:]/u));
  const known = entries.every(
    ([name, roles]) => roles && found.authors.some((author) => author.name === name),
  );
  if (!known) return undefined;
  const rolesOf = (name: string): string[] =>
    entries.flatMap(([of, roles = '']) => (of === name ? cutRoles(roles) : []));
  return {
    authors: found.authors.map((each) => ({ ...each, roles: rolesOf(each.name) })),
    score: found.score + 3,
  };
}

/** Authors with their roles, parted by semicolons: 甲 某會會長；乙 某社秘書. */
function apart(rest: string): Omit<Byline, 'marked'> | undefined {
  if (!partings.may(semicolonAt)) return undefined;
  const parts = rest.split(semicolon);
  const readings = parts.map((part) => assemble(tokensOfLine(part), part, false));
  const isPerson = ({ kind, name }: Author): boolean => kind !== 'pen-name' && name !== '';
  if (!readings.every((reading) => reading?.authors.every(isPerson))) return undefined;
  return {
    authors: readings.flatMap((reading) => reading?.authors ?? []),
    score: Math.max(...readings.map((reading) => reading?.score ?? 0)),
  };
}

function assemble(tokens: Token[], rest: string, marked: boolean): Omit<Byline, 'marked'> | undefined {
  const first = tokens[0];
  if (!first) return undefined;
  const isOneWord = tokens.length === 1 || isPaddedName(rest);
  if (isOneWord && tokens.every(({ kind }) => kind !== 'name')) return loneAuthor(rest, marked);
  let score = 0;
  const authors: Author[] = [];
  const hasName = tokens.some((token) => token.kind === 'name');
  if (!hasName) {
    // A name that is in no list, before roles that are: still an author line.
    const roles = tokens.slice(1);
    const longest = roles.some((token) => token.kind === 'roles' && token.bracket) ? longestUnlisted : 3;
    const plausible = first.kind === 'unknown' && isPenName(first.text) && [...first.text].length <= longest;
    const areRoles = roles.every((token) => token.kind === 'roles' && token.score >= 1);
    if (!plausible || !areRoles || !roles.some((token) => token.kind === 'roles' && token.score >= 2))
      return undefined;
    const is = [...first.text].length > 3 ? { is: 'pen-name' as const } : {};
    tokens = [{ kind: 'name', text: first.text, score: 0.2, ...is }, ...roles];
  }
  const rolesFirst =
    tokens[0]?.kind === 'roles' || (tokens[0]?.kind === 'unknown' && tokens.at(-1)?.kind === 'name');
  let pending: string[] = [];
  let best = 0;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    const last = authors.at(-1);
    if (token.kind === 'name') {
      authors.push({ ...author(token), ...(rolesFirst ? { roles: pending } : {}) });
      pending = [];
      score += token.score * (authors.length === 1 ? 0.8 : 0.4);
    } else if (token.kind === 'honorific') {
      if (!last) return undefined;
      // 立法會議員 王偉文　工程師 何國樑: between two names it is the role of the second, as that of the first stands before it.
      const isOfNext =
        rolesFirst &&
        last.roles.length > 0 &&
        tokens[at + 1]?.kind === 'name' &&
        (tokens[at + 2]?.kind ?? 'name') === 'name' &&
        standsAlone(token.text) &&
        !goesWithName(token.text);
      if (isOfNext) pending.push(token.text);
      else if (at < tokens.length - 1 ? goesWithName(token.text) : !standsAlone(token.text)) {
        if (last.honorific === undefined && last.roles.length === 0) last.honorific = token.text;
        else last.roles.push(token.text);
      } else last.roles.push(token.text);
      score += 1.4;
      best = Math.max(best, 1.4);
    } else if (token.kind === 'roles') {
      best = Math.max(best, token.score);
      if (last && (!rolesFirst || !tokens.slice(at).some((later) => later.kind === 'name')))
        last.roles.push(...token.texts);
      else pending.push(...token.texts);
      if (token.bracket) score += 0.8;
    } else {
      if (!last && !rolesFirst) return undefined;
      if (widthOf(token.text) < 2 || /[：:]/u.test(token.text)) return undefined;
      score -= best > 0 ? 0.4 : 1.6;
      if (last && !rolesFirst) last.roles.push(token.text);
      else pending.push(token.text);
    }
  }
  if (pending.length > 0) authors.at(-1)?.roles.push(...pending);
  shareRoles(authors);
  score += best * 1.2;
  if (authors.length > 6) return undefined;
  return authors.length > 0 ? { authors, score } : undefined;
}

const ofAll = simplifyPattern(/^(?:同|均|皆|俱|都)(?:為|是|屬|係)/u);

/** Roles behind the last of several authors that say that they are those of all: 甲、乙（同為某校副教授）. */
function shareRoles(authors: readonly Author[]): void {
  const last = authors.at(-1);
  if (!last || authors.length < 2) return;
  const said = ofAll.exec(simplify(last.roles[0] ?? ''));
  const others = authors.slice(0, -1);
  if (!said || others.some(({ roles }) => roles.length > 0)) return;
  last.roles[0] = (last.roles[0] ?? '').slice(said[0].length);
  for (const other of others) other.roles.push(...last.roles);
}

/** A name in Latin letters, and what stands behind it with a wide blank or a bar between. */
const latinApart = /^(\S+(?: \S+){0,3}?)(?:\u3000+|\s{2,}|\s*[｜|]\s*)(\S.{5,})$/u;
/** A role in Latin letters: no sentence, and with a comma or a word that roles are named by. */
const latinRole =
  /^(?=[A-Z])(?=.*(?:,|\b(?:Professor|Lecturer|Director|Manager|Chair\w*|President|Head|Partner|Fellow|Economist|Analyst|Editor|Founder|CEO|Officer|Strategist|Consultant)\b)).*[^.!?]$/u;

/** Jane Lee, Senior Lecturer, University of … : the name, then roles between commas, or behind a wide blank as they are. */
function latinByline(rest: string): Omit<Byline, 'marked'> | undefined {
  if (hanCount(rest) > 0) return undefined;
  const [, alone = '', role = ''] = latinApart.exec(rest) ?? [];
  if (latinRole.test(role) && isLatinName(alone))
    return { authors: [{ name: alone, roles: [role] }], score: 3 };
  const [name = '', ...roles] = rest.split(/\s*,\s*/u);
  if (!isLatinName(name) || roles.length === 0 || roles.some((role) => role === '')) return undefined;
  return { authors: [{ name, roles }], score: 2.5 };
}

/** An author of one word: a pen name, or a body. */
function loneAuthor(rest: string, marked: boolean): Omit<Byline, 'marked'> | undefined {
  if (isPaddedName(rest))
    return { authors: [{ name: closeUp(rest), roles: [], kind: 'pen-name' }], score: marked ? 2 : 1.6 };
  if (isOrganisation(rest))
    return {
      authors: [{ name: rest, roles: [], kind: 'organisation' }],
      score: isPlainlyOrganisation(rest) ? 2.6 : 0.4,
    };
  // What a mark says wrote it is an author, whatever bodies are called: 文／某某課題組.
  if (marked && /^\p{Script=Han}{7,16}$/u.test(rest))
    return { authors: [{ name: rest, roles: [], kind: 'organisation' }], score: 0.6 };
  if (isPenName(rest))
    return { authors: [{ name: rest, roles: [], kind: 'pen-name' }], score: marked ? 1 : -0.6 };
  return undefined;
}
