/** What looks like a role (職銜), and how a run of roles is cut. */
import {
  honorificsApart,
  honours,
  organisationEndings,
  roleBeginnings,
  roleEndings,
  rolesWhenAlone,
} from './data/roles.ts';
import { foldedUnits, hanCount, simplify, simplifyPattern, widthOf } from './text.ts';
import { byEnd, byStart, endingLike, endsWithOne, isOneOf, startsWithOne } from './wordlist.ts';

const endings = byEnd([...roleEndings, ...honours]);
const beginnings = byStart(roleBeginnings);
const bodies = byEnd(organisationEndings);
const alone = byEnd([...rolesWhenAlone, ...honours]);
/** What may stand behind the role word: (候任), （財政）, a number, 之一. */
const tail = /(?:[（(][^（()）]{1,10}[）)]|之一|[一二三四])$/u;
const tailEnds = '）)一二三四';
/** Last characters of roles that no list holds: 書記官, 資訊安全師. */
const oneCharacter = byEnd([...'員師官長家']);

/** Last units of all that may be a role. */
const lastUnits = new Set([
  ...[endings, bodies, alone, oneCharacter].flatMap((list) => [...list.keys()]),
  ...Array.from(tailEnds, (character) => character.charCodeAt(0)),
]);

/** Whether a text may be a role by its last unit, which few texts have. */
function mayBeRole(text: string): boolean {
  return lastUnits.has(foldedUnits[text.charCodeAt(text.length - 1)] as number);
}

/** What asks, bids or tells is no role: 誰來照顧照顧者, 停車場頂樓的農夫. */
const asked = simplifyPattern(
  /[誰嗎呢吧]|為何|如何|怎樣|怎麼|何時|何以|何去|不是|不到|不能|不應|應該|別讓|能夠|(?<![目學會系院司構黨部署局團組所絡盟界])的(?!士)\p{Script=Han}{1,3}$|莫(?=[讓把被再要忘趕因作做走為道問失論])/u,
);

/** How much a text reads as one role: 0 (not at all) to 3. */
export function roleScore(text: string): number {
  if (!mayBeRole(text)) return 0;
  const whole = simplify(text);
  const plain = tailEnds.includes(whole.charAt(whole.length - 1)) ? whole.replace(tail, '') : whole;
  const width = widthOf(plain);
  if (width < 2 || width > 50 || /[。！？；，]/u.test(plain) || asked.test(plain)) return 0;
  if (isOneOf(plain, alone)) return 3;
  let score = 0;
  if (endsWithOne(plain, endings)) score = hanCount(plain) >= 3 ? 2.4 : 1.4;
  else if (endsWithOne(plain, bodies) && hanCount(plain) >= 5) score = 0.8;
  else if (endsWithOne(plain, oneCharacter) && hanCount(plain) >= 5) score = 1;
  if (score > 0 && startsWithOne(plain, beginnings)) score += 0.4;
  return score;
}

/** Whether the text is a role that can stand alone behind a name (大律師, 太平紳士, 醫生). */
export function standsAlone(text: string): boolean {
  return isOneOf(text, alone);
}

/** The longest first. */
const honoursByEnd = byEnd(honours.toSorted((a, b) => b.length - a.length));

/** The honour that a text ends with, behind something else: 太平紳士 of 謝以恆太平紳士. */
export function honourBehind(text: string): string | undefined {
  const likely = endingLike(text, honoursByEnd);
  if (likely.length === 0) return undefined;
  const plain = simplify(text);
  const honour = likely.find((each) => plain.length > each.length && plain.endsWith(each));
  return honour === undefined ? undefined : text.slice(-honour.length);
}

const apart = byEnd(honorificsApart);

/** Whether a title between a name and its roles goes with the name (博士, 律師), and is no role of its own (測量師). */
export function goesWithName(text: string): boolean {
  return isOneOf(text, apart);
}

/** Who does something, before other roles; who is served may be the field of the role behind. */
const doer = simplifyPattern(
  /\p{Script=Han}{3}(?:(?<!患|病|復|顧|害|存|長|障|殘|費|用|助|業|宿|死|傷|亡|贈|難|老)者|手|匠)$/u,
);

const separator = /[、，,；;／/｜|]/u;

/** Whether a text may be cut into nothing but roles, by its last unit. */
export function mayBeRoles(text: string): boolean {
  return mayBeRole(text) || separator.test(text.charAt(text.length - 1));
}

/**
 * Cuts roles that are joined by 、 or the like: 港區全國人大代表、民建聯副主席 are two, 工商、專業界聯席主席 is one.
 *
 * @returns the roles as printed; the whole text where a part would not read as a role
 */
export function cutRoles(text: string): string[] {
  if (!separator.test(text)) return text === '' ? [] : [text];
  const pieces = text.split(/(\s*[、，,；;／/｜|]\s*)/u);
  const roles: string[] = [];
  let held = '';
  for (let at = 0; at < pieces.length; at += 2) {
    const part = pieces[at] ?? '';
    const isLast = at + 2 > pieces.length - 1;
    if (part !== '' && (isLast || roleScore(part) >= 1 || doer.test(simplify(part)))) {
      roles.push(`${held}${part}`);
      held = '';
    } else if (part !== '') held += `${part}${isLast ? '' : (pieces[at + 1] ?? '')}`;
  }
  return held === '' ? roles : [text];
}
