/** The folding of an archive, as a table for browsers. */
import path from 'node:path';
import { readRecord } from '../../cache/kept-file.ts';
import { hanTable } from '../../text/fold.ts';
import type { HanTable } from '../../text/folding.ts';
import { codeDigest } from './code.ts';
import { writeWhole } from './write.ts';

interface Kept {
  code: string;
  table: HanTable;
}

/** The table of all characters, which is the same until the program changes. */
function wholeTable(cache: string): HanTable {
  const file = path.join(cache, 'folding.json');
  const code = codeDigest();
  const kept = readRecord<Kept>(file);
  if (kept?.code === code) return kept.table;
  const table = hanTable();
  writeWhole(file, JSON.stringify({ code, table } satisfies Kept));
  return table;
}

/**
 * The table without what folds to characters that nobody asks for.
 *
 * @param cache a folder that keeps the table of all characters; safe to delete
 */
export function foldingTable(isUsed: (folded: string) => boolean, cache: string): HanTable {
  const { from, to } = wholeTable(cache);
  const [sources, targets] = [Array.from(from), Array.from(to)];
  const used = [...sources.keys()].filter((at) => isUsed(targets[at] as string));
  return { from: used.map((at) => sources[at]).join(''), to: used.map((at) => targets[at]).join('') };
}
