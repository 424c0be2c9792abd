/** What other lines of a page say of one that names an author. */
import type { Byline } from '../byline.ts';
import type { Unit } from '../layout.ts';
import type { Features } from '../looks.ts';
import { isHouseAuthor } from '../names.ts';

/** Units that a header's author line may be away from the piece that introduces the text. */
const longestHeader = 3;

/** Who says 我 does not introduce another. */
const ofOneself = /我(?!們|國|港)|筆者|[「『][^」』]{0,4}$/u;

/** The authors whom a line surely names, by itself or with what it heads. */
export function surelyNamed({ byline, headings }: Features): Byline | undefined {
  return (byline?.score ?? 0) >= 2.5 ? byline : headings.find(({ score }) => score >= 4)?.byline;
}

/** Whether a line may be the name that its author has taken, and nothing printed says so. */
export function isUnmarkedPenName({ byline }: Features): boolean {
  return byline?.authors[0]?.kind === 'pen-name' && !byline.marked;
}

/** Texts that speak of the author of their header by name, as another would: they introduce the piece. */
export function markNamed(units: readonly Unit[], all: readonly Features[]): void {
  for (let at = 0; at < all.length; at++) {
    const features = all[at] as Features;
    if (features.furniture) continue;
    const found = surelyNamed(features);
    const names = found?.authors.flatMap(({ name, kind }) => (kind === undefined ? [name] : [])) ?? [];
    if (names.length === 0) continue;
    for (let near = at - longestHeader; near <= at + longestHeader; near++) {
      const features = all[near];
      const unit = units[near];
      if (!features || !unit || features.width < 24 || features.authorNote) continue;
      // What ends the article above is no part of this header.
      const isAbove = near < at && all.slice(near + 1, at).some((each) => each.width >= 24);
      if (isAbove) continue;
      const isNamed = names.some((name) => name.length >= 3 && unit.text.includes(name));
      if (isNamed && !ofOneself.test(unit.text)) features.namesAuthor = true;
    }
  }
}

/** A name behind a dash below a quotation is whose it is. */
export function markQuoted(units: readonly Unit[], all: readonly Features[]): void {
  for (let at = 0; at < units.length; at++) {
    const { text } = units[at] as Unit;
    const features = all[at];
    if (features?.byline && /^[—–―]/u.test(text) && /[」』”]$/u.test(units[at - 1]?.text ?? ''))
      features.byline = undefined;
  }
}

/** 社論 over a piece that a line below says is somebody's is the name of the section. */
export function markHouseLabels(units: readonly Unit[], all: readonly Features[]): void {
  for (let at = 0; at < all.length; at++) {
    const seen = all[at] as Features;
    const author = seen.byline?.authors[0];
    if (!author || !isHouseAuthor(author.name) || (units[at]?.text ?? '').trim() !== author.name) continue;
    for (let below = at + 1; below <= at + longestHeader; below++) {
      const features = all[below];
      const unit = units[below];
      if (!features || !unit || (features.width >= 24 && features.ending === 'sentence')) break;
      if (!features.byline?.marked || features.byline.authors.some(({ name }) => isHouseAuthor(name)))
        continue;
      seen.byline = undefined;
      seen.furniture ??= { kind: 'section', score: 4.5 };
      break;
    }
  }
}

/** What is no narrower is text. */
const narrowestText = 24;

/** Whether a line below a text gives its author the roles that no better line gives: 客席作者 - Marco Tsui … Marco Tsui 單車維修師. */
function signsWithRoles(all: readonly Features[], at: number, better: readonly number[]): boolean {
  const hasRoles = (place: number): boolean =>
    all[place]?.byline?.authors.some(({ roles }) => roles.length > 0) ?? false;
  const below = all[at + 1];
  const isLast = below === undefined || (below.ending !== 'sentence' && below.width < narrowestText);
  return isLast && all[at - 1]?.ending === 'sentence' && hasRoles(at) && !better.some(hasRoles);
}

/** An author whom another line of the file names too, as well or better. */
export function markRepeated(all: readonly Features[]): void {
  const byName = new Map<string, number[]>();
  for (let at = 0; at < all.length; at++) {
    const { byline } = all[at] as Features;
    if (!byline || byline.authors[0]?.kind === 'pen-name') continue;
    for (const { name } of byline.authors) {
      const places = byName.get(name);
      if (places) places.push(at);
      else byName.set(name, [at]);
    }
  }
  for (const places of byName.values()) {
    if (places.length < 2) continue;
    const best = Math.max(...places.map((at) => all[at]?.byline?.score ?? 0));
    const bestPlaces = places.filter((at) => (all[at]?.byline?.score ?? 0) >= best - 0.01);
    for (const at of places) {
      const features = all[at];
      const isAgain = bestPlaces.length > 1 || !bestPlaces.includes(at);
      if (features && isAgain && !signsWithRoles(all, at, bestPlaces)) features.repeatsByline = true;
    }
  }
}
