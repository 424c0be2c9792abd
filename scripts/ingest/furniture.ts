/** What is printed around op-eds: page heads, credits, captions, notices. */
import { plainMarks } from './alike.ts';
import { type FurnitureKind, furniturePatterns } from './data/furniture.ts';
import { Sieve } from './needs.ts';
import { type PageHead, pageHead } from './page-head.ts';
import { remembered } from './remembered.ts';
import { isSection } from './sections.ts';
import { endingOf, simplify, simplifyPattern, widthOf } from './text.ts';

export type { FurnitureKind };

export type Furniture = {
  kind: FurnitureKind;
  /** Evidence: 2 for a line that could be something else, 6 where nothing else fits. */
  score: number;
  head?: PageHead;
};

const patterns = furniturePatterns.map(({ kind, pattern }) => ({ kind, pattern: simplifyPattern(pattern) }));
const sieve = new Sieve(
  patterns.map(({ pattern }) => pattern),
  true,
);
/** What stands in heavy brackets too, where columns' names do. */
const bracketed = new Set<FurnitureKind>(['credit', 'picture', 'disclaimer', 'notice', 'turn']);

/** What parts notes that a page prints on one line. */
const wideBlank = /　+|\s{2,}/u;

const inBrackets = /^[【〔](.{2,80})[】〕]$/u;
/** A caption under a printer's square; a list item looks the same. */
const squared = /^[■□●◆◇]\s*[^\s，。]/u;
const others = new Sieve([wideBlank, inBrackets, squared]);
const [wideBlankAt, inBracketsAt, squaredAt] = [0, 1, 2];

/** Where to write to, beside another note. */
const contact = simplifyPattern(
  /^(?:電郵|電子郵件|電子郵箱|E-?mail|網址|網站|電話|傳真|查詢|地址)\s*[：:]\s*\S/iu,
);

/**
 * Tells whether a line is furniture by its own looks.
 *
 * @returns its kind and evidence, with what a page head says; `undefined` for anything else
 */
export const furnitureOf: (text: string) => Furniture | undefined = remembered((printed) => {
  const text = plainMarks(printed);
  const head = pageHead(text);
  if (head) return head;
  for (const at of sieve.look(text).candidates()) {
    const { kind, pattern } = patterns[at] as (typeof patterns)[number];
    if (!pattern.test(simplify(text))) continue;
    const isProse = widthOf(text) > 40 && endingOf(text) === 'sentence' && kind !== 'disclaimer';
    return { kind, score: isProse ? 2 : kind === 'ornament' ? 4 : 6 };
  }
  if (isSection(text)) return { kind: 'section', score: 5 };
  others.look(text);
  const mayHaveNotes = others.may(wideBlankAt);
  const mayBeInBrackets = others.may(inBracketsAt);
  const mayBeSquared = others.may(squaredAt);
  const notes = mayHaveNotes ? text.split(wideBlank) : [text];
  const note = notes[0];
  if (note !== undefined && notes.length > 1 && notes.length <= 4) {
    const first = furnitureOf(note);
    const isWhole =
      first !== undefined &&
      first.kind !== 'section' &&
      first.score >= 5 &&
      notes.slice(1).every((each) => contact.test(simplify(each)) || (furnitureOf(each)?.score ?? 0) >= 5);
    if (isWhole) return first;
  }
  const inner = mayBeInBrackets ? inBrackets.exec(text)?.[1] : undefined;
  const found = inner === undefined ? undefined : furnitureOf(inner);
  if (found && bracketed.has(found.kind)) return found;
  if (mayBeSquared && squared.test(text) && widthOf(text) <= 40)
    return { kind: 'picture', score: widthOf(text) > 16 || endingOf(text) === 'sentence' ? 1.5 : -1 };
  return undefined;
});

/** Whether a line is furniture by its looks. */
export function isFurniture(text: string): boolean {
  const found = furnitureOf(text);
  return found !== undefined && (found.score >= 5 || found.kind === 'picture');
}
