/** Authors with their roles, from the words of an author line in their order. */
import type { Author } from '../../src/article/schema.ts';
import type { Token } from './byline-tokens.ts';
import { longestUnlisted } from './byline-words.ts';
import { isOrganisation, isPaddedName, isPenName, isPlainlyOrganisation } from './names.ts';
import { closeUp } from './padding.ts';
import { goesWithName, standsAlone } from './roles.ts';
import { hasSeriesWord } from './series-look.ts';
import { hanCount, simplify, simplifyPattern, widthOf } from './text.ts';
import { segmentsOf } from './words.ts';

/** Who wrote, in which roles, and how much the line looks as if it said so. */
export type Authors = { authors: Author[]; score: number };

function author(token: Extract<Token, { kind: 'name' }>): Author {
  return {
    name: closeUp(token.text),
    ...(token.honorific ? { honorific: token.honorific } : {}),
    roles: [],
    ...(token.is ? { kind: token.is } : {}),
  };
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

/** An author of one word: a pen name, or a body. */
function loneAuthor(rest: string, marked: boolean): Authors | undefined {
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
  if (isPenName(rest)) {
    const score = marked ? 1 : hasSeriesWord(rest) ? -1.6 : -0.6;
    return { authors: [{ name: rest, roles: [], kind: 'pen-name' }], score };
  }
  return undefined;
}

/** So sure, and so long, are roles that the word behind them is a name. */
const [sureRole, longRole] = [2, 5];

/** A name of three characters that no list holds, behind roles and nothing else. */
function nameBehind(tokens: readonly Token[]): Token | undefined {
  const last = tokens.at(-1);
  const roles = tokens.slice(0, -1);
  const isName =
    last?.kind === 'unknown' &&
    /^\p{Script=Han}{3}$/u.test(last.text) &&
    !hasSeriesWord(last.text) &&
    segmentsOf(last.text).length === 3;
  const areRoles = roles.every((token) => token.kind === 'roles' && token.score >= sureRole);
  const isLong = roles.some(
    (token) => token.kind === 'roles' && token.texts.some((text) => hanCount(text) >= longRole),
  );
  return isName && areRoles && isLong ? { kind: 'name', text: last.text, score: 0.2 } : undefined;
}

/**
 * Gives each name of a line its roles.
 *
 * @param tokens the words of the line
 * @param rest its text
 * @param marked whether a printed mark says that it names an author
 * @returns `undefined` where it can be no author line
 */
export function authorsFrom(tokens: Token[], rest: string, marked: boolean): Authors | undefined {
  const first = tokens[0];
  if (!first) return undefined;
  const isOneWord = tokens.length === 1 || isPaddedName(rest);
  if (isOneWord && tokens.every(({ kind }) => kind !== 'name')) return loneAuthor(rest, marked);
  let score = 0;
  const authors: Author[] = [];
  const hasName = tokens.some((token) => token.kind === 'name');
  if (!hasName) {
    // A name that is in no list, before roles that are, or behind them: still an author line.
    const behind = nameBehind(tokens);
    if (behind) return authorsFrom([...tokens.slice(0, -1), behind], rest, marked);
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
      // Behind the name that the roles stand before it can be nothing but the name's: 某會會長　施慕青　博士.
      const isOfName = rolesFirst && tokens[at - 1]?.kind === 'name' && goesWithName(token.text);
      if (isOfNext) pending.push(token.text);
      else if (isOfName && last.honorific === undefined) last.honorific = token.text;
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
