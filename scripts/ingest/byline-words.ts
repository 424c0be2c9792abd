/** The words of an author line: names, roles, and titles that go with a name. */
import { nameToken, type Token, tokensOf } from './byline-tokens.ts';
import { isRareName } from './names.ts';
import { Sieve } from './needs.ts';
import { closePadding, type Piece } from './padding.ts';
import { remembered } from './remembered.ts';
import { cutRoles, roleScore } from './roles.ts';
import { hanCount } from './text.ts';

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

/**
 * Cuts a line at blanks, brackets and the colon before a name into names, roles and titles; closes up padded and Latin names.
 *
 * @returns none where the line plainly names no author
 */
export function tokensOfLine(line: string): Token[] {
  return titlesAsRoles(tokenise(line, true));
}
