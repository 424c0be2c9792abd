/**
 * Where the index of a large archive is cut into volumes.
 *
 * Volumes are cut from the old end. What is left at the new end and makes no large one is cut into smaller ones, and
 * what those leave into smaller ones still, so that the last, to which a new dump adds, is small; when enough has come
 * together, small volumes give way to a larger one. An archive of any size has few small ones.
 *
 * The cuts depend on the articles alone, and each on those near it, so that a change among old articles changes the
 * volume in which it lands and no other: a cut stands before the article whose mark is the lowest of all before which
 * it might stand.
 */
import { createHash } from 'node:crypto';

/**
 * Articles of a volume at most. Larger ones cost a reader more for the first results, and whoever builds them more
 * memory, and more time where an old article is corrected; with smaller ones the whole answer costs a reader more.
 * `docs/search-figures.md` has a table.
 */
export const articlesInVolume = 1900;

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

/** The most articles of the smaller volumes. Smaller ones still would save a build less than they cost a reader. */
const smaller = [480, 120];

/**
 * Cuts an archive into volumes of at most `most` articles.
 *
 * @param ids in the order in which they came, the first first
 */
export function volumesOf(ids: readonly string[], most: number): Stretch[] {
  const marks = ids.map(markOf);
  const volumes: Stretch[] = [];
  let first = 0;
  for (const size of [most, ...smaller.filter((each) => each < most)]) {
    while (ids.length - first > size) {
      let end = first + Math.ceil(size * fullness);
      for (let at = end + 1; at <= first + size; at++)
        if ((marks[at] as number) < (marks[end] as number)) end = at;
      volumes.push({ first, end });
      first = end;
    }
  }
  if (first < ids.length) volumes.push({ first, end: ids.length });
  return volumes;
}
