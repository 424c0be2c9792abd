/** Applies what a person decided to an article, and tells which corrections found nothing to correct. */
import type { ReviewCode } from '../../src/article/codes.ts';
import {
  type Corrections,
  type FieldCorrection,
  linesSaid,
  type SlipCorrection,
} from '../../src/article/corrections.ts';
import { type Overruled, overruledSchema } from '../../src/article/ledger.ts';
import type { Block, Frontmatter } from '../../src/article/schema.ts';
import type { Constraint, Label } from './parse.ts';

const labelsFor: Record<string, readonly Label[]> = {
  title: ['headline'],
  series: ['headline'],
  byline: ['byline', 'signature'],
  standfirst: ['standfirst', 'continuation'],
  subhead: ['subhead'],
  paragraph: ['paragraph', 'continuation'],
  furniture: ['furniture'],
  unplaced: ['furniture'],
};

/** Where the text is of which a line goes on that is called so. */
const placeOf: Record<string, Constraint['of']> = { standfirst: 'header', paragraph: 'body' };

/** Prose goes on over lines; whatever else a line is called, it is that line alone. */
const goesOn = new Set<string>(['paragraph', 'standfirst']);

/**
 * What the corrections say of the lines of a file, by 1-based number; of two that say something of one line the later holds.
 *
 * @param count how many lines the file has
 */
export function constraintsFor(
  corrections: Corrections,
  file: string,
  count: number,
): Map<number, Constraint> {
  const constraints = new Map<number, Constraint>();
  for (const each of corrections.lines ?? []) {
    const { file: named, label, begins, joins } = each;
    if (named !== file || (label === undefined && begins === undefined && joins === undefined)) continue;
    const [first, last] = linesSaid(each);
    for (let at = first; at <= Math.min(last, count); at++) {
      const { as: _as, of: _of, ...others } = constraints.get(at) ?? {};
      constraints.set(at, {
        ...(label === undefined ? constraints.get(at) : others),
        ...(label === undefined ? {} : { labels: labelsFor[label] ?? [] }),
        ...(label !== undefined && placeOf[label] ? { of: placeOf[label] } : {}),
        ...(label === 'title' || label === 'series' || label === 'unplaced' ? { as: label } : {}),
        ...(begins === undefined || at > first ? {} : { begins }),
        ...(joins === undefined ? {} : { joins }),
        ...(at === first && (label !== undefined || begins || joins === false) ? { apart: true } : {}),
      });
    }
    if (label !== undefined && !goesOn.has(label))
      constraints.set(last + 1, { apart: true, ...constraints.get(last + 1) });
  }
  return constraints;
}

/** Review codes that a set field settles. */
const settles: Partial<Record<keyof FieldCorrection['set'], readonly ReviewCode[]>> = {
  title: ['no-headline', 'headline-unsure'],
  authors: ['no-byline', 'byline-unsure'],
  series: ['series-unsure'],
  standfirst: ['standfirst-unsure'],
  topics: ['topic-unsure'],
};

function setFields(frontmatter: Frontmatter, { set, reviewed }: FieldCorrection): Frontmatter {
  const settled = Object.keys(set).flatMap((field) => settles[field as keyof FieldCorrection['set']] ?? []);
  const changed = Object.fromEntries(
    Object.entries(set).map(([field, value]) => [field, value ?? undefined]),
  );
  return {
    ...frontmatter,
    ...changed,
    review: reviewed ? [] : frontmatter.review.filter((code) => !settled.includes(code)),
  };
}

/** Replaces a slip in one kind of place; tells whether it stood there. */
function mend(
  frontmatter: Frontmatter,
  blocks: Block[],
  slip: SlipCorrection,
): { frontmatter: Frontmatter; blocks: Block[]; found: boolean } {
  let found = false;
  const swap = (text: string): string => {
    if (!text.includes(slip.from)) return text;
    found = true;
    return text.replaceAll(slip.from, slip.to);
  };
  const field = (name: 'title' | 'standfirst' | 'series'): Frontmatter => {
    const value = frontmatter[name];
    return value === undefined ? frontmatter : { ...frontmatter, [name]: swap(value) };
  };
  let next = frontmatter;
  if (slip.in === 'title' || slip.in === 'standfirst' || slip.in === 'series') next = field(slip.in);
  else if (slip.in === 'author')
    next = {
      ...frontmatter,
      authors: frontmatter.authors.map((author) => ({ ...author, name: swap(author.name) })),
    };
  else if (slip.in === 'role')
    next = {
      ...frontmatter,
      authors: frontmatter.authors.map((author) => ({ ...author, roles: author.roles.map(swap) })),
    };
  const kind = slip.in === 'paragraph' ? 'p' : slip.in === 'subhead' ? 'h' : undefined;
  const mended =
    kind === undefined
      ? blocks
      : blocks.map((block) => (block.kind === kind ? { ...block, text: swap(block.text) } : block));
  return { frontmatter: next, blocks: mended, found };
}

/** How a correction is named in a report: the list it stands in, its place there, and which of several things that it names. */
export function correctionName(list: keyof Corrections, at: number, named?: string): string {
  return named === undefined ? `${list}.${at}` : `${list}.${at}.${named}`;
}

/** Applies the corrections of articles, and notes which of them found something to correct. */
export class Corrector {
  private readonly corrections: Corrections;
  private readonly used = new Set<string>();

  constructor(corrections: Corrections) {
    this.corrections = corrections;
  }

  isWithdrawn(id: string): boolean {
    const at = (this.corrections.withdraw ?? []).findIndex((each) => each.id === id);
    if (at >= 0) this.used.add(correctionName('withdraw', at));
    return at >= 0;
  }

  /** The article as corrected; corrections of people apply to author names. */
  apply(frontmatter: Frontmatter, blocks: Block[]): { frontmatter: Frontmatter; blocks: Block[] } {
    let current = { frontmatter, blocks };
    for (const [at, each] of (this.corrections.people ?? []).entries()) {
      const authors = current.frontmatter.authors.map((author) => {
        const isOther = each.also?.includes(author.name) ?? false;
        const isApart = author.name === each.name && (each.articles?.includes(frontmatter.id) ?? false);
        if (isOther) this.used.add(correctionName('people', at, author.name));
        if (isApart) this.used.add(correctionName('people', at, frontmatter.id));
        if (isOther) return { ...author, name: each.name };
        return isApart && each.person !== undefined ? { ...author, person: each.person } : author;
      });
      current = { ...current, frontmatter: { ...current.frontmatter, authors } };
    }
    const mended = new Set<string>();
    for (const [at, each] of (this.corrections.slips ?? []).entries()) {
      const slip = `${each.in} ${each.from}`;
      if (each.id !== frontmatter.id || mended.has(slip)) continue;
      mended.add(slip);
      const { found, ...next } = mend(current.frontmatter, current.blocks, each);
      current = next;
      if (found) this.used.add(correctionName('slips', at));
    }
    for (const [at, each] of (this.corrections.fields ?? []).entries()) {
      if (each.id !== frontmatter.id) continue;
      current = { ...current, frontmatter: setFields(current.frontmatter, each) };
      this.used.add(correctionName('fields', at));
    }
    return current;
  }

  /** What was read of the fields that corrections set, in the order of the fields; `undefined` where they set none. */
  overruled(read: Frontmatter): Overruled | undefined {
    const corrections = (this.corrections.fields ?? []).filter(({ id }) => id === read.id);
    const fields = corrections.flatMap(({ set }) => Object.keys(set) as (keyof FieldCorrection['set'])[]);
    if (fields.length === 0) return undefined;
    return overruledSchema.parse(Object.fromEntries(fields.map((field) => [field, read[field]])));
  }

  /** Names of the corrections that found something. */
  usedNames(): string[] {
    return [...this.used];
  }
}
