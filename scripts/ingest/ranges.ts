/** Where an article stands in its dump, as ranges of lines. */
import { passagesOf, type ReadPage } from './page.ts';

/** Lines of each article as ranges: what lies between two of its lines is in the range unless another article's. */
export function rangesOf(page: ReadPage): [number, number][][] {
  const owner = new Map<number, number>();
  const all = page.articles.map((article, at) => {
    const lines: number[] = [];
    for (const { pieces } of passagesOf(article))
      for (const { line } of pieces) {
        lines.push(line);
        owner.set(line, at);
      }
    return lines.sort((a, b) => a - b);
  });
  return all.map((lines, at) => {
    const ranges: [number, number][] = [];
    for (const line of lines) {
      const last = ranges.at(-1);
      if (last?.[1] === line) continue;
      let free = last !== undefined;
      for (let between = (last?.[1] ?? line) + 1; free && between < line; between++)
        free = (owner.get(between) ?? at) === at;
      if (last && free) last[1] = line;
      else ranges.push([line, line]);
    }
    return ranges;
  });
}
