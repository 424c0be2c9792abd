/**
 * The body of an article file: blocks of plain text to Markdown that is also MDX, and back.
 *
 * Every character of a block comes out on the page as it went in; nothing in it can be read as markup,
 * as an expression or as an import. Each block is one line, blocks are parted by one blank line.
 */
import type { Block } from './schema.ts';

/** Characters that mean something inside a line of CommonMark, GFM or MDX. */
const inlineMarkup = /[\\`*_~{}[\]<&]/g;
/** GFM turns bare addresses into links; the escaped character keeps them text in any processor. */
const mayHoldAddress = /:\/\/|www\.|@/i;
const bareAddress = /(?<=https?|ftp)(?=:\/\/)|(?<=www)(?=\.)|(?=@)/gi;
/** What makes a line a heading, list, quotation, rule or setext underline when it stands first. */
const lineStart = /^(?:[#>+=|:-]|\d{1,9}(?=[.)]))/;

/** A run of # at the end of a heading is taken for its closing mark. */
const closingMarks = /(?<=[ \t])#+(?=[ \t]*$)/;

/** What all of these begin with, or hold: most lines have none of it. */
const mayMean = /[\\`*_~{}[\]<&@#]|:\/\/|[wW]{3}\.|^(?:[>+=|:\-\d]|import\b|export\b)/;

function escapeLine(text: string): string {
  if (!mayMean.test(text)) return text;
  const plain = text.replace(inlineMarkup, '\\$&');
  return (mayHoldAddress.test(plain) ? plain.replace(bareAddress, '\\') : plain)
    .replace(lineStart, (mark) => (/\d/.test(mark) ? `${mark}\\` : `\\${mark}`))
    .replace(/^import\b/, '&#105;mport')
    .replace(/^export\b/, '&#101;xport')
    .replace(closingMarks, '\\$&');
}

function unescapeLine(line: string): string {
  return line.replace(/\\([!-/:-@[-`{-~])|&#(\d+);/g, (_, mark: string | undefined, code: string) =>
    mark === undefined ? String.fromCodePoint(Number(code)) : mark,
  );
}

/**
 * Writes blocks as the body of an article file.
 *
 * @param blocks texts without line breaks or control characters, trimmed of ASCII blanks
 * @returns Markdown that ends in one line feed; an empty string for no blocks
 */
export function writeBody(blocks: readonly Block[]): string {
  if (blocks.length === 0) return '';
  const lines = blocks.map(({ kind, text }) => (kind === 'h' ? `## ${escapeLine(text)}` : escapeLine(text)));
  return `${lines.join('\n\n')}\n`;
}

/**
 * Reads a body that `writeBody` could have written.
 *
 * @returns its blocks, or `undefined` where the body holds anything else (emphasis, components, lists …), which
 *   then is to be read as the Markdown or MDX that a person made of it
 */
export function readPlainBody(body: string): Block[] | undefined {
  const trimmed = body.replace(/^\n+|\n+$/g, '');
  if (trimmed === '') return [];
  // What follows a line without a blank one between may be a list, a heading or a rule.
  if (/[^\n]\n[^\n]/.test(trimmed)) return undefined;
  const blocks = trimmed
    .split('\n\n')
    .map(
      (line): Block =>
        line.startsWith('## ')
          ? { kind: 'h', text: unescapeLine(line.slice(3)) }
          : { kind: 'p', text: unescapeLine(line) },
    );
  return writeBody(blocks) === `${trimmed}\n` ? blocks : undefined;
}
