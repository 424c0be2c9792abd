/** What of an article is shown with a query: its parts with the hits marked, and lines of context around them. */
import type { ArticleRecord } from '../article/record.ts';
import type { Folding } from '../text/folding.ts';
import { occurrencesIn, type Pattern } from './pattern.ts';
import { type Stream, streamOf } from './units.ts';

/** A stretch of text, marked or not. */
export interface Stretch {
  text: string;
  marked: boolean;
}

/** A hit with its surroundings, on one line. No two lines of a block hold the same stretch of it. */
export interface Line {
  /** `#p7`, `#h2` or `#standfirst`. */
  anchor: string;
  /** Which part of its block it shows, as UTF-16 offsets. */
  from: number;
  to: number;
  stretches: Stretch[];
  /** Which of the patterns are marked in it. */
  patterns: Set<number>;
}

/** UTF-16 offsets in a text, and the number of the pattern. */
interface Range {
  from: number;
  to: number;
  pattern: number;
}

/** UTF-16 units of context on each side of a hit: where no sentence or clause parts it, and at most. */
const context = { usual: 30, most: 44 };

/** Texts whose units are remembered: while a reader types, the same articles come up with each key. */
const mostRead = 2000;
const read = new Map<string, Stream>();

function unitsOf(text: string, folding: Folding): Stream {
  let stream = read.get(text);
  if (stream === undefined) {
    if (read.size === mostRead) read.clear();
    stream = streamOf(text, folding);
    read.set(text, stream);
  }
  return stream;
}

/** Where patterns occur in a text, from left to right. */
export function rangesIn(text: string, patterns: readonly Pattern[], folding: Folding): Range[] {
  const stream = unitsOf(text, folding);
  const ranges = patterns.flatMap((pattern, number) =>
    occurrencesIn(stream, pattern).map((start) => ({
      from: stream.starts[start] as number,
      to: stream.ends[start + pattern.units.length - 1] as number,
      pattern: number,
    })),
  );
  return ranges.sort((a, b) => a.from - b.from || a.to - b.to);
}

/** Cuts `text` between two offsets into stretches; ranges that overlap or touch are one mark. */
function stretchesOf(text: string, from: number, to: number, ranges: readonly Range[]): Stretch[] {
  const stretches: Stretch[] = [];
  let at = from;
  const push = (until: number, marked: boolean) => {
    if (until <= at) return;
    const last = stretches.at(-1);
    const piece = text.slice(at, until);
    if (last !== undefined && last.marked === marked) last.text += piece;
    else stretches.push({ text: piece, marked });
    at = until;
  };
  for (const range of ranges) {
    push(Math.min(range.from, to), false);
    push(Math.min(range.to, to), true);
  }
  push(to, false);
  return stretches;
}

/** A whole text with its hits marked. */
export function marked(text: string, patterns: readonly Pattern[], folding: Folding): Stretch[] {
  return stretchesOf(text, 0, text.length, rangesIn(text, patterns, folding));
}

/** Cuts stretches of a text where its parts meet: the stretches of each part. */
export function stretchesBy(parts: readonly string[], stretches: readonly Stretch[]): Stretch[][] {
  const left = [...stretches];
  return parts.map((part) => {
    const own: Stretch[] = [];
    for (let open = part.length; open > 0; ) {
      const { text, marked } = left.shift() ?? { text: part.slice(-open), marked: false };
      own.push({ text: text.slice(0, open), marked });
      if (text.length > open) left.unshift({ text: text.slice(open), marked });
      open -= text.length;
    }
    return own;
  });
}

/** Ends of sentences, and of clauses, with the marks that close them. */
const ends = [/[。！？!?；;…]+[」』”’》〉）)]*/gu, /(?:[，、：—」』”’》〉）)]|[,:](?=\s))+/gu];

/** Where a line of context may be cut inside `text` without parting a clause; sentences come before clauses. */
function seams(text: string): number[] {
  for (const end of ends) {
    const found = [...text.matchAll(end)].map(({ index, 0: marks }) => index + marks.length);
    const inside = found.filter((at) => at < text.length);
    if (inside.length > 0) return inside;
  }
  return [];
}

/** Moves an offset back out of the middle of a surrogate pair, a Latin word or a number. */
function whole(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  if (code >= 0xdc00 && code <= 0xdfff) return offset - 1;
  const word = /[\p{Script=Latin}\d.,]{1,24}$/u.exec(text.slice(0, offset));
  return word && /^(?:[\p{Script=Latin}\d]|[.,]\d)/u.test(text.slice(offset)) ? word.index : offset;
}

/** Where the line of a hit begins: as far before it as a line may reach, but with a sentence or else a clause. */
function beginOf(text: string, hit: number): number {
  const furthest = Math.max(0, hit - context.most);
  if (furthest === 0) return 0;
  const [seam] = seams(text.slice(furthest, hit));
  return seam === undefined ? whole(text, hit - context.usual) : furthest + seam;
}

/** Where the line of a hit ends, likewise; `hit` is the end of the hit. */
function endOf(text: string, hit: number): number {
  const rest = text.slice(hit, hit + context.most + 1);
  if (rest.length <= context.most) return text.length;
  const seam = seams(rest).at(-1);
  return seam === undefined ? whole(text, hit + context.usual) : hit + seam;
}

/** Whether a sentence is cut at an offset. */
function isCut(text: string, offset: number): boolean {
  const isInside = offset > 0 && offset < text.length;
  return isInside && !/[。！？!?][」』”’》〉）)]*$/u.test(text.slice(Math.max(0, offset - 4), offset));
}

function linesIn(text: string, anchor: string, patterns: readonly Pattern[], folding: Folding): Line[] {
  const ranges = rangesIn(text, patterns, folding);
  const lines: Line[] = [];
  let before = 0;
  for (let at = 0; at < ranges.length; ) {
    const { from: first, to: last } = ranges[at] as Range;
    // What the line above shows is not shown again, unless hits overlap.
    const from = Math.min(first, Math.max(before, beginOf(text, first)));
    const reach = endOf(text, last);
    let next = at;
    let held = last;
    for (; next < ranges.length && (ranges[next] as Range).to <= reach; next++)
      held = Math.max(held, (ranges[next] as Range).to);
    // A hit that the line would cut in two begins the line below.
    const cut = ranges[next];
    const to = cut === undefined ? reach : Math.max(held, Math.min(reach, cut.from));
    const inside = ranges.filter((range) => range.to > from && range.from < to);
    const stretches = stretchesOf(text, from, to, inside);
    if (isCut(text, from)) stretches.unshift({ text: '…', marked: false });
    if (isCut(text, to)) stretches.push({ text: '…', marked: false });
    const shown = ranges.slice(at, next);
    lines.push({ anchor, from, to, stretches, patterns: new Set(shown.map(({ pattern }) => pattern)) });
    before = to;
    at = next;
  }
  return lines;
}

/** Every hit of an article's standfirst and body in context, in reading order. */
export function linesOf(record: ArticleRecord, patterns: readonly Pattern[], folding: Folding): Line[] {
  const { standfirst, blocks } = record;
  return [
    ...(standfirst === undefined ? [] : linesIn(standfirst, '#standfirst', patterns, folding)),
    ...blocks.flatMap(({ kind, n, text }) => linesIn(text, `#${kind}${n}`, patterns, folding)),
  ];
}

/** What a line says, without the marks that it is cut. */
function said({ stretches }: Line): string {
  return stretches
    .map(({ text }) => text)
    .join('')
    .replace(/^…|…$/gu, '');
}

/** The lines to show first: those that hold most of the words, none that says what another does, in reading order. */
export function bestLines(lines: readonly Line[], most: number): Line[] {
  const numbered = lines.map((line, number) => ({ line, number }));
  const sorted = numbered.sort((a, b) => b.line.patterns.size - a.line.patterns.size || a.number - b.number);
  const best: typeof numbered = [];
  for (const each of sorted) {
    if (best.length === most) break;
    const text = said(each.line);
    if (!best.some(({ line }) => said(line).includes(text) || text.includes(said(line)))) best.push(each);
  }
  return best.sort((a, b) => a.number - b.number).map(({ line }) => line);
}
