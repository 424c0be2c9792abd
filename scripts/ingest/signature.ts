/** Notes that say who wrote, after the text: 本文作者為全國港澳研究會理事顧敏康。 */
import type { Author } from '../../src/article/schema.ts';
import { parseByline } from './byline.ts';
import { personScore } from './names.ts';
import { cutRoles, roleScore } from './roles.ts';
import { simplify, simplifyPattern } from './text.ts';

const lead = simplifyPattern(
  /^[（(【[*＊※◆■●◎\s]*(?:本文|文章|本欄|此文|原文)?(?:作者|筆者)(?:簡介|介紹)?\s*(?<name>[\u4e00-\u9fff]{2,4}?)?\s*(?:[：:]|為|是|係|乃|現為|現任|，|,)\s*/u,
);
const stop = simplifyPattern(
  /[。；]|，(?=(?:曾|本文|文章|現居|著有|電郵|以上|內容|個人|不代表|純屬|歡迎|來函))/u,
);

/** What a note says after its opening words, up to where it speaks of something else. */
function saidIn(text: string): { name?: string; said: string } | undefined {
  const plain = simplify(text);
  const match = lead.exec(plain);
  if (!match) return undefined;
  const rest = text.slice(match[0].length).replace(/[）)】\]]+$/u, '');
  const end = stop.exec(simplify(rest));
  const said = (end ? rest.slice(0, end.index) : rest).trim();
  const given = match.groups?.name;
  if (given === undefined || personScore(given) < 0.5) return { said };
  const at = plain.indexOf(given);
  return { name: text.slice(at, at + given.length), said };
}

/** The author that a note names, or `undefined` where it names none (作者為某會會長 without a name). */
export function authorOfNote(text: string): Author | undefined {
  const note = saidIn(text);
  if (!note) return undefined;
  if (note.name !== undefined)
    return parseByline(`${note.name} ${note.said.replace(/[，,]/gu, '、')}`)?.authors[0];
  const byline = parseByline(note.said) ?? parseByline(note.said.replace(/[，,]/gu, ' '));
  const author = byline?.authors[0];
  if (!author || author.kind === 'pen-name') return undefined;
  const named = author.kind !== undefined || personScore(author.name) >= 0.5 || /[A-Za-z]/.test(author.name);
  return named && roleScore(author.name) < 2 ? author : undefined;
}

/** The roles that a note without a name gives its author: 作者為某會理事。 */
export function rolesOfNote(text: string): string[] {
  const note = saidIn(text);
  if (!note || note.name !== undefined || authorOfNote(text)) return [];
  const roles = note.said
    .split(/[，,\s]+/u)
    .flatMap((part) => cutRoles(part.replace(/^(?:現任|曾任|兼任)/u, '')));
  return roles.every((role) => roleScore(role) >= 1) ? roles : [];
}
