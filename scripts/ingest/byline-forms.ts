/** Author lines that are not read word by word: names in Latin letters, other names, roles told apart from the names. */
import type { Author } from '../../src/article/schema.ts';
import { type Authors, authorsFrom } from './byline-authors.ts';
import { tokensOfLine } from './byline-words.ts';
import { isLatinName, personScore } from './names.ts';
import { Sieve } from './needs.ts';
import { cutRoles, roleScore } from './roles.ts';
import { hanCount, simplify, simplifyPattern } from './text.ts';

const notTheName = simplifyPattern(/[（(](?:化名|筆名|假名)[）)]/u);
const told = /^(?<names>[^（(]+)[（(](?<told>[^（()）]+[：:][^（()）]+)[）)]$/u;
const semicolon = /\s*[；;]\s*/u;
const partings = new Sieve([told, semicolon, notTheName]);
const [toldAt, semicolonAt, notTheNameAt] = [0, 1, 2];

/** A name of two characters may be set apart. */
const lastWord = /(?:^|\s)([^\s（）()]{1,6}|\p{Script=Han}[\s\u3000]{1,2}\p{Script=Han})$/u;

/** One who is named otherwise than the line says: 的士司機 阿良（化名）. */
function pseudonymous(rest: string): Authors | undefined {
  const match = partings.may(notTheNameAt) ? notTheName.exec(simplify(rest)) : null;
  if (!match) return undefined;
  const before = rest.slice(0, match.index);
  const after = rest.slice(match.index + match[0].length);
  const name = lastWord.exec(before)?.[1] ?? '';
  const roles = `${before.slice(0, before.length - name.length)} ${after}`
    .split(/[\s，,、]+/u)
    .flatMap((part) => (part === '' ? [] : cutRoles(part)));
  if (hanCount(name) < 2 || roles.some((role) => roleScore(role) < 0.8)) return undefined;
  return { authors: [{ name: name.replace(/\s/gu, ''), roles, kind: 'pen-name' }], score: 4 };
}

/**
 * Roles that are told by name, in a bracket behind the names: 梅遠洲　賀思齊（梅遠洲：某社社長　賀思齊：某室主任）.
 */
function toldByName(rest: string): Authors | undefined {
  const match = partings.may(toldAt) ? told.exec(rest) : null;
  const { names = '', told: said = '' } = match?.groups ?? {};
  const found = names === '' ? undefined : authorsFrom(tokensOfLine(names), names, false);
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
function apart(rest: string): Authors | undefined {
  if (!partings.may(semicolonAt)) return undefined;
  const parts = rest.split(semicolon);
  const readings = parts.map((part) => authorsFrom(tokensOfLine(part), part, false));
  const isPerson = ({ kind, name }: Author): boolean => kind !== 'pen-name' && name !== '';
  if (!readings.every((reading) => reading?.authors.every(isPerson))) return undefined;
  return {
    authors: readings.flatMap((reading) => reading?.authors ?? []),
    score: Math.max(...readings.map((reading) => reading?.score ?? 0)),
  };
}

/** A name in Latin letters, and what stands behind it with a wide blank or a bar between. */
const latinApart = /^(\S+(?: \S+){0,3}?)(?:\u3000+|\s{2,}|\s*[｜|]\s*)(\S.{5,})$/u;
/** A role in Latin letters: no sentence, and with a comma or a word that roles are named by. */
const latinRole =
  /^(?=[A-Z])(?=.*(?:,|\b(?:Professor|Lecturer|Director|Manager|Chair\w*|President|Head|Partner|Fellow|Economist|Analyst|Editor|Founder|CEO|Officer|Strategist|Consultant)\b)).*[^.!?]$/u;

/** Jane Lee, Senior Lecturer, University of … : the name, then roles between commas, or behind a wide blank as they are. */
function latinByline(rest: string): Authors | undefined {
  if (hanCount(rest) > 0) return undefined;
  const [, alone = '', role = ''] = latinApart.exec(rest) ?? [];
  if (latinRole.test(role) && isLatinName(alone))
    return { authors: [{ name: alone, roles: [role] }], score: 3 };
  const [name = '', ...roles] = rest.split(/\s*,\s*/u);
  if (!isLatinName(name) || roles.length === 0 || roles.some((role) => role === '')) return undefined;
  return { authors: [{ name, roles }], score: 2.5 };
}

/** Names in both scripts, with nothing else: Priya Menon、霍淑賢. */
function namesInBoth(rest: string): Authors | undefined {
  if (!/\p{Script=Latin}/u.test(rest)) return undefined;
  const names = rest.split(/\s*(?:[、&]|與|及|和)\s*/u);
  const isName = (name: string): boolean => isLatinName(name) || personScore(name) >= 1.2;
  if (names.length < 2 || hanCount(rest) === 0 || !names.every(isName)) return undefined;
  return { authors: names.map((name) => ({ name, roles: [] })), score: 2 };
}

/** Reads a line that has one of these forms. */
export function authorsInForm(rest: string): Authors | undefined {
  partings.look(rest);
  return latinByline(rest) ?? pseudonymous(rest) ?? toldByName(rest) ?? apart(rest) ?? namesInBoth(rest);
}
