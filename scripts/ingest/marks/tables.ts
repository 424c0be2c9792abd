/** What stands in the rows of a table. */
import type { Unit } from '../layout.ts';
import type { Features } from '../looks.ts';
import { cellsIn } from '../text.ts';

/** A figure with its unit, as the last cell of a row. */
const figure = /[\u3000\t ]\s*[-+]?[\d,]+(?:\.\d+)?\s?(?:%|％|\p{Script=Han}{0,3})$/u;

/** Rows of a table: three lines or more of as many cells, one below the other. */
export function markTables(units: readonly Unit[], all: Features[]): void {
  const cells = units.map(({ text }, at) => ((all[at]?.width ?? 0) <= 60 ? cellsIn(text) : 1));
  for (let from = 0; from < units.length; ) {
    let end = from + 1;
    while (
      end < units.length &&
      cells[end] === cells[from] &&
      (units[end]?.gap ?? 0) === (units[from + 1]?.gap ?? 0)
    )
      end++;
    const areFigures = cells[from] === 2 && units.slice(from, end).every(({ text }) => figure.test(text));
    if (((cells[from] as number) >= 3 || areFigures) && end - from >= 3)
      for (const features of all.slice(from, end)) features.literal = true;
    from = end;
  }
}
