/** Collects where things stand in the documents of a volume. */
import { bucketOf, type UnitsFile } from '../files.ts';

/** Characters of JSON that one file holds on average. */
const usualSize = 12_000;

/** Collects the keys of documents that come in ascending order of their numbers; packed as in `UnitsFile`. */
export class PostingCollector {
  readonly #postings = new Map<string, number[]>();
  readonly #last = new Map<string, number>();

  add(document: number, places: ReadonlyMap<string, readonly number[]>): void {
    for (const [key, positions] of places) {
      let postings = this.#postings.get(key);
      if (postings === undefined) {
        postings = [];
        this.#postings.set(key, postings);
      }
      postings.push(document - (this.#last.get(key) ?? 0), positions.length);
      this.#last.set(key, document);
      let before = 0;
      for (const position of positions) {
        postings.push(position - before);
        before = position;
      }
    }
  }

  /** The keys in the order of their characters, each with its postings. */
  inOrder(): [key: string, packed: readonly number[]][] {
    return [...this.#postings].sort(([a], [b]) => (a < b ? -1 : 1));
  }

  /**
   * The postings spread over files of about one size, in the order of their numbers.
   *
   * @param unitOf the unit that decides in which file a key stands
   */
  files(unitOf = (key: string) => key): UnitsFile[] {
    const numbers = [...this.#postings.values()].reduce((sum, { length }) => sum + length, 0);
    const buckets = Math.max(1, Math.ceil((numbers * 3) / usualSize));
    const files: UnitsFile[] = Array.from({ length: buckets }, () => ({}));
    for (const [key, postings] of this.#postings)
      (files[bucketOf(unitOf(key), buckets)] as UnitsFile)[key] = postings;
    return files;
  }
}
