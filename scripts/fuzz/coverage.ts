/** Counts, without the ingest's own arithmetic, where each character of a dump went. */
import type { Span } from '../../src/article/ledger.ts';
import type { Block } from '../../src/article/schema.ts';

/** Non-blank characters that stand in no span, or in several: `line:offset` and how many spans hold it. */
export function misplaced(lines: readonly string[], spans: readonly Span[]): string[] {
  const holders = lines.map((line) => new Array<number>(line.length).fill(0));
  const wrong: string[] = [];
  for (const { line, from, to } of spans) {
    const counts = holders[line - 1];
    if (!counts || to > counts.length || from >= to)
      wrong.push(`${line}:${from}-${to} lies outside the dump`);
    for (let at = from; counts && at < to; at++) counts[at] = (counts[at] ?? 0) + 1;
  }
  for (const [index, counts] of holders.entries())
    for (const [at, count] of counts.entries())
      if (count > 1 || (count === 0 && !/\s/.test(lines[index]?.charAt(at) ?? '')))
        wrong.push(`${index + 1}:${at} stands in ${count} spans`);
  return wrong;
}

/** The lines of a text as an editor counts them. */
export function linesIn(text: string): string[] {
  return text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n');
}

const letters = (text: string): string => text.replace(/\s+/g, '');

/** Body blocks of an article as the spans of its dump give them, without blanks. */
export function blocksFromLedger(lines: readonly string[], spans: readonly Span[], id: string): Block[] {
  const blocks = new Map<string, Block>();
  for (const { line, from, to, label, article, block } of spans) {
    if (article !== id || (label !== 'paragraph' && label !== 'subhead')) continue;
    const key = `${label} ${block}`;
    const known = blocks.get(key) ?? { kind: label === 'paragraph' ? 'p' : 'h', text: '' };
    blocks.set(key, { ...known, text: known.text + letters((lines[line - 1] ?? '').slice(from, to)) });
  }
  return [...blocks.values()];
}

/** Blocks without blanks, to be compared with `blocksFromLedger`. */
export function withoutBlanks(blocks: readonly Block[]): Block[] {
  return blocks.map(({ kind, text }) => ({ kind, text: letters(text) }));
}
