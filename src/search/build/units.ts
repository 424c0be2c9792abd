/** Units, or forms of them, and where they stand, spread over files of about one size. */
import { bucketOf, type UnitsFile } from '../files.ts';

/** Characters of JSON that one file holds on average. */
const usualSize = 12_000;

/** Collects the units of documents that come in ascending order of their numbers. */
export class UnitCollector {
  readonly #postings = new Map<string, number[]>();
  readonly #last = new Map<string, number>();

  add(document: number, units: ReadonlyMap<string, readonly number[]>): void {
    for (const [unit, positions] of units) {
      let postings = this.#postings.get(unit);
      if (postings === undefined) {
        postings = [];
        this.#postings.set(unit, postings);
      }
      postings.push(document - (this.#last.get(unit) ?? 0), positions.length);
      this.#last.set(unit, document);
      let before = 0;
      for (const position of positions) {
        postings.push(position - before);
        before = position;
      }
    }
  }

  /**
   * The files in the order of their numbers.
   *
   * @param unitOf the unit that decides in which file a key stands
   */
  files(unitOf = (key: string) => key): UnitsFile[] {
    const numbers = [...this.#postings.values()].reduce((sum, { length }) => sum + length, 0);
    const buckets = Math.max(1, Math.ceil((numbers * 3) / usualSize));
    const files: UnitsFile[] = Array.from({ length: buckets }, () => ({}));
    for (const [unit, postings] of this.#postings)
      (files[bucketOf(unitOf(unit), buckets)] as UnitsFile)[unit] = postings;
    return files;
  }
}
