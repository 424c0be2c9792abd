/** Whether the first paragraph of an article is one. */
import { type Doubt, lineCorrection, towards, wordsFor } from './doubts.ts';
import type { Headed } from './headed.ts';
import { lineAt, linesAt, type Parsed } from './parsed.ts';
import { summingAt } from './summing.ts';

/** Log-odds, as `summingAt` has them, from which a first paragraph is in doubt: one of a hundred is, and half of the standfirsts that were not seen. */
const doubtful = 1.5;

/** A first paragraph below a header that sums up what stands below it: perhaps a standfirst without any mark of one. */
export function summingParagraphs(
  parsed: Parsed,
  article: number,
  { draft }: Headed,
  close: readonly Doubt[],
): Doubt[] {
  const [first, second] = draft.blocks;
  const at = first?.units[0];
  const isBelowHeader = at !== undefined && at > draft.begin;
  if (draft.standfirst || first?.kind !== 'p' || second?.kind !== 'p' || !isBelowHeader) return [];
  const line = lineAt(parsed, at);
  if (close.some((doubt) => doubt.line === line)) return [];
  if (summingAt(parsed.units, parsed.features, at, draft.end) < doubtful) return [];
  return [
    {
      article,
      line,
      code: 'standfirst-unsure',
      decided: wordsFor('paragraph'),
      runnerUp: wordsFor('standfirst'),
      margin: 1,
      correction: lineCorrection(parsed.file, linesAt(parsed, at), towards('paragraph', 'standfirst')),
    },
  ];
}
