/**
 * Where the index of a large archive is cut into volumes.
 *
 * The cuts depend on the articles alone, and each on those near it, so that a new dump changes the volume in which it
 * lands and no other: a cut stands before the article whose mark is the lowest of all before which it might stand.
 */
import { createHash } from 'node:crypto';

/** A number that an id always has, and that says nothing of where the article stands. */
function markOf(id: string): number {
  return createHash('sha256').update(id).digest().readUInt32BE();
}

/** A run of articles, from `first` up to `end`. */
export interface Stretch {
  first: number;
  end: number;
}

/** The part of the most articles that a volume has at least, the last one aside. */
const fullness = 0.75;

/**
 * Cuts an archive into volumes of at most `most` articles.
 *
 * @param ids in the order of the archive
 */
export function volumesOf(ids: readonly string[], most: number): Stretch[] {
  const marks = ids.map(markOf);
  const volumes: Stretch[] = [];
  let first = 0;
  while (ids.length - first > most) {
    const least = first + Math.ceil(most * fullness);
    let end = least;
    for (let at = least + 1; at <= first + most; at++)
      if ((marks[at] as number) < (marks[end] as number)) end = at;
    volumes.push({ first, end });
    first = end;
  }
  if (first < ids.length) volumes.push({ first, end: ids.length });
  return volumes;
}
