/** What looks like the name of a person, an institution or a pen name, and how much. */

import { honorifics, houseAuthors, organisationEndings } from './data/roles.ts';
import { compoundSurnames, singleSurnames, unlikelyInNames } from './data/surnames.ts';
import { goesWithName } from './roles.ts';
import { foldedUnits, hanCount, isHanUnit, isPair, latinWord, simplify, simplifyPattern } from './text.ts';
import { byEnd, byStart, endingLike, endsWithOne, isOneOf } from './wordlist.ts';
import { segmentsOf } from './words.ts';

const pointsOf = (text: string): number[] => Array.from(simplify(text), (char) => char.codePointAt(0) ?? 0);

/** Ranks of surnames of one character, from 1 on, and what else characters say in names; by folded code points. */
const surnameRank = new Map(
  pointsOf(singleSurnames)
    .reverse()
    .map((point, at, all) => [point, all.length - at]),
);
const compound = byStart(compoundSurnames);
const unlikely = new Set(pointsOf(unlikelyInNames));
/** 元朗區 is a place and 經濟系 a body, whatever surname they begin with. */
const placeEnds = new Set(pointsOf('區縣鄉鎮省局署系院'));
/** What ends clauses ends no name: 傅老了. */
const clauseEnds = new Set(pointsOf('了的嗎呢吧'));
/** What may part the names of a person. */
const dot = /[·•‧・．]/u;

const organisations = byEnd(organisationEndings);
const house = byEnd(houseAuthors);
const honorificsByEnd = byEnd(honorifics.toSorted((a, b) => b.length - a.length));

const latinName =
  /^(?:(?:Dr|Prof|Professor|Mr|Ms|Mrs|Sir|Dame|Rev)\.?\s+)?[A-Z][\p{L}.'’-]*(?:\s+(?:[A-Z][\p{L}.'’-]*|de|van|von|der|la|bin|al))+$/u;

/** No name has more letters. */
const mostLetters = 5;
const letters: number[] = [];

/**
 * Writes the characters of a name into `letters`, folded and without dots.
 *
 * @returns how many they are; 0 where the text is no row of two to five Han characters
 */
function readLetters(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const isTwo = isPair(text, at);
    const isHan = isTwo ? hanCount(text.slice(at, at + 2)) > 0 : isHanUnit(unit);
    if (!isHan && dot.test(text.charAt(at))) continue;
    if (!isHan || count === mostLetters) return 0;
    letters[count++] = isTwo ? (text.codePointAt(at) as number) : (foldedUnits[unit] as number);
    if (isTwo) at++;
  }
  return count < 2 ? 0 : count;
}

function isCompound(first: number, second: number): boolean {
  return compound.get(first)?.some((surname) => surname.charCodeAt(1) === second) ?? false;
}

/** How much a text without blanks looks like a Chinese person's name: 0 (not at all) to about 3. */
export function personScore(text: string): number {
  const count = readLetters(text);
  if (count === 0) return 0;
  const first = letters[0] as number;
  const second = letters[1] as number;
  let score = 0;
  let surname = 1;
  if (count > 2 && isCompound(first, second)) {
    if (count > 4) return 0;
    score = 2.6;
    surname = 2;
  } else {
    const rank = surnameRank.get(first);
    if (rank === undefined) return text.length > count && dot.test(text) ? 1.2 : 0;
    score = rank <= 120 ? 2.2 : rank <= 260 ? 1.9 : 1.5;
    if (count === 4) {
      const next = surnameRank.get(second);
      if (next === undefined || next > 120) return 0.2;
      score = 1.4;
      surname = 2;
    } else if (count === 5) return 0;
    else if (count === 2) score -= 0.5;
  }
  for (let at = surname; at < count; at++) if (unlikely.has(letters[at] as number)) score -= 0.5;
  if (placeEnds.has(letters[count - 1] as number)) score -= 1.5;
  if (clauseEnds.has(letters[count - 1] as number)) score -= 1.5;
  return Math.max(0, score);
}

/** Whether a text is a Latin-script name of two words or more. */
export function isLatinName(text: string): boolean {
  return latinName.test(text) && text.length <= 40;
}

/** Whether a short text reads as the name of a body: 香港某某學會, 團結香港基金, or of the paper itself. */
export function isOrganisation(text: string): boolean {
  if (isHouseAuthor(text)) return true;
  return (
    text.length <= 24 &&
    endsWithOne(text, organisations) &&
    hanCount(simplify(text)) >= 4 &&
    !/[，。、：；！？]/u.test(text)
  );
}

/** Whether a body's name is of the kind that phrases do not end like: 香港…聯會, 本港…學會. */
export function isPlainlyOrganisation(text: string): boolean {
  const plain = simplify(text);
  return isHouseAuthor(text) || (hanCount(plain) === plain.length && plainBody.test(plain));
}

const plainBody = simplifyPattern(
  /^(?:香港|全港|本港|港九|九龍|新界|港區|灣區|粵港|大灣區|中國|全國|亞洲|國際).{2,14}(?:協會|學會|聯會|商會|公會|總會|研究會|基金會|聯盟|工會|同學會|校友會|促進會|協進會|聯合會|關注組|編輯部|研究所|研究院|智庫|學社|研究社|委員會|聯席|陣線|聯線|行動組)$|^\p{Script=Han}{2,10}(?:居民|街坊|業主|住客|租戶|家長|學生|員工|工人|照顧者|病人|用家|讀者)(?:互助|關注|權益|大)?(?:組|會|社|聯盟|聯席|聯會|協會|網絡|組織)$/u,
);

/** Whether a text is a name that a paper signs its own leaders with. */
export function isHouseAuthor(text: string): boolean {
  return isOneOf(text, house);
}

/** Ranks that stand before a title and are no name: 高級律師, 公共會計師. */
const ranks = simplifyPattern(
  /^(?:高級|首席|資深|特級|名譽|榮譽|客座|講座|助理|退休|執業|註冊|公共|項目|總|副|前|時任|現任|候任|本地|年輕|家庭|專科|急症科|駐院|全科)/u,
);

/** Three characters that make no words, as a name of a rare surname before its title: 都承志 of 都承志博士. */
export function isRareName(text: string): boolean {
  if (!/^\p{Script=Han}{3}$/u.test(text) || rareNot.test(simplify(text))) return false;
  const [first = '', ...rest] = segmentsOf(text).map(({ segment }) => segment);
  return first.length === 1 && rest.length > 0;
}

/** What degrees and offices are of, and what no name begins with. */
const rareNot = simplifyPattern(
  /^(?:一|二|三|四|五|六|七|八|九|十|兩|多|每|這|那|各|某|有|是|不|我|你|他|她|們|位|名|的|與|和|及|由|在|對|向|從|讓|把|被|香|港|大|中|小|新)|[學系科院校會所]$/u,
);

/** What architects, engineers and surveyors are of, which begins as names do. */
const trade = simplifyPattern(
  /^(?:文物|古蹟|園林|園境|結構|室內|屋宇|機電|土木|水務|景觀|城市|金融|公共|家庭)$/u,
);

/**
 * Splits a title off the end of a name: 游致恆博士 → 游致恆 + 博士.
 *
 * @returns the name and the honorific, or `undefined` where no known honorific follows a plausible name
 */
export function splitHonorific(text: string): { name: string; honorific: string } | undefined {
  const likely = endingLike(text, honorificsByEnd);
  if (likely.length === 0) return undefined;
  const plain = simplify(text);
  for (const honorific of likely) {
    if (!plain.endsWith(honorific) || ranks.test(plain)) continue;
    const name = text.slice(0, text.length - honorific.length);
    // 沙田區議員 is a role, whatever surname it begins with.
    if (/[區区市省縣县鎮镇鄉乡校會会局處处署院系國国]$/u.test(name)) continue;
    if (trade.test(simplify(name))) return undefined;
    if (personScore(name) >= 0.5 || latinWord.test(name) || (goesWithName(honorific) && isRareName(name)))
      return { name, honorific: text.slice(-honorific.length) };
  }
  return undefined;
}

/**
 * Parts a known honorific off the end of a text, whatever stands before it.
 *
 * @param least characters that must stand before it
 */
export function splitOffHonorific(
  text: string,
  least: number,
): { rest: string; honorific: string } | undefined {
  const likely = endingLike(text, honorificsByEnd);
  if (likely.length === 0) return undefined;
  const plain = simplify(text);
  const honorific = likely.find((each) => plain.length >= each.length + least && plain.endsWith(each));
  return honorific === undefined
    ? undefined
    : { rest: text.slice(0, -honorific.length), honorific: text.slice(-honorific.length) };
}

/** Whether the text is an honorific by itself. */
export function isHonorific(text: string): boolean {
  return isOneOf(text, honorificsByEnd);
}

/** What pen names like to end with: 觀潮客, 守拙軒主, 拾穗小僧. */
const penNameEnding = simplifyPattern(
  /(?:客|翁|叟|樵|僧|散人|山人|道人|路人|旅人|閒人|人|居士|隱士|軒主|樓主|齋主|閣主|堂主|園主|主|老農|村夫|匹夫|書生|浪子|子|生|郎|俠|翔|仔|姐|哥|叔|伯|姨|婆)$/u,
);

/** How friends are called, and who writes under such a name: 阿榕. */
const familiarName = simplifyPattern(/^阿(?![里聯拉伊爸媽公嬤])\p{Script=Han}$/u);

/** Whether a pen name begins or ends as pen names like to. */
export function soundsLikePenName(text: string): boolean {
  const length = [...text].length;
  if (length < 2 || length > 5 || !isPenName(text)) return false;
  const plain = simplify(text);
  return penNameEnding.test(plain) || familiarName.test(plain);
}

/** Two to four characters with gaps between them, which is how short names are set. */
export function isPaddedName(text: string): boolean {
  return text.length <= 16 && /^\p{Script=Han}(?:[\s\u3000]{1,3}\p{Script=Han}){1,3}$/u.test(text);
}

/** Parts of a paper or a site end so, and no pen name does. */
const ofPage = simplifyPattern(/頻道|園地|專區|專頁|分類/u);

/** A pen name: two to six Han characters (or a Latin word) without punctuation, whatever it begins with. */
export function isPenName(text: string): boolean {
  // A character is two units at most.
  if (text.length > 12 || ofPage.test(simplify(text.slice(-2)))) return false;
  const length = [...text].length;
  return (hanCount(text) === length && length >= 2 && length <= 6) || /^[A-Z][A-Za-z]{1,11}$/.test(text);
}
