/** The words of an author line: names, roles, and titles that go with a name. */
import type { Author } from '../../src/article/schema.ts';
import {
  isHonorific,
  isHouseAuthor,
  isLatinName,
  isRareName,
  personScore,
  splitHonorific,
  splitOffHonorific,
} from './names.ts';
import { Sieve } from './needs.ts';
import { remembered } from './remembered.ts';
import { cutRoles, goesWithName, honourBehind, roleScore, standsAlone } from './roles.ts';
import { hanCount, isHanUnit, isPair, lastPoints, simplifyPattern, widthOf } from './text.ts';

const between = simplifyPattern(/\s*(?:[、，,；;／/∕｜|&＆]|及|與|和|\band\b)\s*/u);

export type Token =
  | { kind: 'name'; text: string; score: number; honorific?: string; is?: Author['kind'] }
  | { kind: 'roles'; texts: string[]; score: number; bracket?: boolean }
  | { kind: 'honorific'; text: string }
  | { kind: 'unknown'; text: string };

/** Removes the blanks that pad a short name: 陳　勇 → 陳勇. */
export function closeUp(name: string): string {
  if (!/\s/u.test(name)) return name;
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
      score: Math.max(0.3, personScore(split.name)) + 1.6,
    };
  if (isLatinName(text)) return { kind: 'name', text, score: 1.6 };
  return undefined;
}

/** A name, a pause and roles. */
const nameBeforeRoles = /^(\p{Script=Han}{2,4})[、，,；;](.{4,})$/u;
const joints = new Sieve([between, nameBeforeRoles], true);
const [betweenAt, nameBeforeRolesAt] = [0, 1];

/** Several names in one token: 甲、乙, 甲及乙. */
function namesIn(text: string): Token[] | undefined {
  const parts = text.split(between).filter((part) => part !== '');
  if (parts.length < 2) return undefined;
  const names = parts.map((part) => nameToken(part));
  return names.every((name) => name !== undefined) ? (names as Token[]) : undefined;
}

/** A name, a pause and the roles of the author behind it, as where several stand in a row: 某會會長 甲、某社社長 乙. */
function rolesBehindName(piece: string): Token[] | undefined {
  const [, text = '', roles = ''] = nameBeforeRoles.exec(piece) ?? [];
  const name = personScore(text) >= 1.4 ? nameToken(text) : undefined;
  const texts = cutRoles(roles);
  const score = Math.min(...texts.map(roleScore));
  return name && score >= 2 ? [name, { kind: 'roles', texts, score }] : undefined;
}

/**
 * Roles with the name at their end and nothing between: 立法會議員盧偉國.
 *
 * @param score how much the whole reads as a role
 */
function gluedName(text: string, score: number): Token[] | undefined {
  const titled = splitOffHonorific(text, 4);
  // The title at the end of a role belongs to the role: 某某公會前會長.
  if (titled && (score < 2 || goesWithName(titled.honorific))) {
    const glued = gluedName(titled.rest, roleScore(titled.rest));
    const name = glued?.find((token) => token.kind === 'name');
    if (name?.kind === 'name') {
      name.honorific = titled.honorific;
      return glued;
    }
  }
  if (score >= 2) return undefined;
  for (const length of [3, 4, 2]) {
    const name = lastPoints(text, length);
    if (personScore(name) < 0.9) continue;
    const roles = text.slice(0, text.length - name.length).replace(/[、，]$/u, '');
    if (roleScore(roles.split(/[、，]/u).at(-1) ?? '') >= 2.4) {
      return [
        { kind: 'roles', texts: cutRoles(roles), score: 2 },
        { kind: 'name', text: name, score: personScore(name) },
      ];
    }
  }
  return undefined;
}

/** A name with an honour right behind it: 謝以恆太平紳士. */
function honouredName(piece: string): Token[] | undefined {
  const honour = honourBehind(piece);
  const name = honour === undefined ? undefined : nameToken(piece.slice(0, -honour.length));
  return honour !== undefined && name
    ? [name, { kind: 'roles', texts: [honour], score: roleScore(honour) }]
    : undefined;
}

function tokensOf(piece: string, inBracket: boolean): Token[] {
  if (inBracket) {
    // Roles in Latin letters are one phrase, commas and all.
    const inner = hanCount(piece) === 0 ? [piece] : piece.split(/\s+/u).flatMap((part) => cutRoles(part));
    const score = Math.max(0, ...inner.map(roleScore));
    const asName = nameToken(piece);
    if (asName && score < 2) return [asName];
    return [{ kind: 'roles', texts: inner, score, bracket: true }];
  }
  if (isHonorific(piece) && !standsAlone(piece)) return [{ kind: 'honorific', text: piece }];
  joints.look(piece);
  const mayBeforeRoles = joints.may(nameBeforeRolesAt);
  const names = joints.may(betweenAt) ? namesIn(piece) : undefined;
  if (names) return names;
  const behind = mayBeforeRoles ? rolesBehindName(piece) : undefined;
  if (behind) return behind;
  const honoured = honouredName(piece);
  if (honoured) return honoured;
  const role = Math.max(...cutRoles(piece).map(roleScore));
  const name = nameToken(piece);
  if (
    name &&
    (role < 2 ||
      (name.kind === 'name' && (name.honorific !== undefined || (name.score > 2 && widthOf(piece) <= 4))))
  )
    return [name];
  if (isHonorific(piece)) return [{ kind: 'honorific', text: piece }];
  const glued = gluedName(piece, roleScore(piece));
  if (glued) return glued;
  if (role >= 0.8) return [{ kind: 'roles', texts: cutRoles(piece), score: role }];
  return [{ kind: 'unknown', text: piece }];
}

const wordsOf = remembered((piece: string) => tokensOf(piece, false));

/** A title that stands before any name is a role: 藥劑師：司徒嘉博士. */
function titlesAsRoles(tokens: Token[]): Token[] {
  const name = tokens.findIndex(({ kind }) => kind === 'name');
  return tokens.map((token, at): Token => {
    if (token.kind !== 'honorific' || (name >= 0 && at > name)) return token;
    return { kind: 'roles', texts: [token.text], score: Math.max(1, roleScore(token.text)) };
  });
}

function areRoles(tokens: readonly Token[]): boolean {
  return tokens.length > 0 && tokens.every(({ kind }) => kind === 'roles');
}

const bar = /\s*[｜|／/∕●○◆◇■□•]\s*/u;
const comma = /\s*[，,]\s*/u;

/** Name and roles that a bar or a comma parts: 湯慧嫻｜某會總幹事, 歐陽霽，某中心研究員. */
function partedTokens(text: string, mark: RegExp): Token[] | undefined {
  const parts = text.split(mark);
  if (parts.length < 2 || parts.some((part) => part === '')) return undefined;
  const tokens = parts.map((part) => tokenise(part));
  const isOf = (kind: Token['kind']) => (each: readonly Token[]) => each.some((token) => token.kind === kind);
  // A name that is in no list, before roles that are.
  const [[first, ...more] = [], ...others] = tokens;
  const isLone = first?.kind === 'unknown' && more.length === 0;
  if (isLone && others.every(areRoles) && isRareName(first.text)) return tokens.flat();
  const known = tokens.every((each) => each.length > 0 && !isOf('unknown')(each));
  return known && tokens.some(isOf('name')) && tokens.some(isOf('roles')) ? tokens.flat() : undefined;
}

/** Roles and name that a colon parts. */
const ofRoles = /([^\s：:]+)\s*[：:]\s*([^\s：:]+)/gu;
/** A pause behind a name that a colon stands before, and before the next roles with a colon. */
const behindName =
  /([：:]\s*\p{Script=Han}{2,4})[、，,；;]\s*(?=[^：:\s]{4,}[：:]\s*\p{Script=Han}{2,4}(?:[、，,；;\s]|$))/gu;
const atColon = /^(.+?)\s*[：:]\s*(\S.*)$/u;
const behindBracket = /([）)])[、，,；;]/gu;
/** A bracket inside a word belongs to it: 學會（香港）副會長. */
const bracketedWord = /(?:[（(][^（()）]*[）)]|[^\s（(])+/gu;
const endBracket = /^(.*?)[（(]([^（()）]*)[）)][、，,；;]?$/u;
const latinWithComma = /^[\p{Script=Latin}.'’&-]+,$/u;
const outerPausesButComma = /^[、，,；;]+|[、，；;]+$/gu;
const outerPauses = /^[、，,；;]+|[、，,；;]+$/gu;
const marks = new Sieve([bar, comma, /[：:]/u, /[（(]/u, /[、，,；;]/u, /\s/u]);
const [barAt, commaAt, colonAt, bracketAt, pauseAt, blankAt] = [0, 1, 2, 3, 4, 5];

type Piece = { text: string; inBracket: boolean };

function wordsIn({ text, inBracket }: Piece): Token[] {
  return inBracket ? tokensOf(text, true) : wordsOf(text);
}

/** A name that is in no list, before roles that are, is no longer. */
export const longestUnlisted = 5;

/** Whether pieces begin with what is neither a name nor a role, nor short enough for a name that is in no list, and end with no name. */
function areOfNobody(pieces: readonly Piece[]): boolean {
  const first = pieces[0];
  const last = pieces.at(-1);
  return (
    first !== undefined &&
    last !== undefined &&
    pieces.length > 1 &&
    hanCount(first.text) > longestUnlisted &&
    wordsIn(first)[0]?.kind === 'unknown' &&
    wordsIn(last).at(-1)?.kind !== 'name'
  );
}

/** @param isWhole whether it is all that may tell an author: then a line that plainly names none has no words */
function tokenise(line: string, isWhole = false): Token[] {
  marks.look(line);
  const hasBar = marks.may(barAt);
  const hasComma = marks.may(commaAt);
  const hasColon = marks.may(colonAt);
  const hasBracket = marks.may(bracketAt);
  const hasPause = marks.may(pauseAt);
  const hasBlank = marks.may(blankAt);
  const parted = (hasBar && partedTokens(line, bar)) || (hasComma && partedTokens(line, comma));
  if (parted) return parted;
  // Roles and name parted by a colon, for each of several authors.
  const text = !hasColon
    ? line
    : line
        .replace(behindName, '$1 ')
        .replace(ofRoles, (whole, roles: string, name: string) =>
          cutRoles(roles).every((role) => roleScore(role) >= 0.8) && nameToken(name)
            ? `${roles} ${name}`
            : whole,
        );
  const colon = hasColon ? atColon.exec(text) : null;
  if (colon) {
    const [, before = '', after = ''] = colon;
    const roles = titlesAsRoles(tokenise(before));
    const isOfRoles = areRoles(roles);
    // A name that is in no list, behind roles that are.
    if (isOfRoles && !nameToken(after) && roleScore(after) < 1 && isRareName(after))
      return [...roles, { kind: 'name', text: after, score: 0.6 }];
    if (isOfRoles) return [...roles, ...tokenise(after)];
    return [{ kind: 'unknown', text }];
  }
  const pieces: Piece[] = [];
  const add = (text: string, inBracket: boolean): void => {
    if (text !== '') pieces.push({ text, inBracket });
  };
  const trimmed = (word: string): string =>
    hasPause ? word.replace(latinWithComma.test(word) ? outerPausesButComma : outerPauses, '') : word;
  if (!hasColon && !hasBracket && !hasPause && !hasBlank) add(text, false);
  else if (!hasBracket)
    for (const word of (hasPause ? text.replace(behindBracket, '$1 ') : text).split(/\s+/u))
      add(trimmed(word), false);
  else
    for (const [word] of text.replace(behindBracket, '$1 ').matchAll(bracketedWord)) {
      // A bracket at the end of a word may hold the roles of the name before it.
      const bracket = endBracket.exec(word);
      const [before, inside] = bracket ? [bracket[1] ?? '', bracket[2] ?? ''] : [word, ''];
      if (bracket && roleScore(word) >= 2 && !nameToken(before)) add(word, false);
      else {
        add(trimmed(before), false);
        add(inside.trim(), true);
      }
    }
  closePadding(pieces);
  return isWhole && areOfNobody(pieces) ? [] : pieces.flatMap(wordsIn);
}

const latinWords = /^[\p{Script=Latin}.'’&-]+,?$/u;

/** Whether a text is one Han character. */
function isLetter(text: string): boolean {
  return text.length === (isPair(text, 0) ? 2 : 1) && hanCount(text) === 1;
}

/** Whether a text is words in Latin letters, which most lines have none of. */
function isLatin(text: string): boolean {
  return !isHanUnit(text.charCodeAt(0)) && latinWords.test(text.replace(/,? /g, ''));
}

/** Joins the letters of a padded name (陳 勇, 陳 方 安 生, 歐陽 修) and the words of a Latin one, in place. */
function closePadding(pieces: Piece[]): void {
  const isSingle = (at: number): boolean => {
    const piece = pieces[at];
    return piece !== undefined && !piece.inBracket && isLetter(piece.text);
  };
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at];
    if (piece === undefined || piece.inBracket) continue;
    // A title may be set close to the last letter of a padded name: 陳　勇博士, Dominic Lau博士.
    const next = pieces[at + 1];
    const titled = next && !next.inBracket ? splitOffHonorific(next.text, 1) : undefined;
    if (
      titled &&
      (isSingle(at)
        ? personScore(piece.text + titled.rest) > 0 && [...titled.rest].length <= 2
        : latinWords.test(piece.text) && latinWords.test(titled.rest))
    ) {
      const blank = latinWords.test(titled.rest) ? ' ' : '';
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
      isLatin(pieces[at]?.text ?? '') &&
      latinWords.test(pieces[at + 1]?.text ?? '') &&
      pieces[at + 1]?.inBracket === false
    ) {
      const next = pieces.splice(at + 1, 1)[0];
      const here = pieces[at];
      if (here && next) here.text = `${here.text} ${next.text}`;
    }
    const here = pieces[at];
    if (here && isLatin(here.text)) here.text = here.text.replace(/,$/u, '');
  }
}

/**
 * Cuts a line at blanks, brackets and the colon before a name into names, roles and titles; closes up padded and Latin names.
 *
 * @returns none where the line plainly names no author
 */
export function tokensOfLine(line: string): Token[] {
  return titlesAsRoles(tokenise(line, true));
}
