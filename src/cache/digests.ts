/**
 * Hashes of the files of an archive, kept with what the system says of each: one that is as it was then need not be read again. Safe to
 * delete. A file that is restored with its old times has another time of its last change, which nobody can set; and what
 * was written just before it was hashed may have been written again within the same moment, and is not relied on.
 */
import { createHash } from 'node:crypto';
import { readFileSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import { keepFile, readRecord, siteFile } from './kept-file.ts';

/** Milliseconds that a file must have been left alone when it was hashed; file systems count in up to two seconds. */
const settled = 3000;

type Known = [size: number, written: number, changed: number, inode: number, digest: string];

export class FileDigests {
  readonly #record: string;
  #read: Readonly<Record<string, Known>> | undefined;
  readonly #now: Record<string, Known> = {};
  #fresh = false;

  /** @param record the file in which they are kept */
  constructor(record = siteFile('digests', 'json')) {
    this.#record = record;
  }

  get #before(): Readonly<Record<string, Known>> {
    this.#read ??= readRecord<Record<string, Known>>(this.#record) ?? {};
    return this.#read;
  }

  /** What is known of a file that is as it was, by what the system says of it. */
  #knownOf(file: string, { size, mtimeMs, ctimeMs, ino }: Stats): Known | undefined {
    const kept = Object.hasOwn(this.#now, file) ? this.#now : this.#before;
    const known = Object.hasOwn(kept, file) ? kept[file] : undefined;
    const isSame =
      known !== undefined &&
      known[0] === size &&
      known[1] === mtimeMs &&
      known[2] === ctimeMs &&
      known[3] === ino;
    if (!isSame) return undefined;
    this.#now[file] = known;
    return known;
  }

  /** The SHA-256 (base64url) of a file that was left alone since it was hashed; `undefined` where it has to be read. */
  known(name: string): string | undefined {
    const file = path.resolve(name);
    if (!Object.hasOwn(this.#now, file) && !Object.hasOwn(this.#before, file)) return undefined;
    const found = statSync(file, { throwIfNoEntry: false });
    return found && this.#knownOf(file, found)?.[4];
  }

  /** The SHA-256 (base64url) of what a file holds. */
  of(name: string): string {
    const file = path.resolve(name);
    const found = statSync(file);
    const known = this.#knownOf(file, found);
    if (known !== undefined) return known[4];
    const { size, mtimeMs, ctimeMs, ino } = found;
    const isSettled = Date.now() - Math.max(mtimeMs, ctimeMs) > settled;
    const digest = createHash('sha256').update(readFileSync(file)).digest('base64url');
    if (isSettled) {
      this.#now[file] = [size, mtimeMs, ctimeMs, ino, digest];
      this.#fresh = true;
    }
    return digest;
  }

  /**
   * Takes over the hash of a file that was read elsewhere.
   *
   * @param since a time before that, in milliseconds: a file that was touched later, or just before, is not relied on
   */
  note(name: string, digest: string, since: number): void {
    const file = path.resolve(name);
    if (Object.hasOwn(this.#now, file)) return;
    const found = statSync(file, { throwIfNoEntry: false });
    if (found === undefined || since - Math.max(found.mtimeMs, found.ctimeMs) <= settled) return;
    const { size, mtimeMs, ctimeMs, ino } = found;
    this.#now[file] = [size, mtimeMs, ctimeMs, ino, digest];
    this.#fresh = true;
  }

  /** Adds what is new to what is kept, and drops nothing: where only a part is asked for, the rest may be the next time. */
  add(): void {
    if (this.#fresh) keepFile(this.#record, JSON.stringify({ ...this.#before, ...this.#now }));
    this.#fresh = false;
  }

  /** Keeps what was asked for, where something is new, and drops everything else. */
  save(): void {
    if (this.#fresh) keepFile(this.#record, JSON.stringify(this.#now));
    this.#fresh = false;
  }
}
