/** The ledger of a source: each character of the dump in one span, with its label. */
import type { Span, SpanLabel } from '../../src/article/ledger.ts';
import { controlPieces, type Piece, visiblePieces } from './lines.ts';
import type { ReadPage } from './page.ts';

type Draft = { label: SpanLabel; article?: string; block?: number; reason: string };

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
  const add = (pieces: readonly Piece[], draft: Draft, joinedReason?: string): void => {
    let first = true;
    for (const piece of pieces) {
      for (const { line, from, to } of visiblePieces(rawLines[piece.line - 1] ?? '', piece)) {
        const { reason, ...rest } = draft;
        spans.push({
          line,
          from,
          to,
          ...rest,
          ...(first ? {} : { joined: true as const }),
          reason: first ? reason : (joinedReason ?? reason),
        });
        first = false;
      }
    }
  };
  for (const [at, article] of page.articles.entries()) {
    const id = ids[at];
    const owner = id === undefined ? {} : { article: id };
    for (const line of article.titleLines)
      add(line.pieces, {
        label: 'title',
        ...owner,
        reason: article.torn ? 'headline-by-content' : 'headline',
      });
    if (article.seriesLine) add(article.seriesLine.pieces, { label: 'series', ...owner, reason: 'series' });
    for (const byline of article.bylines)
      add(byline.pieces, { label: 'byline', ...owner, reason: byline.signature ? 'signature' : 'byline' });
    if (article.standfirst)
      add(
        article.standfirst.pieces,
        { label: 'standfirst', ...owner, block: 1, reason: 'standfirst' },
        'torn',
      );
    const count = { p: 0, h: 0 };
    for (const block of article.blocks) {
      const number = ++count[block.kind];
      const label = block.kind === 'p' ? 'paragraph' : 'subhead';
      add(
        block.pieces,
        { label, ...owner, block: number, reason: label },
        block.units.length > 1 ? 'torn' : 'wrapped',
      );
    }
  }
  for (const passage of page.furniture) add(passage.pieces, { label: 'furniture', reason: passage.reason });
  for (const passage of page.unplaced)
    add(passage.pieces, { label: 'unplaced', reason: 'heading-without-article' });
  spans.sort((a, b) => a.line - b.line || a.from - b.from);
  return [...withRest(rawLines, spans)];
}

/** Adds what lies between the spans: controls, and the marks that part headline, column and author. */
function* withRest(rawLines: readonly string[], spans: readonly Span[]): Generator<Span> {
  let next = 0;
  for (const [at, raw] of rawLines.entries()) {
    const line = at + 1;
    let from = 0;
    const rest = function* (to: number): Generator<Span> {
      if (to <= from) return;
      const between = raw.slice(from, to);
      for (const { from: begin, to: end } of controlPieces(between, line))
        yield { line, from: from + begin, to: from + end, label: 'furniture', reason: 'control-character' };
      for (const piece of visiblePieces(between, { line, from: 0, to: between.length })) {
        const text = between.slice(piece.from, piece.to);
        const trimmed = text.trim();
        if (trimmed === '') continue;
        const begin = from + piece.from + text.indexOf(trimmed);
        yield { line, from: begin, to: begin + trimmed.length, label: 'furniture', reason: 'mark' };
      }
    };
    for (let span = spans[next]; span?.line === line; span = spans[++next]) {
      if (span.from < from) throw new RangeError(`line ${line}: two spans hold character ${span.from}`);
      yield* rest(span.from);
      yield span;
      from = span.to;
    }
    yield* rest(raw.length);
  }
}

/**
 * Checks that nothing was lost: each non-blank character of the dump stands in exactly one span.
 *
 * @returns the 1-based lines where that fails
 */
export function linesWithLoss(rawLines: readonly string[], spans: readonly Span[]): number[] {
  const within = new Map<number, string[]>();
  for (const { line, from, to } of spans) {
    const raw = rawLines[line - 1] ?? '';
    const parts = within.get(line);
    if (parts) parts.push(raw.slice(from, to));
    else within.set(line, [raw.slice(from, to)]);
  }
  const letters = (text: string): string => text.replace(/\s+/gu, '');
  return rawLines.flatMap((raw, at) => {
    const placed = within.get(at + 1)?.join('') ?? '';
    return raw === placed || letters(raw) === letters(placed) ? [] : [at + 1];
  });
}
