/** The ledger of a source: each character of the dump in one span, with its label. */
import type { Span } from '../../src/article/ledger.ts';
import { controlPieces, type Piece, visiblePieces } from './lines.ts';
import type { ReadPage } from './page.ts';

type Draft = Pick<Span, 'label' | 'article' | 'block' | 'reason'>;

/**
 * Lays out all spans of a source.
 *
 * @param ids of the articles of the page, in their order; `undefined` where the article was withdrawn
 * @throws {RangeError} where two spans hold one character, which the parse never gives
 */
export function spansOf(
  rawLines: readonly string[],
  page: ReadPage,
  ids: readonly (string | undefined)[],
): Span[] {
  const spans: Span[] = [];
  const add = (pieces: readonly Piece[], draft: Draft, joinedReason = draft.reason): void => {
    const { label, article, block, reason } = draft;
    let first = true;
    for (const piece of pieces)
      for (const { line, from, to } of visiblePieces(rawLines[piece.line - 1] ?? '', piece)) {
        if (first) spans.push({ line, from, to, label, article, block, reason });
        else spans.push({ line, from, to, label, article, block, joined: true, reason: joinedReason });
        first = false;
      }
  };
  for (const [at, article] of page.articles.entries()) {
    const owner = ids[at];
    for (const line of article.titleLines)
      add(line.pieces, {
        label: 'title',
        article: owner,
        reason: article.torn ? 'headline-by-content' : 'headline',
      });
    if (article.seriesLine)
      add(article.seriesLine.pieces, { label: 'series', article: owner, reason: 'series' });
    for (const byline of article.bylines)
      add(byline.pieces, {
        label: 'byline',
        article: owner,
        reason: byline.signature ? 'signature' : 'byline',
      });
    if (article.standfirst)
      add(
        article.standfirst.pieces,
        { label: 'standfirst', article: owner, block: 1, reason: 'standfirst' },
        'torn',
      );
    const count = { p: 0, h: 0 };
    for (const block of article.blocks) {
      const number = ++count[block.kind];
      const label = block.kind === 'p' ? 'paragraph' : 'subhead';
      add(
        block.pieces,
        { label, article: owner, block: number, reason: label },
        block.units.length > 1 ? 'torn' : 'wrapped',
      );
    }
  }
  for (const passage of page.furniture) add(passage.pieces, { label: 'furniture', reason: passage.reason });
  for (const passage of page.unplaced)
    add(passage.pieces, { label: 'unplaced', reason: 'heading-without-article' });
  spans.sort((a, b) => a.line - b.line || a.from - b.from);
  return withRest(rawLines, spans);
}

/** Adds what lies between the spans: controls, and the marks that part headline, column and author. */
function withRest(rawLines: readonly string[], spans: readonly Span[]): Span[] {
  const all: Span[] = [];
  let next = 0;
  for (let at = 0; at < rawLines.length; at++) {
    const raw = rawLines[at] as string;
    const line = at + 1;
    let from = 0;
    for (let span = spans[next]; span?.line === line; span = spans[++next]) {
      if (span.from < from) throw new RangeError(`line ${line}: two spans hold character ${span.from}`);
      if (span.from > from) addRest(all, raw.slice(from, span.from), line, from);
      all.push(span);
      from = span.to;
    }
    if (raw.length > from) addRest(all, raw.slice(from), line, from);
  }
  return all;
}

/** Adds what stands in a part of a line that is in no span, from an offset of the line on, in its order. */
function addRest(all: Span[], between: string, line: number, offset: number): void {
  const controls = controlPieces(between, line).map(({ from, to }) => ({
    from,
    to,
    reason: 'control-character',
  }));
  const marks = visiblePieces(between, { line, from: 0, to: between.length }).flatMap((piece) => {
    const text = between.slice(piece.from, piece.to);
    const trimmed = text.trim();
    const from = piece.from + text.indexOf(trimmed);
    return trimmed === '' ? [] : [{ from, to: from + trimmed.length, reason: 'mark' }];
  });
  for (const { from, to, reason } of [...controls, ...marks].sort((a, b) => a.from - b.from))
    all.push({ line, from: offset + from, to: offset + to, label: 'furniture', reason });
}

/**
 * Checks that nothing was lost: each non-blank character of the dump stands in exactly one span.
 *
 * @param spans line by line
 * @returns the 1-based lines where that fails
 */
export function linesWithLoss(rawLines: readonly string[], spans: readonly Span[]): number[] {
  const letters = (text: string): string => text.replace(/\s+/gu, '');
  const lost: number[] = [];
  let next = 0;
  for (let at = 0; at < rawLines.length; at++) {
    const raw = rawLines[at] as string;
    let placed = '';
    for (let span = spans[next]; span?.line === at + 1; span = spans[++next])
      placed += raw.slice(span.from, span.to);
    if (raw !== placed && letters(raw) !== letters(placed)) lost.push(at + 1);
  }
  return lost;
}
