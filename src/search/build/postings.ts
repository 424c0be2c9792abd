/** Collects where things stand in the documents of a volume. */
import { bucketOf, type UnitsFile } from '../files.ts';

/** Characters of JSON that one file holds on average. */
const usualSize = 12_000;

interface Postings {
  /** As in `UnitsFile`. */
  packed: number[];
  /** The last document that holds the key. */
  last: number;
}

/** Collects the keys of documents that come in ascending order of their numbers. */
export class PostingCollector {
  readonly #postings = new Map<string, Postings>();

  add(document: number, places: ReadonlyMap<string, readonly number[]>): void {
    for (const [key, positions] of places) {
      let postings = this.#postings.get(key);
      if (postings === undefined) {
        postings = { packed: [], last: 0 };
        this.#postings.set(key, postings);
      }
      const { packed, last } = postings;
      packed.push(document - last, positions.length);
      postings.last = document;
      let before = 0;
      for (const position of positions) {
        packed.push(position - before);
        before = position;
      }
    }
  }

  /** The keys in the order of their characters, each with its postings. */
  inOrder(): [key: string, packed: readonly number[]][] {
    return [...this.#postings.keys()]
      .sort()
      .map((key) => [key, (this.#postings.get(key) as Postings).packed]);
  }

  /**
   * The postings spread over files of about one size, in the order of their numbers.
   *
   * @param unitOf the unit that decides in which file a key stands
   */
  files(unitOf = (key: string) => key): UnitsFile[] {
    let numbers = 0;
    for (const { packed } of this.#postings.values()) numbers += packed.length;
    const buckets = Math.max(1, Math.ceil((numbers * 3) / usualSize));
    const files: UnitsFile[] = Array.from({ length: buckets }, () => ({}));
    for (const [key, { packed }] of this.#postings)
      (files[bucketOf(unitOf(key), buckets)] as UnitsFile)[key] = packed;
    return files;
  }
}
