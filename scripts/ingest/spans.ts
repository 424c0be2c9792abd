/** The ledger of a source: each character of the dump in one span, with its label. */
import type { Span } from '../../src/article/ledger.ts';
import { controlPieces, type Piece, visiblePieces } from './lines.ts';
import type { ReadPage } from './page.ts';

/** A passage of a page with what the ledger says of it; `article` is a place among those of the page. */
export type Placed = Pick<Span, 'label' | 'block' | 'reason'> & {
  pieces: readonly Piece[];
  article?: number;
  /** Why its pieces behind the first belong to it, where that is not for the same reason. */
  joinedReason?: string;
};

/** All passages of a page, article by article, and then what is in none. */
export function placedIn(page: ReadPage): Placed[] {
  const placed = page.articles.flatMap((article, at): Placed[] => {
    const { titleLines, seriesLine, bylines, standfirst, blocks } = article;
    const count = { p: 0, h: 0 };
    return [
      ...titleLines.map(
        ({ pieces }): Placed => ({
          pieces,
          label: 'title',
          article: at,
          reason: article.torn ? 'headline-by-content' : 'headline',
        }),
      ),
      ...(seriesLine
        ? [{ pieces: seriesLine.pieces, label: 'series' as const, article: at, reason: 'series' }]
        : []),
      ...bylines.map(
        ({ pieces, signature }): Placed => ({
          pieces,
          label: 'byline',
          article: at,
          reason: signature ? 'signature' : 'byline',
        }),
      ),
      ...(standfirst
        ? [
            {
              pieces: standfirst.pieces,
              label: 'standfirst' as const,
              article: at,
              block: 1,
              reason: 'standfirst',
              joinedReason: 'torn',
            },
          ]
        : []),
      ...blocks.map(({ kind, pieces, units }): Placed => {
        const label = kind === 'p' ? 'paragraph' : 'subhead';
        const joinedReason = units.length > 1 ? 'torn' : 'wrapped';
        return { pieces, label, article: at, block: ++count[kind], reason: label, joinedReason };
      }),
    ];
  });
  for (const { pieces, reason } of page.furniture) placed.push({ pieces, label: 'furniture', reason });
  for (const { pieces } of page.unplaced)
    placed.push({ pieces, label: 'unplaced', reason: 'heading-without-article' });
  return placed;
}

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
  for (const { pieces, label, article: at, block, reason, joinedReason = reason } of placedIn(page)) {
    const article = at === undefined ? undefined : ids[at];
    let first = true;
    for (const piece of pieces)
      for (const { line, from, to } of visiblePieces(rawLines[piece.line - 1] ?? '', piece)) {
        if (first) spans.push({ line, from, to, label, article, block, reason });
        else spans.push({ line, from, to, label, article, block, joined: true, reason: joinedReason });
        first = false;
      }
  }
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
