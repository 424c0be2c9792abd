/** Whether a page was read as corrections of its lines say: some ask for what no reading of the page can be. */
import { type LineCorrection, linesSaid } from '../../src/article/corrections.ts';
import type { SpanLabel } from '../../src/article/ledger.ts';
import { passagesOf, type ReadPage } from './page.ts';
import type { Passage } from './passage.ts';
import { placedIn } from './spans.ts';

/** What a line became: each of its labels with the article, if any, and whether the passage begins above the line. */
type Became = { label: SpanLabel; article?: number; goesOn: boolean };

const wordsFor: Record<SpanLabel, string> = {
  title: 'a headline',
  series: 'the name of a series',
  byline: 'an author line',
  standfirst: 'a standfirst',
  subhead: 'a subhead',
  paragraph: 'a paragraph',
  furniture: 'furniture',
  unplaced: 'text without a place',
};

/** What each line of a page became, by 1-based number. */
function becameIn(page: ReadPage): Map<number, Became[]> {
  const lines = new Map<number, Became[]>();
  for (const { pieces, label, article } of placedIn(page))
    for (const { line } of pieces) {
      const goesOn = line > (pieces[0]?.line ?? line);
      const became = { label, goesOn, ...(article === undefined ? {} : { article }) };
      lines.set(line, [...(lines.get(line) ?? []), became]);
    }
  return lines;
}

/** The article whose text or header stands at a line or, above it, nearest; headlines that were torn away apart. */
function articleAbove(page: ReadPage, line: number): number | undefined {
  let nearest: { line: number; article: number } | undefined;
  for (const [article, each] of page.articles.entries()) {
    const torn = new Set<Passage>(each.torn ? each.titleLines : []);
    for (const passage of passagesOf(each)) {
      if (torn.has(passage)) continue;
      for (const piece of passage.pieces)
        if (piece.line < line && piece.line > (nearest?.line ?? 0)) nearest = { line: piece.line, article };
    }
  }
  return nearest?.article;
}

/** Whether a later correction says otherwise of a line, so that this one need not hold. */
function isOverruled(
  lines: readonly LineCorrection[],
  at: number,
  line: number,
  what: 'label' | 'begins' | 'joins',
): boolean {
  const { file } = lines[at] as LineCorrection;
  return lines.slice(at + 1).some((each) => {
    const [first, last] = linesSaid(each);
    return each.file === file && each[what] !== undefined && first <= line && line <= last;
  });
}

/**
 * Corrections of the lines of a dump that its page does not follow.
 *
 * @param lines all corrections of lines
 * @returns for each, its place in the list and in words what its line is instead
 */
export function unheeded(
  lines: readonly LineCorrection[],
  file: string,
  page: ReadPage,
): { at: number; instead: string }[] {
  if (!lines.some((each) => each.file === file)) return [];
  const became = becameIn(page);
  const insteadOf = (each: LineCorrection, at: number): string | undefined => {
    const [first, last] = linesSaid(each);
    for (let line = first; each.label !== undefined && line <= last; line++) {
      const found = became.get(line) ?? [];
      const isMet = found.length === 0 || found.some(({ label }) => label === each.label);
      if (!isMet && !isOverruled(lines, at, line, 'label'))
        return `line ${line} of ${file} stays ${wordsFor[(found[0] as Became).label]}`;
    }
    const [here] = became.get(first) ?? [];
    if (!here) return undefined;
    if (each.begins !== undefined && !isOverruled(lines, at, first, 'begins')) {
      const begins = here.article !== undefined && here.article !== articleAbove(page, first);
      if (begins !== each.begins)
        return `${each.begins ? 'no' : 'an'} article begins at line ${first} of ${file}`;
    }
    if (each.joins !== undefined && !isOverruled(lines, at, first, 'joins') && here.goesOn !== each.joins)
      return `line ${first} of ${file} ${each.joins ? 'begins anew' : 'goes on with the text above'}`;
    return undefined;
  };
  return lines.flatMap((each, at) => {
    const instead = each.file === file ? insteadOf(each, at) : undefined;
    return instead === undefined ? [] : [{ at, instead }];
  });
}
