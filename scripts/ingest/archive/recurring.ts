/** Lines of headlines that come again over other articles of the archive: what returns so is the name of a series. */
import { nearEqual } from '../similarity.ts';
import { keysOf } from './series.ts';

/** A shorter line may return by chance. */
const shortestName = 4;

type Seen = { name: string; file: string; rest: readonly string[] };

/** The lines of headlines with several lines, by what they say. */
export class RecurringLines {
  private readonly byKey = new Map<string, Seen[]>();

  /**
   * Notes the headlines of a dump.
   *
   * @param stacked the lines of each headline that has several
   * @returns those that stood over an article of another dump, each in both spellings, where the rest of the headline was
   * another: an article that is printed twice has all its lines twice
   */
  add(file: string, stacked: readonly (readonly string[])[]): string[] {
    const found: string[] = [];
    for (const lines of stacked)
      for (const name of lines) {
        if (name.length < shortestName) continue;
        const here: Seen = { name, file, rest: lines.filter((line) => line !== name) };
        for (const key of keysOf(name)) {
          const others = this.byKey.get(key) ?? [];
          if (others.length === 0) this.byKey.set(key, others);
          for (const other of others) if (isSameOverOther(here, other)) found.push(name, other.name);
          others.push(here);
        }
      }
    return found;
  }
}

function isSameOverOther(a: Seen, b: Seen): boolean {
  if (a.file === b.file || !nearEqual(a.name, b.name)) return false;
  return !a.rest.some((line) => b.rest.some((other) => nearEqual(line, other)));
}
