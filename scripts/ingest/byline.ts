/** An author line (作者行): who wrote, in which role, and how sure the reading is. */
import type { Author } from '../../src/article/schema.ts';
import {
  isHonorific,
  isHouseAuthor,
  isLatinName,
  isOrganisation,
  isPenName,
  isPlainlyOrganisation,
  personScore,
  splitHonorific,
  splitOffHonorific,
  splitOffTitle,
} from './names.ts';
import { cutRoles, roleScore, standsAlone } from './roles.ts';
import { hanCount, simplify, simplifyPattern, widthOf } from './text.ts';

export type Byline = {
  authors: Author[];
  /** Evidence that the text is an author line; about 0 for a bare pen name, 4 and more where nothing else fits. */
  score: number;
  /** A printed mark says so: 文： 作者： ◎ … */
  marked: boolean;
};

const marks = simplifyPattern(
  /^(?:[◎●■◆○◇⊙★☆▍▎►※]\s*(?:文\s*[：:／/∕｜|]\s*|作者\s*[：:／/∕｜|]?\s*)?|(?:本文作者|文章作者|作者|撰文|撰稿|執筆|特約撰稿|圖文|文圖|文字|文|By|Text)\s*[：:／/∕｜|丨]\s*|作者\s+|撰文\s+|By\s+)/iu,
);
const endMarks = simplifyPattern(/\s*(?:[／/∕｜|]\s*文|[（(]文[）)]|\s撰文?|\s文|\s*◎文?)$/u);
/** Squares and dots stand before anything that is to catch the eye; before a name they say little of an author. */
const bullet = /^[●■◆○◇★☆▍▎►]\s*(?!(?:文|作者|撰文)\s*[：:／/∕｜|])/u;
const wholeBracket =
  /^(?:（([^（）]+)）|\(([^()]+)\)|【([^【】]+)】|\[([^[\]]+)\]|〔([^〔〕]+)〕|〈([^〈〉]+)〉)$/u;
/** 作者為某某 says it in a sentence, and belongs to the text. */
const authorNote = simplifyPattern(
  /^[（(【[*＊]?(?:本文|文章|本欄|此文|原文)?(?:作者|筆者)(?:為|是|係|乃|現為|現任)/u,
);
const between = simplifyPattern(/\s*(?:[、，,；;／/∕｜|&＆]|及|與|和|\band\b)\s*/u);
/** What no author line holds. */
const notInBylines = /[。！？!?"“”《》]/u;

type Token =
  | { kind: 'name'; text: string; score: number; honorific?: string; is?: Author['kind'] }
  | { kind: 'roles'; texts: string[]; score: number; bracket?: boolean }
  | { kind: 'honorific'; text: string }
  | { kind: 'unknown'; text: string };

/** Removes the blanks that pad a short name: 陳　勇 → 陳勇. */
function closeUp(name: string): string {
  return hanCount(name) > 0 && !/[A-Za-z]/.test(name)
    ? name.replace(/\s+/gu, '')
    : name.replace(/\s+/gu, ' ').trim();
}

function nameToken(text: string): Token | undefined {
  if (isHouseAuthor(text)) return { kind: 'name', text, score: 2.6, is: 'organisation' };
  const score = personScore(text);
  if (score >= 0.5) return { kind: 'name', text, score };
  const split = splitHonorific(text);
  if (split)
    return {
      kind: 'name',
      text: split.name,
      honorific: split.honorific,
      score: personScore(split.name) + 1.6,
    };
  if (isLatinName(text)) return { kind: 'name', text, score: 1.6 };
  return undefined;
}

/** Several names in one token: 甲、乙, 甲及乙. */
function namesIn(text: string): Token[] | undefined {
  const parts = text.split(between).filter((part) => part !== '');
  if (parts.length < 2) return undefined;
  const names = parts.map((part) => nameToken(part));
  return names.every((name) => name !== undefined) ? (names as Token[]) : undefined;
}

/** Roles with the name at their end and nothing between: 立法會議員盧偉國. */
function gluedName(text: string): Token[] | undefined {
  const titled = splitOffHonorific(text);
  if (titled) {
    const glued = gluedName(titled.rest);
    const name = glued?.find((token) => token.kind === 'name');
    if (name?.kind === 'name') {
      name.honorific = titled.honorific;
      return glued;
    }
  }
  const chars = [...text];
  for (const length of [3, 4, 2]) {
    const name = chars.slice(-length).join('');
    const roles = chars
      .slice(0, -length)
      .join('')
      .replace(/[、，]$/u, '');
    if (
      personScore(name) >= 0.9 &&
      roleScore(text) < 2 &&
      roleScore(roles.split(/[、，]/u).at(-1) ?? '') >= 2.4
    ) {
      return [
        { kind: 'roles', texts: cutRoles(roles), score: 2 },
        { kind: 'name', text: name, score: personScore(name) },
      ];
    }
  }
  return undefined;
}

function tokensOf(piece: string, inBracket: boolean): Token[] {
  if (inBracket) {
    const inner = piece.split(/\s+/u).flatMap((part) => cutRoles(part));
    const score = Math.max(0, ...inner.map(roleScore));
    const asName = nameToken(piece);
    if (asName && score < 2) return [asName];
    return [{ kind: 'roles', texts: inner, score, bracket: true }];
  }
  if (isHonorific(piece) && !standsAlone(piece)) return [{ kind: 'honorific', text: piece }];
  const names = namesIn(piece);
  if (names) return names;
  const role = Math.max(...cutRoles(piece).map(roleScore));
  const name = nameToken(piece);
  if (
    name &&
    (role < 2 ||
      (name.kind === 'name' && (name.honorific !== undefined || (name.score > 2 && widthOf(piece) <= 4))))
  )
    return [name];
  if (isHonorific(piece)) return [{ kind: 'honorific', text: piece }];
  const glued = gluedName(piece);
  if (glued) return glued;
  if (role >= 0.8) return [{ kind: 'roles', texts: cutRoles(piece), score: role }];
  return [{ kind: 'unknown', text: piece }];
}

/** A title that stands before any name is a role: 藥劑師：司徒嘉博士. */
function titlesAsRoles(tokens: Token[]): Token[] {
  const name = tokens.findIndex(({ kind }) => kind === 'name');
  return tokens.map((token, at): Token => {
    if (token.kind !== 'honorific' || (name >= 0 && at > name)) return token;
    return { kind: 'roles', texts: [token.text], score: Math.max(1, roleScore(token.text)) };
  });
}

/** Cuts a line at blanks, brackets and the colon before a name; closes up padded and Latin names. */
function tokenise(line: string): Token[] {
  // Roles and name parted by a colon, for each of several authors.
  const text = line.replace(/([^\s：:]+)\s*[：:]\s*([^\s：:]+)/gu, (whole, roles: string, name: string) =>
    cutRoles(roles).every((role) => roleScore(role) >= 0.8) && nameToken(name) ? `${roles} ${name}` : whole,
  );
  const colon = /^(.+?)\s*[：:]\s*(\S.*)$/u.exec(text);
  if (colon) {
    const [, before = '', after = ''] = colon;
    const roles = titlesAsRoles(tokenise(before));
    if (roles.length > 0 && roles.every((token) => token.kind === 'roles'))
      return [...roles, ...tokenise(after)];
    return [{ kind: 'unknown', text }];
  }
  const pieces: { text: string; inBracket: boolean }[] = [];
  // A bracket inside a word belongs to it (學會（香港）副會長); one at its end may hold the roles of the name before it.
  for (const [word] of text
    .replace(/([）)])[、，,；;]/gu, '$1 ')
    .matchAll(/(?:[（(][^（()）]*[）)]|[^\s（(])+/gu)) {
    const bracket = /^(.*?)[（(]([^（()）]*)[）)][、，,；;]?$/u.exec(word);
    const [before, inside] = bracket ? [bracket[1] ?? '', bracket[2] ?? ''] : [word, ''];
    if (bracket && roleScore(word) >= 2 && !nameToken(before)) pieces.push({ text: word, inBracket: false });
    else {
      const text = before.replace(/^[、，,；;]+|[、，,；;]+$/gu, '');
      if (text !== '') pieces.push({ text, inBracket: false });
      if (inside.trim() !== '') pieces.push({ text: inside.trim(), inBracket: true });
    }
  }
  closePadding(pieces);
  return pieces.flatMap(({ text: piece, inBracket }) => tokensOf(piece, inBracket));
}

const latinWords = /^[\p{Script=Latin}.'’-]+$/u;

/** Joins the letters of a padded name (陳 勇, 陳 方 安 生, 歐陽 修) and the words of a Latin one, in place. */
function closePadding(pieces: { text: string; inBracket: boolean }[]): void {
  const isSingle = (at: number): boolean => {
    const piece = pieces[at];
    return (
      piece !== undefined && !piece.inBracket && [...piece.text].length === 1 && hanCount(piece.text) === 1
    );
  };
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at];
    if (piece === undefined || piece.inBracket) continue;
    // A title may be set close to the last letter of a padded name: 陳　勇博士, Dominic Lau博士.
    const next = pieces[at + 1];
    const titled = next && !next.inBracket ? splitOffTitle(next.text) : undefined;
    if (
      titled &&
      (isSingle(at)
        ? personScore(piece.text + titled.name) > 0 && [...titled.name].length <= 2
        : latinWords.test(piece.text) && latinWords.test(titled.name))
    ) {
      const blank = latinWords.test(titled.name) ? ' ' : '';
      pieces.splice(at, 2, { text: `${piece.text}${blank}${next?.text}`, inBracket: false });
      continue;
    }
    const mayBegin = isSingle(at) || (hanCount(piece.text) === 2 && personScore(`${piece.text}某`) >= 2.6);
    if (mayBegin) {
      let end = at + 1;
      while (isSingle(end) && end - at < 4) end++;
      const joined = pieces.slice(at, end).map(({ text }) => text);
      const closed = joined.join('');
      if (joined.length > 1 && (personScore(closed) > 0 || isHouseAuthor(closed)))
        pieces.splice(at, joined.length, { text: closed, inBracket: false });
    }
    while (
      latinWords.test(pieces[at]?.text.replace(/ /g, '') ?? '') &&
      latinWords.test(pieces[at + 1]?.text ?? '') &&
      pieces[at + 1]?.inBracket === false
    ) {
      const next = pieces.splice(at + 1, 1)[0];
      const here = pieces[at];
      if (here && next) here.text = `${here.text} ${next.text}`;
    }
  }
}

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
export function parseByline(text: string): Byline | undefined {
  let rest = text.trim();
  if (rest === '' || widthOf(rest) > 90 || notInBylines.test(rest) || authorNote.test(simplify(rest)))
    return undefined;
  let [marked, bulleted] = [false, false];
  for (let again = true; again; ) {
    again = false;
    const bracket = wholeBracket.exec(rest);
    if (bracket) rest = (bracket.slice(1).find((inner) => inner !== undefined) ?? rest).trim();
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
  const reading = latinByline(rest) ?? apart(rest) ?? assemble(titlesAsRoles(tokenise(rest)), rest, marked);
  if (!reading) return undefined;
  const named = reading.authors.every(({ kind, name }) => kind === undefined && personScore(name) >= 1.4);
  return { ...reading, score: reading.score + (marked ? 4 : bulleted && named ? 1 : 0), marked };
}

/** Authors with their roles, parted by semicolons: 甲 某會會長；乙 某社秘書. */
function apart(rest: string): Omit<Byline, 'marked'> | undefined {
  const parts = rest.split(/\s*[；;]\s*/u);
  if (parts.length < 2) return undefined;
  const readings = parts.map((part) => assemble(titlesAsRoles(tokenise(part)), part, false));
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
  if ((tokens.length === 1 || hanCount(rest) === 2) && tokens.every(({ kind }) => kind !== 'name'))
    return loneAuthor(rest, marked);
  let score = 0;
  const authors: Author[] = [];
  const hasName = tokens.some((token) => token.kind === 'name');
  if (!hasName) {
    // A name that is in no list, before roles that are: still an author line.
    const roles = tokens.slice(1);
    const plausible = first.kind === 'unknown' && isPenName(first.text) && [...first.text].length <= 3;
    const areRoles = roles.every((token) => token.kind === 'roles' && token.score >= 1);
    if (!plausible || !areRoles || !roles.some((token) => token.kind === 'roles' && token.score >= 2))
      return undefined;
    tokens = [{ kind: 'name', text: first.text, score: 0.2 }, ...roles];
  }
  const rolesFirst =
    tokens[0]?.kind === 'roles' || (tokens[0]?.kind === 'unknown' && tokens.at(-1)?.kind === 'name');
  let pending: string[] = [];
  let best = 0;
  for (const [at, token] of tokens.entries()) {
    const last = authors.at(-1);
    if (token.kind === 'name') {
      authors.push({ ...author(token), ...(rolesFirst ? { roles: pending } : {}) });
      pending = [];
      score += token.score * (authors.length === 1 ? 0.8 : 0.4);
    } else if (token.kind === 'honorific') {
      if (!last) return undefined;
      if (at < tokens.length - 1 || !standsAlone(token.text)) {
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
  score += best * 1.2;
  if (authors.length > 6) return undefined;
  return authors.length > 0 ? { authors, score } : undefined;
}

/** Jane Lee, Senior Lecturer, University of … : the name, then roles between commas. */
function latinByline(rest: string): Omit<Byline, 'marked'> | undefined {
  if (hanCount(rest) > 0) return undefined;
  const [name = '', ...roles] = rest.split(/\s*,\s*/u);
  if (!isLatinName(name) || roles.length === 0 || roles.some((role) => role === '')) return undefined;
  return { authors: [{ name, roles }], score: 2.5 };
}

/** An author of one word: a pen name, or a body. */
function loneAuthor(rest: string, marked: boolean): Omit<Byline, 'marked'> | undefined {
  // Two characters with a wide gap between them are how a name of two is set.
  if (/^\p{Script=Han}[\s\u3000]{1,3}\p{Script=Han}$/u.test(rest))
    return { authors: [{ name: closeUp(rest), roles: [], kind: 'pen-name' }], score: marked ? 2 : 1.6 };
  if (isOrganisation(rest))
    return {
      authors: [{ name: rest, roles: [], kind: 'organisation' }],
      score: isPlainlyOrganisation(rest) ? 2.6 : 0.4,
    };
  if (isPenName(rest))
    return { authors: [{ name: rest, roles: [], kind: 'pen-name' }], score: marked ? 1 : -0.6 };
  return undefined;
}
