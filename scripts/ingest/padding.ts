/** Names whose letters stand apart: 陳　勇, Jane Lee. */
import { isHouseAuthor, personScore, splitOffHonorific } from './names.ts';
import { hanCount, isHanUnit, isPair } from './text.ts';

/** A word of an author line, or what stands in a bracket. */
export type Piece = { text: string; inBracket: boolean };

/** Removes the blanks that pad a short name: 陳　勇 → 陳勇. */
export function closeUp(name: string): string {
  if (!/\s/u.test(name)) return name;
  return hanCount(name) > 0 && !/[A-Za-z]/.test(name)
    ? name.replace(/\s+/gu, '')
    : name.replace(/\s+/gu, ' ').trim();
}

const latinWords = /^[\p{Script=Latin}.'’&-]+,?$/u;

/** Whether a text is one Han character. */
function isLetter(text: string): boolean {
  return text.length === (isPair(text, 0) ? 2 : 1) && hanCount(text) === 1;
}

/** Whether a text is words in Latin letters, which most lines have none of. */
function isLatin(text: string): boolean {
  return !isHanUnit(text.charCodeAt(0)) && latinWords.test(text.replace(/,? /g, ''));
}

/** Joins the letters of a padded name (陳 勇, 陳 方 安 生, 歐陽 修) and the words of a Latin one, in place. */
export function closePadding(pieces: Piece[]): void {
  const isSingle = (at: number): boolean => {
    const piece = pieces[at];
    return piece !== undefined && !piece.inBracket && isLetter(piece.text);
  };
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at];
    if (piece === undefined || piece.inBracket) continue;
    // A title may be set close to the last letter of a padded name: 陳　勇博士, Dominic Lau博士.
    const next = pieces[at + 1];
    const titled = next && !next.inBracket ? splitOffHonorific(next.text, 1) : undefined;
    if (
      titled &&
      (isSingle(at)
        ? personScore(piece.text + titled.rest) > 0 && [...titled.rest].length <= 2
        : latinWords.test(piece.text) && latinWords.test(titled.rest))
    ) {
      const blank = latinWords.test(titled.rest) ? ' ' : '';
      pieces.splice(at, 2, { text: `${piece.text}${blank}${next?.text}`, inBracket: false });
      continue;
    }
    const mayBegin = isSingle(at) || (hanCount(piece.text) === 2 && personScore(`${piece.text}某`) >= 2.6);
    if (mayBegin) {
      let end = at + 1;
      while (isSingle(end) && end - at < 4) end++;
      const joined = pieces.slice(at, end).map(({ text }) => text);
      const closed = joined.join('');
      if (joined.length > 1 && (personScore(closed) > 0 || isHouseAuthor(closed)))
        pieces.splice(at, joined.length, { text: closed, inBracket: false });
    }
    while (
      isLatin(pieces[at]?.text ?? '') &&
      latinWords.test(pieces[at + 1]?.text ?? '') &&
      pieces[at + 1]?.inBracket === false
    ) {
      const next = pieces.splice(at + 1, 1)[0];
      const here = pieces[at];
      if (here && next) here.text = `${here.text} ${next.text}`;
    }
    const here = pieces[at];
    if (here && isLatin(here.text)) here.text = here.text.replace(/,$/u, '');
  }
}
