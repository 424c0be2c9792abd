/** Roles and names of bodies that are broken over the end of a line. */
import type { Unit } from './layout.ts';
import type { Features } from './looks.ts';
import { isOrganisation, personScore } from './names.ts';
import { goesWithName, roleScore } from './roles.ts';
import { hanCount, simplify, simplifyPattern } from './text.ts';
import { cutsWord } from './words.ts';

const isBlank = (text: string, at: number): boolean => text.charAt(at).trim() === '';

/** What stands behind the last blank of a line. */
function lastPart(text: string): string {
  let from = text.length;
  while (from > 0 && !isBlank(text, from - 1)) from--;
  return text.slice(from);
}

/** What stands before the first blank of a line. */
function firstPart(text: string): string {
  let to = 0;
  while (to < text.length && !isBlank(text, to)) to++;
  return text.slice(0, to);
}

/** No role begins with these: they are the end of the name of a body. */
const bodyGoesOn = simplifyPattern(
  /^(?:及|暨|學會|協會|公會|總會|聯會|商會|工會|聯盟|中心|委員會|基金|學院|學系|學部|研究所|研究院|研究室|事務所|管理局|發展局|促進會|協進會|互助會|理事會|董事會|關注(?:組|聯席|網絡|團)|工作組|小組(?!員)|專責小組|研究組|議會|分會|協作會|集團|公司|聯席會議|同盟|學社|辦公室)/u,
);

/** Whether the last of several roles is none before the next line completes it: 議員、資訊保安聯盟榮譽 / 顧問、前警司. */
function endsWithHalf(above: string, below: string): boolean {
  const roles = above.split('、');
  const last = roles.pop() ?? '';
  const [next = ''] = below.split('、');
  return (
    roles.length > 0 &&
    roleScore(last) < 1 &&
    roles.every((role) => roleScore(role) >= 1) &&
    roleScore(last + next) >= 1
  );
}

/** No name has more characters, but for foreign ones. */
const longestName = 4;

/**
 * Whether a line ends in the first half of a role whose second half begins the next: 某某學會 / 副會長.
 *
 * @param isBelowName whether a name stands over the two lines, so that neither is a headline
 */
export function halvesRole(above: string, below: string, isBelowName: boolean): boolean {
  const second = firstPart(below);
  if (roleScore(second) < 1) return false;
  const first = lastPart(above);
  if (goesWithName(first)) return false;
  if (hanCount(first) >= 4 && bodyGoesOn.test(simplify(second))) return true;
  if (endsWithHalf(first, second)) return true;
  // A name that stands alone has its roles below it; what is no role at the end of a line with a name needs more.
  const isBody = isOrganisation(first);
  const isWhole = first === above.trim();
  if (isWhole && isBelowName && hanCount(first) > longestName && roleScore(first) === 0)
    return roleScore(first + second) >= 2;
  const isHalf = isWhole ? isBody : hanCount(first) > 1 && personScore(first) < 0.5;
  return isHalf && roleScore(first) < (isBody ? 1.5 : 1) && roleScore(first + second) >= 1;
}

/** Whether a line begins with the end of the name of a body, and the one above it holds its beginning: 推廣 / 委員會委員. */
export function endsBody(above: Unit | undefined, unit: Unit, seen: Features | undefined): boolean {
  if (!above || !seen || unit.gap > 0 || seen.ending !== 'open' || seen.furniture) return false;
  return bodyGoesOn.test(simplify(unit.text.slice(0, 4))) && hanCount(lastPart(above.text)) >= 4;
}

/** How many characters a role has at least that names the body it is held in, and one that is whole without a body. */
const [roleOfBody, wholeRole] = [7, 4];

/** Whether a line ends with a role and the next begins with another one: 某某學會主席 / 某大學某系副教授. */
export function rolesApart(above: string, below: string): boolean {
  const second = firstPart(below);
  if (hanCount(second) < wholeRole || roleScore(second) < 2) return false;
  const first = lastPart(above);
  return hanCount(first) >= roleOfBody && roleScore(first) >= 2 && !bodyGoesOn.test(simplify(second));
}

/** Whether roles in brackets go on in the next line. */
export function isInBrackets(above: string, below: string): boolean {
  return /[（(][^（()）]*[、，,；;]$/u.test(above) && /^[^（(]*[）)]$/u.test(below);
}

/** Whether an author line goes on in the next line, for it fills its column or ends within a role. */
export function isBroken(above: Unit, below: Unit, isBelowName: boolean): boolean {
  if (isInBrackets(above.text, below.text)) return true;
  if (halvesRole(above.text, below.text, isBelowName)) return true;
  if (rolesApart(above.text, below.text)) return false;
  if (!above.full && !cutsWord(above.text, below.text)) return false;
  // A line may fill its column and end with its last role: then what is below is no role, not even with its help.
  const first = lastPart(above.text);
  const second = firstPart(below.text);
  // What is a role by itself is no second half of what none is, whatever word the two make.
  if (!above.full && roleScore(first) === 0 && hanCount(second) >= wholeRole && roleScore(second) >= 2.4)
    return false;
  return roleScore(first) < 1 || roleScore(first + second) >= 1;
}
