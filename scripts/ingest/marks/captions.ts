/** What other lines of a page say of one that is set between the lines of a text, and is no part of it: captions, pulled quotations. */
import { parseByline } from '../byline.ts';
import type { Unit } from '../layout.ts';
import type { Features } from '../looks.ts';
import { personScore } from '../names.ts';
import { splitPart } from '../series-look.ts';
import { simplify, simplifyPattern } from '../text.ts';
import { cutsWord } from '../words.ts';
import { surelyNamed } from './authors.ts';

/** A caption without a credit has so many characters. */
const [shortestCaption, longestCaption] = [9, 28];
/** … and the name of a series that is printed again at least so many. */
const shortestName = 3;
const stops = /[。！？；：,:?!;]/u;
const comma = /[，、]/gu;
const inner = /[，。；！？]/u;

/** Whether a line reads as an author's, or as one that carries its author. */
function readsAsAuthor({ byline, headings, role }: Features): boolean {
  return (
    (byline?.score ?? 0) >= 1 || role >= 1 || headings.some(({ byline, score }) => byline && score >= 2.6)
  );
}

/** Whether a short line that ends nothing, and names no author, parts the halves of a torn text. */
function partsHalves(
  units: readonly Unit[],
  all: readonly Features[],
  at: number,
  usualGap: number,
): boolean {
  const above = all[at - 1];
  const features = all[at];
  const below = all[at + 1];
  const before = units[at - 1]?.text ?? '';
  const after = units[at + 1]?.text ?? '';
  if (!above?.torn || !features || !below || above.furniture || features.furniture || below.furniture)
    return false;
  // What stands below a wide gap, and is short, is a headline that has a comma in it.
  if (above.width <= longestCaption && (units[at - 1]?.gap ?? 0) > usualGap) return false;
  if (features.width > longestCaption || features.ending !== 'open') return false;
  if (features.literal || features.listed || features.marked) return false;
  return !readsAsAuthor(above) && !readsAsAuthor(features) && inner.test(before) && inner.test(after);
}

/** How often each short line stands in a file, but for its part mark. */
function timesOf(units: readonly Unit[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const { text, width } of units) {
    if (width > longestCaption) continue;
    const { name } = splitPart(text);
    times.set(name, (times.get(name) ?? 0) + 1);
  }
  return times;
}

/**
 * Lines between the halves of a torn text that are no part of it. One that stands elsewhere in the file too is the name of a
 * series or a page. One without any stop is the caption of a picture, most likely, that bears no mark: prose of such a length
 * without a comma is a rarity, and a column hardly breaks twice within a line. With one comma it may be either.
 */
export function markIntruders(units: readonly Unit[], all: readonly Features[], usualGap: number): void {
  let times: Map<string, number> | undefined;
  for (let at = 0; at < units.length; at++) {
    const { text } = units[at] as Unit;
    if (!partsHalves(units, all, at, usualGap)) continue;
    const features = all[at] as Features;
    // Most files have no such line.
    times ??= timesOf(units);
    if (features.width >= shortestName && (times.get(splitPart(text).name) ?? 0) > 1) {
      features.furniture = { kind: 'section', score: 5 };
      continue;
    }
    if (features.width < shortestCaption) continue;
    const commas = text.match(comma)?.length ?? 0;
    if (commas > 1 || stops.test(text) || cutsWord(units[at - 1]?.text ?? '', text)) continue;
    features.bareCaption = true;
    if (commas === 0) features.furniture = { kind: 'picture', score: 4.5 };
  }
}

/** A sentence pulled out of a text is so wide, and stands no further away from it, in units. */
const [narrowestPull, widestPull, farthestPull] = [8, 44, 24];
/** Who said it, on the line below. */
const attributed = /^[—–─]{1,2}\s*(?<name>\p{Script=Han}{2,4})$/u;
const quoted = /^[「『“](?<said>[^「」『』“”]+?)(?<stop>[。！？]?)[」』”]$/u;

/**
 * Sentences in quotation marks between paragraphs, one of which near by holds them to the letter: set larger, to be looked at.
 * Somebody may say the same twice, so that a person is to see it.
 */
export function markPulled(units: readonly Unit[], all: readonly Features[]): void {
  for (let at = 0; at < units.length; at++) {
    const { text, width } = units[at] as Unit;
    if (width < narrowestPull || width > widestPull || (all[at] as Features).furniture) continue;
    const { said, stop } = quoted.exec(text)?.groups ?? {};
    if (said === undefined) continue;
    const isText = (place: number): boolean => (units[place]?.width ?? 0) >= 24;
    const who = attributed.exec(units[at + 1]?.text ?? '')?.groups?.name ?? '';
    const attribution = personScore(who) >= 1 ? 1 : 0;
    // A phrase in quotation marks may be a subhead, but for who said it.
    if ((stop === '' && attribution === 0) || !isText(at - 1) || !isText(at + 1 + attribution)) continue;
    const near = units.slice(Math.max(0, at - farthestPull), at + farthestPull + 1);
    if (!near.some((unit) => unit.width > width + 4 && unit.text.includes(said))) continue;
    const features = all[at] as Features;
    features.furniture = { kind: 'picture', score: 4.5 };
    features.bareCaption = true;
    if (attribution > 0) (all[at + 1] as Features).furniture = { kind: 'picture', score: 5 };
  }
}

/** A caption of a sentence is no wider. */
const widestSentence = 40;
/** What tells of a picture, and not of what somebody did: （左）, 示範, 攝於, and that something is shown. */
const pictured = simplifyPattern(
  /^[（(][左右中][^）)]{0,4}[）)]|手持|示範|指[着住向]|攝[於自]|留影|合照|展示|講解|(?:情況|情形|情景|模樣|現場)。$/u,
);

/**
 * Sentences that tell of the author of the text around them by name, and of a picture: captions. Authors may tell of
 * themselves so, that a person is to see it.
 */
export function markPictured(units: readonly Unit[], all: readonly Features[]): void {
  let names: readonly string[] = [];
  for (let at = 0; at < units.length; at++) {
    const { text, width } = units[at] as Unit;
    const features = all[at] as Features;
    const found = surelyNamed(features);
    if (found && !features.furniture)
      names = found.authors.flatMap(({ name, kind }) =>
        kind === undefined && name.length >= 3 ? [name] : [],
      );
    if (width > widestSentence || features.furniture || !/^[^。！？]+。$/u.test(text)) continue;
    const name = names.find((each) => text.startsWith(each));
    if (name === undefined || !pictured.test(simplify(text.slice(name.length)))) continue;
    features.furniture = { kind: 'picture', score: 4.5 };
    features.bareCaption = true;
    features.repeatsByline = true;
  }
}

/** Sentences of nothing but people whom bylines of the file name: captions, in the midst of a torn text. */
export function markCaptions(
  units: readonly Unit[],
  all: readonly Features[],
  printed: ReadonlySet<string>,
): void {
  for (let at = 0; at < units.length; at++) {
    const { text } = units[at] as Unit;
    const features = all[at];
    const isSentence = features?.ending === 'sentence' && features.width <= 40 && text.endsWith('。');
    if (!isSentence || !all[at - 1]?.torn) continue;
    const byline = parseByline(text.slice(0, -1));
    if (!byline?.authors.every(({ name }) => printed.has(name))) continue;
    features.repeatsByline = true;
    features.furniture ??= { kind: 'picture', score: 4.5 };
  }
}
