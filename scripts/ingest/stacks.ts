/** Headlines that stand one below the other, away from their articles. */

import { brokenScore, jointOf, rightBelow } from './joints.ts';
import { hasPartMark, wholeBracket } from './series-look.ts';
import type { HeadLine } from './sheet.ts';

/** Headlines of several articles that stand together are so many at least. */
const fewestInStack = 3;

/** Where headlines stand one below the other, and blank lines tell them apart, the lines of each as one. */
export function joinStacked(heads: readonly HeadLine[]): HeadLine[] {
  const stacks: HeadLine[][][] = [];
  for (let at = 0; at < heads.length; at++) {
    const head = heads[at] as HeadLine;
    const isBelow = rightBelow(heads[at - 1], head);
    if (!isBelow) stacks.push([[head]]);
    else if (head.parted) stacks.at(-1)?.push([head]);
    else stacks.at(-1)?.at(-1)?.push(head);
  }
  return stacks.flatMap((stack) =>
    stack.length < fewestInStack ? stack.flat() : stack.flatMap((lines) => asOne(lines) ?? lines),
  );
}

/** Lines as one headline; `undefined` where one of them names a column. */
function asOne([first, ...rest]: readonly HeadLine[]): HeadLine | undefined {
  if (!first || rest.length === 0 || rest.length > 2) return undefined;
  const lines = [first, ...rest];
  if (lines.some(({ carried, text }) => carried || wholeBracket.test(text) || hasPartMark(text)))
    return undefined;
  const one = { ...first, pieces: [...first.pieces], units: [...first.units] };
  for (let at = 0; at < rest.length; at++) {
    const line = rest[at] as HeadLine;
    one.text += jointOf(lines[at] as HeadLine, line) + line.text;
    one.pieces.push(...line.pieces);
    one.units.push(...line.units);
    one.full = line.full;
  }
  return one;
}

/**
 * Headings with no article of their own, those right below each other as one where they may be.
 *
 * @returns `undefined` where there are none such
 */
export function joinedSpares(spares: readonly HeadLine[]): HeadLine[] | undefined {
  const joined: HeadLine[] = [];
  for (let at = 0; at < spares.length; at++) {
    const above = spares[at] as HeadLine;
    const below = spares[at + 1];
    const one =
      below && rightBelow(above, below) && !below.parted && brokenScore([above, below]) > -2.5
        ? asOne([above, below])
        : undefined;
    joined.push(one ?? above);
    if (one) at++;
  }
  return joined.length < spares.length ? joined : undefined;
}
