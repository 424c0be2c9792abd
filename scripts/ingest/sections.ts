/** Names of sections, which papers print over their pages: 評論, 觀點版, 國際財經. */
import {
  issueParts,
  issuePieces,
  paperKinds,
  paperOpinions,
  sectionContributions,
  sectionNames,
  sectionOpinions,
  sectionPlaces,
  sectionWriters,
} from './data/sections.ts';
import { foldedUnits, simplify, simplifyPattern } from './text.ts';

/** Each of some words before each of others: 會員論壇, 街坊來稿. */
function joined(before: readonly string[], behind: readonly string[]): string[] {
  return before.flatMap((first) => behind.map((last) => `${first}${last}`));
}

const sections = new Set(
  [
    ...sectionNames,
    ...joined(sectionWriters, sectionContributions),
    ...joined(issueParts, issuePieces),
    ...joined(sectionOpinions, sectionPlaces),
    ...joined(paperKinds, paperOpinions),
  ].map(simplify),
);

/** A section that no list holds, as it stands beside a page, a date or a paper: 民情版. */
const namedPage = simplifyPattern(/^[\u4e00-\u9fff]{2,4}版$/u);

/** Sites have channels where papers have sections: 社區頻道. */
const channel = simplifyPattern(/^\p{Script=Han}{2,4}頻道$/u);

/** Whether a word is a section's name, or two of them in one: 評論, 觀點版, 國際財經. */
export function isSectionWord(word: string): boolean {
  const name = word.replace(/版$/u, '');
  if (sections.has(word) || sections.has(name) || channel.test(word)) return true;
  return name.length === 4 && sections.has(name.slice(0, 2)) && sections.has(name.slice(2));
}

/** Whether a word may be a section's name beside a date, a paper or a page number: 民情版, 粵海評論. */
export function mayBeSection(word: string): boolean {
  return namedPage.test(word) || (word.length <= 6 && sections.has(word.replace(/版$/u, '').slice(-2)));
}

const betweenSections = /[\s【】[\]〔〕「」『』《》〈〉（）()|｜·•・．‧•／/\-—_:：■◆●▍▎]+/u;
/** 論壇（續）, over the second column of a page. */
const goesOnHere = simplifyPattern(/\s?[（(]?\s?(?:續|之續|續上|續前頁?|續上頁|接上頁?)\s?[）)]?$/u);
const inSections = new Set(Array.from(`版${[...sections].join('')}`, (character) => character.charCodeAt(0)));

/** Whether a text is a section name, or several, in whatever brackets. */
export function isSection(text: string): boolean {
  const first = foldedUnits[text.charCodeAt(0)] as number;
  if (!inSections.has(first) && !betweenSections.test(text.charAt(0))) return false;
  const words = simplify(text)
    .replace(goesOnHere, '')
    .split(betweenSections)
    .filter((word) => word !== '');
  // 論　壇, as short names are set.
  if (words.length > 1 && words.every(({ length }) => length === 1) && isSectionWord(words.join('')))
    return true;
  return words.length > 0 && words.length <= 4 && words.every(isSectionWord);
}
