/** Notes that say who wrote, after the text: 本文作者為全國港澳研究會理事顧敏康。 */
import type { Author } from '../../src/article/schema.ts';
import { parseByline } from './byline.ts';
import { personScore } from './names.ts';
import { Sieve } from './needs.ts';
import { cutRoles, roleScore } from './roles.ts';
import { simplify, simplifyPattern, withoutEnd } from './text.ts';

const lead = simplifyPattern(
  /^[（(【[*＊※◆■●◎\s]*(?:本文|文章|本欄|此文|原文)?(?:作者|筆者)(?:簡介|介紹)?\s*(?<name>(?![為是係乃現])[\u4e00-\u9fff]{2,4}?)?\s*(?:[：:]|為|是|係|乃|現為|現任|，|,)\s*/u,
);
const leadSieve = new Sieve([lead], true);
/** No opening words are longer, whatever blanks stand in them. */
const longestLead = 80;
const stop = simplifyPattern(
  /[。；]|，(?=(?:曾|本文|文章|現居|著有|電郵|以上|內容|個人|不代表|純屬|歡迎|來函))/u,
);

/** A note up to where it speaks of something else than its author. */
function upToStop(text: string): string {
  const end = stop.exec(simplify(text));
  return end ? text.slice(0, end.index) : text;
}

/** What a note says after its opening words, up to where it speaks of something else. */
function saidIn(text: string): { said: string } | undefined {
  const begin = text.slice(0, longestLead);
  const match = leadSieve.look(begin).mayAny() ? lead.exec(simplify(begin)) : null;
  if (!match) return undefined;
  // 筆者建議，… speaks of something else.
  const { name } = match.groups ?? {};
  if (name !== undefined && /[，,]\s*$/u.test(match[0]) && personScore(name) < 0.5) return undefined;
  const rest = withoutEnd(text.slice(match[0].length), '）)】]');
  return { said: upToStop(rest).trim() };
}

/** 甲為某職，乙為某職: each author of a note that names several. */
const several = simplifyPattern(
  /(?:作者|[，,；;、])\s*(?<name>(?![為是係乃現])[\u4e00-\u9fff]{2,4}?)(?:博士|教授|律師|醫生)?(?:為|是|係|乃|現為|現任)(?<role>[^，,；;。]{2,40})/gu,
);

/** Of a note's parts between commas those up to the first that speaks of something else than roles. */
function namedPart(said: string): string {
  const parts = said.split(/(?<=[，,])/u);
  const other = parts.findIndex(
    (part, at) => at > 0 && !cutRoles(withoutEnd(part, '，, ').trim()).some((role) => roleScore(role) >= 0.8),
  );
  return withoutEnd((other < 0 ? parts : parts.slice(0, other)).join(''), '，, ');
}

/** The authors that a note names; none where it gives roles alone (作者為某會會長). */
export function authorsOfNote(text: string): Author[] {
  const note = saidIn(text);
  if (!note) return [];
  const named = [...simplify(text).matchAll(several)].flatMap((match): Author[] => {
    const { name = '', role = '' } = match.groups ?? {};
    if (personScore(name) < 0.5) return [];
    const at = match.index + match[0].indexOf(name);
    const from = match.index + match[0].length - role.length;
    const said = text.slice(from, from + role.length);
    // The bracket at the end is the note's, where none was opened in the role.
    const roles = cutRoles(/[（(【[]/u.test(said) ? said : withoutEnd(said, '）)】]'));
    return [{ name: text.slice(at, at + name.length), roles }];
  });
  if (named.length > 0) return named;
  const said = namedPart(note.said);
  const byline = parseByline(said) ?? parseByline(said.replace(/[，,]/gu, ' '));
  return (byline?.authors ?? []).filter(
    ({ name, kind }) =>
      kind !== 'pen-name' &&
      roleScore(name) < 2 &&
      (kind !== undefined || personScore(name) >= 0.5 || /[A-Za-z]/.test(name)),
  );
}

const inTurn = simplifyPattern(/作者(?:依次|順序)?分別(?:為|是)\s*/u);

/** The roles of several authors in turn: 作者分別為某會會長、某社理事. None where they are not as many. */
export function rolesInTurn(text: string, authors: number): string[] {
  const match = authors > 1 ? inTurn.exec(simplify(text)) : null;
  if (!match) return [];
  const rest = withoutEnd(text.slice(match.index + match[0].length), '）)】]。');
  const roles = upToStop(rest).split(/\s*[、，,；;及和與与]\s*/u);
  return roles.length === authors && roles.every((role) => roleScore(role) >= 1) ? roles : [];
}

/** Behind a name that a byline has: what its bearer is, up to the next pause. */
const isSaid = simplifyPattern(
  /^(?:博士|教授|律師|醫生)?(?:現|分別)?(?:為|是|係|任)(?!了)(?<said>[^，,。；;]{2,40})/u,
);

/** The roles that a note gives an author whom the byline names: 張永健為教育政策學者，黎美儀為前中學校長。 */
export function rolesOfNamed(text: string, name: string): string[] {
  const at = text.indexOf(name);
  // A note begins with the names; a text that speaks of its author does so in the midst.
  if (at < 0 || !/(?:^|[，,；;。、（(]|作者)$/u.test(text.slice(0, at))) return [];
  const behind = text.slice(at + name.length, at + name.length + longestLead);
  const match = isSaid.exec(simplify(behind));
  const said = match?.groups?.said;
  if (!match || said === undefined) return [];
  const printed = behind.slice(match[0].length - said.length, match[0].length);
  const roles = cutRoles(printed).flatMap(cutAtAnd);
  return roles.every((role) => roleScore(role) >= 1.4) ? roles : [];
}

/** 某會理事及某大學講師 are two roles, 文化及體育委員 is one. */
function cutAtAnd(role: string): string[] {
  for (const { index } of role.matchAll(/[及和兼]/gu)) {
    const [first, second] = [role.slice(0, index), role.slice(index + 1)];
    if (roleScore(first) >= 2 && roleScore(second) >= 2) return [first, second];
  }
  return [role];
}

/** The roles that a note without a name gives its author: 作者為某會理事。 */
export function rolesOfNote(text: string): string[] {
  const note = saidIn(text);
  if (!note || authorsOfNote(text).length > 0) return [];
  const roles = namedPart(note.said)
    .split(/[，,\s]+/u)
    .flatMap((part) => cutRoles(part.replace(/^(?:現任|曾任|兼任)/u, '')))
    .flatMap(cutAtAnd);
  return roles.every((role) => roleScore(role) >= 1) ? roles : [];
}
