/** A dump as lines, each with what its outer blanks and the lines around it tell. */
import { plainMarks } from './alike.ts';
import { controls, endingOf, isLeftOpen, simplify, simplifyPattern, widthOf } from './text.ts';

/** A stretch of one line: 1-based line number, UTF-16 offsets within the raw line. */
export type Piece = {
  line: number;
  from: number;
  to: number;
  /** In the text that it is a piece of, a blank stands before it that the break of the line took. */
  spaced?: true;
};

export type Line = Piece & {
  raw: string;
  /** The text between the outer blanks, without control characters. */
  text: string;
  /** Of the text, in full-width characters. */
  width: number;
  /** Blank lines between this line and the last one with text. */
  gap: number;
  /** Whether the line begins with an ideographic space, a tab, or at least two blanks. */
  indented: boolean;
};

/** All lines of a text: it is cut at LF, CR and CRLF. */
export function splitLines(text: string): string[] {
  // To cut at one character costs a tenth of what a pattern does.
  return text.includes('\r') ? text.split(/\r\n|\n|\r/) : text.split('\n');
}

const controlRuns = new RegExp(`${controls.source}+`, 'gv');

/** Stretches of control characters in a raw line, which no page can show. */
export function controlPieces(raw: string, line: number): Piece[] {
  if (!controls.test(raw)) return [];
  return [...raw.matchAll(controlRuns)].map(({ index, 0: run }) => ({
    line,
    from: index,
    to: index + run.length,
  }));
}

/** A piece without the control characters in it: usually itself. */
export function visiblePieces(raw: string, piece: Piece): readonly Piece[] {
  if (!controls.test(raw)) return piece.to > piece.from ? [piece] : [];
  const parts: Piece[] = [];
  let from = piece.from;
  for (const control of controlPieces(raw.slice(piece.from, piece.to), piece.line)) {
    const at = piece.from + control.from;
    if (at > from) parts.push({ line: piece.line, from, to: at });
    from = piece.from + control.to;
  }
  if (piece.to > from) parts.push({ line: piece.line, from, to: piece.to });
  return parts;
}

/** The indents of paragraphs that were run together into one line, as a copy of a web page or an e-paper has them. */
const indents = /[\u3000\u2003]{2,}/gu;
/** Lines that hold several paragraphs are wider than this; headers with wide blanks between their parts are not. */
const widestHeader = 60;

/** The parts of a line as offsets of its text: the paragraphs that were run together in it, or the whole. */
function paragraphsIn(text: string, width: number): [from: number, to: number][] {
  if (width < widestHeader || text.search(indents) < 0) return [[0, text.length]];
  const blanks = [...text.matchAll(indents)];
  const parts: [from: number, to: number][] = [];
  let from = 0;
  // Other blanks may stand beside the indents; a part of nothing else is none.
  const add = (to: number): void => {
    const part = text.slice(from, to);
    const bare = part.trim();
    const start = from + part.length - part.trimStart().length;
    if (bare !== '') parts.push([start, start + bare.length]);
  };
  for (const [at, { index, 0: blank }] of blanks.entries()) {
    const after = index + blank.length;
    const ending = endingOf(text.slice(Math.max(from, index - longestEnd), index).trimEnd());
    if (
      isLeftOpen(ending) &&
      !isHeadingBefore(text.slice(from, index), text.slice(after, blanks[at + 1]?.index))
    )
      continue;
    add(index);
    from = after;
  }
  add(text.length);
  return parts;
}

/** An author in brackets behind the last sentence of a text, on its line: …那一天。（文／杜思齊） */
const signature = simplifyPattern(
  /(?<=[。！？!?…])\s*(?=[（(【[]\s*(?:文|撰文|供稿|作者)\s*[：:／/｜|][^（）()【】]{2,40}[）)】\]]$)/u,
);
const endsSignature = /[）)】\]]/u;
const longestSignature = 60;

/** Where the author begins who signs a text on its last line; `undefined` where there is none. */
function signatureIn(text: string): number | undefined {
  if (!endsSignature.test(text.charAt(text.length - 1))) return undefined;
  const from = Math.max(0, text.length - longestSignature);
  const match = signature.exec(simplify(plainMarks(text.slice(from))));
  return match ? from + match.index + match[0].length : undefined;
}

/** The end of a text is told by so many characters. */
const longestEnd = 12;

/** Whether a text before an indent is a headline or a subhead, and the one behind it prose. */
function isHeadingBefore(text: string, next: string): boolean {
  return (
    text.length <= widestHeader * 2 &&
    widthOf(text) <= widestHeader &&
    !/[，；]/u.test(text) &&
    /[。！？]/u.test(next) &&
    widthOf(next) >= 24
  );
}

/** The lines that hold text, in order; of one that holds several paragraphs, each paragraph. */
export function linesOf(rawLines: readonly string[]): Line[] {
  const lines: Line[] = [];
  let gap = 0;
  for (let at = 0; at < rawLines.length; at++) {
    const raw = rawLines[at] as string;
    const seen = controls.test(raw) ? raw.replace(controlRuns, (run) => ' '.repeat(run.length)) : raw;
    const text = seen.trim();
    if (text === '') {
      gap++;
      continue;
    }
    const start = seen.length - seen.trimStart().length;
    const signed = signatureIn(text);
    const body = signed === undefined ? text : text.slice(0, signed).trimEnd();
    const bodyWidth = widthOf(body);
    const paragraphs = paragraphsIn(body, bodyWidth);
    if (signed !== undefined) paragraphs.push([signed, text.length]);
    for (let index = 0; index < paragraphs.length; index++) {
      const part = paragraphs[index] as readonly [number, number];
      const from = start + part[0];
      const to = start + part[1];
      const shown = seen === raw ? raw.slice(from, to) : raw.slice(from, to).replace(controlRuns, '');
      lines.push({
        line: at + 1,
        from,
        to,
        raw,
        text: shown,
        width: shown === body ? bodyWidth : widthOf(shown),
        gap: lines.length === 0 ? 0 : gap,
        indented: (index > 0 && part[0] !== signed) || /^(?:\s{2}|\u3000|\t)/u.test(seen),
      });
      gap = 0;
    }
  }
  return lines;
}
