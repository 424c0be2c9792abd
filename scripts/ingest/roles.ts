/** What looks like a role (職銜), and how a run of roles is cut. */
import { honours, organisationEndings, roleBeginnings, roleEndings, rolesWhenAlone } from './data/roles.ts';
import { hanCount, simplify, simplifyPattern, widthOf } from './text.ts';

const endings = [...roleEndings, ...honours].map(simplify);
const beginnings = roleBeginnings.map(simplify);
const bodies = organisationEndings.map(simplify);
const alone = new Set([...rolesWhenAlone, ...honours].map(simplify));
/** What may stand behind the role word: (候任), （財政）, a number, 之一. */
const tail = /(?:[（(][^（()）]{1,10}[）)]|之一|[一二三四])$/u;

/** Last characters of roles that no list holds: 書記官, 資訊安全師. */
const oneCharacter = simplifyPattern(/[員師官長家]$/u);

/** How much a text reads as one role: 0 (not at all) to 3. */
export function roleScore(text: string): number {
  const plain = simplify(text).replace(tail, '');
  const width = widthOf(plain);
  if (width < 2 || width > 50 || /[。！？；，]/u.test(plain)) return 0;
  if (alone.has(plain)) return 3;
  let score = 0;
  if (endings.some((ending) => plain.endsWith(ending))) score = hanCount(plain) >= 3 ? 2.4 : 1.4;
  else if (bodies.some((ending) => plain.endsWith(ending)) && hanCount(plain) >= 5) score = 0.8;
  else if (oneCharacter.test(plain) && hanCount(plain) >= 5) score = 1;
  if (score > 0 && beginnings.some((beginning) => plain.startsWith(beginning))) score += 0.4;
  return score;
}

/** Whether the text is a role that can stand alone behind a name (大律師, 太平紳士, 醫生). */
export function standsAlone(text: string): boolean {
  return alone.has(simplify(text));
}

/**
 * Cuts roles that are joined by 、 or the like: 港區全國人大代表、民建聯副主席 are two, 工商、專業界聯席主席 is one.
 *
 * @returns the roles as printed; the whole text where a part would not read as a role
 */
export function cutRoles(text: string): string[] {
  const pieces = text.split(/(\s*[、，,；;／/｜|]\s*)/u);
  const roles: string[] = [];
  let held = '';
  for (let at = 0; at < pieces.length; at += 2) {
    const part = pieces[at] ?? '';
    const isLast = at + 2 > pieces.length - 1;
    if (part !== '' && (roleScore(part) >= 1 || isLast)) {
      roles.push(`${held}${part}`);
      held = '';
    } else if (part !== '') held += `${part}${isLast ? '' : (pieces[at + 1] ?? '')}`;
  }
  return held === '' ? roles : [text];
}
