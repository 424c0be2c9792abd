/** Notes that say who wrote, after the text: 本文作者為全國港澳研究會理事顧敏康。 */
import type { Author } from '../../src/article/schema.ts';
import { parseByline } from './byline.ts';
import { personScore } from './names.ts';
import { simplify, simplifyPattern } from './text.ts';

const lead = simplifyPattern(
  /^[（(【[*＊※◆■●◎\s]*(?:本文|文章|本欄|此文|原文)?(?:作者|筆者)(?:簡介|介紹)?\s*(?<name>[\u4e00-\u9fff]{2,4}?)?\s*(?:[：:]|為|是|係|乃|現為|現任|，|,)\s*/u,
);
const stop = simplifyPattern(
  /[。；]|，(?=(?:曾|本文|文章|現居|著有|電郵|以上|內容|個人|不代表|純屬|歡迎|來函))/u,
);

/** The author that a note names, or `undefined` where it names none (作者為某會會長 without a name). */
export function authorOfNote(text: string): Author | undefined {
  const plain = simplify(text);
  const match = lead.exec(plain);
  if (!match) return undefined;
  const rest = text.slice(match[0].length).replace(/[）)】\]]+$/u, '');
  const end = stop.exec(simplify(rest));
  const said = (end ? rest.slice(0, end.index) : rest).trim();
  const given = match.groups?.name;
  if (given !== undefined && personScore(given) >= 1) {
    const at = plain.indexOf(given);
    const byline = parseByline(`${text.slice(at, at + given.length)} ${said.replace(/[，,]/gu, '、')}`);
    return byline?.authors[0];
  }
  const byline = parseByline(said) ?? parseByline(said.replace(/[，,]/gu, ' '));
  const author = byline?.authors[0];
  return author &&
    author.kind !== 'pen-name' &&
    (author.kind !== undefined || personScore(author.name) >= 1 || /[A-Za-z]/.test(author.name))
    ? author
    : undefined;
}
