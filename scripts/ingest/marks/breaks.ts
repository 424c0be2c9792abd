/** Where the lines of a page show that a text goes on elsewhere. */
import { mayInterrupt, pastFurniture } from '../breaks.ts';
import type { Unit } from '../layout.ts';
import type { Features } from '../looks.ts';
import { beginsWithParticle } from '../particles.ts';
import { connective, endless, isLeftOpen, simplify, simplifyPattern } from '../text.ts';
import { turnOf } from '../turns.ts';
import { cutsWord, cutWords } from '../words.ts';

/** A line that ends like no headline and is no longer than this may be a name. */
const longestName = 5;

/** Of so short a line, a word that it makes with the text below says that it is torn off: subheads are longer as a rule. */
const longestScrap = 5;

/** Below the end of a sentence hardly any first half of a torn text is so narrow and has no stop in it, as subheads are. */
const narrowest = 14;

/** Nothing ends with these, not even a name. */
const neverLast = simplifyPattern(/[的是這每把被讓或但]$|(?<![不還仍猶健實存自內潛何所現])在$/u);

/** The first letter of a text, set large beside it; no number, and no part. */
const initial = /^(?![一二三四五六七八九十上中下完續续])\p{Script=Han}$/u;

/** Whether a line, apart from what is above, is the initial of the text right below it. */
function isInitial({ text, gap }: Unit, below: Unit | undefined): boolean {
  const isAbove = initial.test(text) && gap > 0 && below?.gap === 0 && below.width >= narrowest;
  // Names of places are in few dictionaries; the lines of a column are set around an initial.
  return isAbove && (below.pieces.length > 1 || cutsWord(text, below.text));
}

/** What ends with 的 says what something is, or goes on: 好戲是磨出來的, 人手短缺的 / 犧牲品. */
const ofNothing = simplifyPattern(/^(?!.*(?:[是，、：？！]|為何)).*的$/u);

/** Whether so short a line as a name may be is none, and no heading: it is the end, or the start, of a text that was torn. */
function isScrap(plain: string): boolean {
  return connective.test(plain) || neverLast.test(plain);
}

function markCut(above: Features, below: Features): void {
  above.cutBelow = true;
  below.cutAbove = true;
  if (!above.literal && !above.marked) above.torn = true;
}

/** Marks where a word goes on over a break, and takes that for a tear. */
export function markCuts(units: readonly Unit[], all: readonly Features[]): void {
  const breaks: {
    above: Features;
    below: Features;
    texts: [before: string, after: string];
    isByChance: boolean;
  }[] = [];
  for (let at = 0; at < units.length; at++) {
    const { text } = units[at] as Unit;
    const above = all[at];
    if (above?.ending !== 'open' || mayInterrupt(above)) continue;
    if (
      !above.literal &&
      !above.marked &&
      (above.width > longestName
        ? endless.test(simplify(text.slice(-12))) || ofNothing.test(simplify(text))
        : isScrap(simplify(text)))
    ) {
      above.cutBelow = true;
      above.torn = true;
    }
    if (isInitial(units[at] as Unit, units[at + 1])) {
      markCut(above, all[at + 1] as Features);
      continue;
    }
    // A word that the end of a subhead makes with the text below is there by chance, more often than not.
    const isLong = (all[at - 1]?.width ?? 0) > narrowest || (all[at - 2]?.torn ?? false);
    const endsAbove = all[at - 1]?.ending === 'sentence' && isLong;
    const isByChance =
      endsAbove && above.width > longestScrap && above.width < narrowest && !/[，、：；。\s]/u.test(text);
    const next = pastFurniture(all, at, 1);
    const below = all[next];
    const unit = units[next];
    // A mark at the start of a line begins it anew.
    if (!below || !unit || below.marked) continue;
    // A name and the roles below it make a word by chance: 蘭啟東 / 西環區議員.
    if ((above.byline?.score ?? 0) >= 1 && below.role >= 1) continue;
    if (beginsWithParticle(unit.text)) markCut(above, below);
    else breaks.push({ above, below, texts: [text, unit.text], isByChance });
  }
  const cut = cutWords(breaks.map(({ texts }) => texts));
  for (const [at, { above, below, isByChance }] of breaks.entries()) {
    if (!cut[at]) continue;
    if (isByChance) above.perhapsCut = true;
    else markCut(above, below);
  }
}

/** Whether the furniture between two units has the head of the page on which a text is said to go on. */
function turnsTo(text: string, between: readonly Features[]): boolean {
  const pages = new Set(text.match(/[A-Z]{0,2}\d{1,3}/gu));
  return between.some(({ furniture }) => pages.has(furniture?.head?.page ?? ''));
}

/**
 * What stands before 下轉 and after 上接 is text that goes on, and no heading; what follows 下轉 is another text, but for that
 * below the head of the very page.
 */
export function markTurns(units: readonly Unit[], all: readonly Features[]): void {
  const turns = units.map(({ text }, at) => (all[at]?.furniture?.kind === 'turn' ? turnOf(text) : undefined));
  for (let at = 0; at < turns.length; at++) {
    const turn = turns[at];
    if (turn === undefined) continue;
    const above = pastFurniture(all, at, -1);
    const below = pastFurniture(all, at, 1);
    const before = all[above];
    const after = all[below];
    if (turn === 'back' && after?.ending === 'open' && !after.literal) after.cutAbove = true;
    if (turn === 'back') continue;
    if (before?.ending === 'open' && !before.literal) before.cutBelow = before.torn = true;
    const isThere = turnsTo((units[at] as Unit).text, all.slice(at + 1, below));
    if (!after) continue;
    if (!isThere && !turns.slice(at, below).includes('back')) after.afterTurn = true;
    if (isThere && before && isLeftOpen(before.ending)) after.cutAbove = true;
  }
}
