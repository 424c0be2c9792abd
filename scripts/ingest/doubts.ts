/** What ingest was unsure of: a code for the article, and a line for the keeper with a correction ready to paste. */
import type { ReviewCode } from '../../src/article/codes.ts';
import { placeholder } from '../../src/article/corrections.ts';
import type { Label } from './state.ts';

export type Doubt = {
  /** Index of the article on its page. */
  article: number;
  line: number;
  code: ReviewCode;
  /** What was decided, and what came second, in words; `TITLE` and `SERIES` stand for those of the article as they are now. */
  decided: string;
  runnerUp: string;
  /** Smaller is more doubtful. */
  margin: number;
  /** A correction, as YAML, that would decide it the other way; `ID` stands for the article's id. */
  correction: string;
};

const words: Record<Label, string> = {
  headline: 'a headline or series line',
  carrier: 'a line of headline and author together',
  byline: 'an author line',
  standfirst: 'the standfirst',
  paragraph: 'a paragraph',
  continuation: 'the rest of the paragraph above',
  subhead: 'a subhead',
  signature: 'an author line after the text',
  furniture: 'furniture of the page, outside the articles',
};

/** A reading of a line, in words. */
export function wordsFor(label: Label): string {
  return words[label];
}

const inHeader = new Set<Label>(['headline', 'carrier', 'byline', 'standfirst']);

/** The code for a line that was read as `label` while `rival` came close. */
export function codeFor(label: Label, rival: Label): ReviewCode {
  const pair = [label, rival];
  if (pair.includes('furniture')) return 'furniture-unsure';
  if (pair.includes('continuation')) return 'join-unsure';
  if (pair.includes('subhead') && pair.includes('paragraph')) return 'subhead-unsure';
  if (pair.includes('standfirst')) return 'standfirst-unsure';
  if (inHeader.has(label) !== inHeader.has(rival) || pair.includes('signature')) return 'boundary-unsure';
  if (pair.includes('byline') || pair.includes('carrier')) return 'byline-unsure';
  return 'headline-unsure';
}

const ledgerLabel: Record<Label, string> = {
  headline: 'title',
  carrier: 'title',
  byline: 'byline',
  standfirst: 'standfirst',
  paragraph: 'paragraph',
  continuation: 'paragraph',
  subhead: 'subhead',
  signature: 'byline',
  furniture: 'furniture',
};

/** A correction of one line, or of the lines that were read as one. */
export function lineCorrection(file: string, [first, last]: readonly [number, number], what: string): string {
  const lines = first === last ? first : `[${first}, ${last}]`;
  return `lines:\n  - { file: ${JSON.stringify(file)}, line: ${lines}, ${what}, reason: "${placeholder}" }`;
}

/** What makes a line that was read as `label` the other thing that it could be. */
export function towards(label: Label, rival: Label): string {
  if (rival === 'continuation') return 'joins: true';
  if (label === 'continuation' && rival === 'paragraph') return 'joins: false';
  return `label: ${ledgerLabel[rival]}`;
}

/** A correction of one field. */
export function fieldCorrection(set: string): string {
  return `fields:\n  - { id: ID, set: { ${set} }, reason: "${placeholder}" }`;
}

/** A correction that accepts an article as it was read, whatever was in doubt in it. */
export function acceptance(id: string): string {
  return `fields:\n  - { id: ${id}, reviewed: true, reason: "${placeholder}" }`;
}

/** A correction of some words in a part of an article. */
export function slipCorrection(id: string, place: string, words: string): string {
  return `slips:\n  - { id: ${id}, in: ${place}, from: ${JSON.stringify(words)}, to: "${placeholder}", reason: "${placeholder}" }`;
}

/** A correction of the encoding of a dump. */
export function encodingCorrection(file: string, encoding: string): string {
  return `encodings:\n  - { file: ${JSON.stringify(file)}, encoding: ${encoding}, reason: "${placeholder}" }`;
}
