/** A headline in the fashion of a paper. */
import type { Random } from '../../fuzz/random.ts';
import { widthOf } from '../../ingest/text.ts';
import { segmentsOf } from '../../ingest/words.ts';
import type { Ways } from './ways.ts';

/** A headline of one part as two lines, cut between words near its middle; whole where it is short. */
function cutInHalf(title: string): string[] {
  if (widthOf(title) < 14 || !/^[\p{Script=Han}，：「」]+$/u.test(title)) return [title];
  const middle = title.length / 2;
  const cuts = segmentsOf(title)
    .map(({ index }) => index)
    .filter((at) => at > 4 && at < title.length - 3 && !/[，：」]/u.test(title.charAt(at)))
    .sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
  const [cut] = cuts;
  return cut === undefined ? [title] : [title.slice(0, cut), title.slice(cut)];
}

/** The lines of a headline: its parts, or the halves of a long one, where the paper breaks headlines. */
export function headlineLines(title: string, ways: Ways, random: Random): string[] {
  if (ways.headline !== 'broken') return [title];
  const parts = title.split(' ');
  if (parts.length === 2 && parts.every((part) => /^\p{Script=Han}{4,}[？！]?$/u.test(part))) return parts;
  return parts.length === 1 && ways.spacing === 'column' && random.oneIn(2) ? cutInHalf(title) : [title];
}
