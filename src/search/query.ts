/**
 * The language of queries: words parted by space are all to be found, `"…"` keeps words together, `OR` or 或 between
 * two finds either, `-` before a word leaves out, `甲 NEAR/20 乙` wants the two at most 20 characters apart.
 */
import type { Folding } from '../text/folding.ts';
import { keyOf, type Pattern, patternOf } from './pattern.ts';

export interface Word {
  kind: 'word';
  /** As typed, without quotation marks. */
  text: string;
  pattern: Pattern;
}

export interface Near {
  kind: 'near';
  left: Word;
  right: Word;
  /** Characters that may stand between the two at most. */
  distance: number;
}

export type Term = Word | Near;

export interface Query {
  /** One term of each group is to be found. */
  all: Term[][];
  none: Word[];
}

/** Where NEAR names no distance. */
const usualDistance = 20;

const parts = /(?<!\S)([-－−]?)["“”＂]([^"“”＂]*)["“”＂]|(\S+)/gu;
const near = /^NEAR(?:\/(\d{1,4}))?$/u;

interface Operator {
  /** The distance of NEAR; absent for OR. */
  distance?: number;
  text: string;
}

type Token = Operator | { word: Word; excluded: boolean };

function wordOf(text: string, folding: Folding): Word {
  return { kind: 'word', text, pattern: patternOf(text, folding) };
}

function tokensOf(query: string, folding: Folding): Token[] {
  const tokens: Token[] = [];
  for (const [, sign, quoted, bare] of query.matchAll(parts)) {
    if (bare === undefined) {
      tokens.push({ word: wordOf(quoted ?? '', folding), excluded: sign !== '' });
      continue;
    }
    const nearMatch = near.exec(bare);
    if (bare === 'OR' || bare === '或') tokens.push({ text: bare });
    else if (nearMatch) tokens.push({ text: bare, distance: Number(nearMatch[1] ?? usualDistance) });
    else
      tokens.push({ word: wordOf(bare.replace(/^[-－−]/u, ''), folding), excluded: /^[-－−]./u.test(bare) });
  }
  return tokens;
}

/** An operator that lacks a word on either side is a word itself. */
function settled(tokens: readonly Token[], folding: Folding): Token[] {
  const isWord = (token: Token | undefined): boolean =>
    token !== undefined && 'word' in token && !token.excluded;
  return tokens.map((token, at) => {
    if ('word' in token || (isWord(tokens[at - 1]) && isWord(tokens[at + 1]))) return token;
    return { word: wordOf(token.text, folding), excluded: false };
  });
}

/**
 * Reads a query. Any string at all will do; what holds no word gives a query without groups.
 */
export function parseQuery(text: string, folding: Folding): Query {
  const query: Query = { all: [], none: [] };
  let joins: Operator | undefined;
  for (const token of settled(tokensOf(text, folding), folding)) {
    if (!('word' in token)) {
      joins = token;
      continue;
    }
    const { word, excluded } = token;
    const operator = joins;
    joins = undefined;
    if (word.pattern.units.length === 0) continue;
    const group = query.all.at(-1);
    if (excluded) query.none.push(word);
    else if (operator === undefined || group === undefined) query.all.push([word]);
    else if (operator.distance === undefined) group.push(word);
    else joinNear(query.all, word, operator.distance);
  }
  return query;
}

/** Ties a word to the one before it; a word between two NEARs has to be near both. */
function joinNear(all: Term[][], right: Word, distance: number): void {
  const group = all.at(-1) as Term[];
  const last = group.at(-1) as Term;
  if (last.kind === 'near') all.push([{ kind: 'near', left: last.right, right, distance }]);
  else group.splice(-1, 1, { kind: 'near', left: last, right, distance });
}

/** The words that a query looks for, each pattern once. */
export function wordsIn(query: Query): Word[] {
  const words = query.all.flat().flatMap((term) => (term.kind === 'word' ? [term] : [term.left, term.right]));
  return [...new Map(words.map((word) => [keyOf(word.pattern), word])).values()];
}
