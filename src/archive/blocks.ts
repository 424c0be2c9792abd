/** What stands with each block of an article on its page. */
import type { BlockMarks, MarkWords } from '../article/marks.ts';
import type { Voice } from '../voice.ts';
import type { ShownArticle } from './model.ts';
import type { BlockLines } from './places.ts';
import { lineAddress } from './sources.ts';

/** Tells for each block of an article its anchors and its line in the first source; each line is anchored once. */
export function marksOf(
  lines: BlockLines,
  { data }: ShownArticle,
  { to }: Voice,
): (kind: 'p' | 'h', n: number) => BlockMarks {
  const anchored = new Set<number>();
  const file = data.sources[0]?.file ?? '';
  return (kind, n) => {
    const own = lines.ofBlock(kind, n);
    const anchors = own.filter((line) => !anchored.has(line));
    for (const line of anchors) anchored.add(line);
    const [line] = own;
    return {
      kind,
      n,
      anchors,
      source: line === undefined ? undefined : { href: to(lineAddress(file, line)), line },
    };
  };
}

/** The words of marks in the script of a page. */
export function markWords({ t }: Voice): MarkWords {
  return {
    paragraph: (n) => t(`第 ${n} 段的連結`),
    sourceLine: (line) => t(`原文 ${line} 行`),
  };
}
