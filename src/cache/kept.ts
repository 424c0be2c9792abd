/**
 * What was worked out of texts and is kept for the next build, by text and by code. Safe to delete: what is missing or
 * damaged is worked out again.
 */
import { readFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { buildsTheRest } from '../build/told.ts';
import { codeDigest } from './code.ts';
import { keepFile, siteFile } from './kept-file.ts';

/** Values by the texts of which they are made. */
export class Kept<Value> {
  readonly #file: string;
  #before: Map<string, Value> | undefined;
  readonly #used = new Map<string, Value>();
  #fresh = 0;
  readonly #writes: boolean;

  /**
   * @param name of the file; archives have one each
   * @param writes whether this is, of processes that build one site beside each other, the one that writes
   */
  constructor(name: string, writes = buildsTheRest) {
    this.#file = siteFile(name, 'bin');
    this.#writes = writes;
  }

  #read(): Map<string, Value> {
    try {
      const { code, values } = deserialize(readFileSync(this.#file));
      return code === codeDigest() && values instanceof Map ? values : new Map();
    } catch {
      return new Map();
    }
  }

  #write(values: Map<string, Value>): void {
    keepFile(this.#file, serialize({ code: codeDigest(), values }));
  }

  /**
   * @param key a hash of the text, or of what it is a part of
   * @param make works the value out of the text and of nothing else, where it is not kept
   */
  get(key: string, make: () => Value): Value {
    return this.known(key) ?? this.set(key, make());
  }

  /** The value of a text of which only the hash is at hand; `undefined` where it is not kept. */
  known(key: string): Value | undefined {
    this.#before ??= this.#read();
    const value = this.#used.get(key) ?? this.#before.get(key);
    if (value !== undefined) this.#used.set(key, value);
    return value;
  }

  /** Keeps a value. */
  set(key: string, value: Value): Value {
    this.#before ??= this.#read();
    this.#used.set(key, value);
    this.#fresh++;
    return value;
  }

  /** Adds what is new to what is kept, and drops nothing: where only a part is asked for, the rest may be the next time. */
  add(): void {
    if (this.#fresh > 0) this.#write(new Map([...(this.#before ?? []), ...this.#used]));
    this.#fresh = 0;
  }

  /** Keeps what was asked for since the last time and drops everything else. */
  save(): void {
    if (this.#used.size === 0) return;
    const changed = this.#fresh > 0 || this.#used.size !== this.#before?.size;
    if (changed && this.#writes) this.#write(this.#used);
    this.#before = undefined;
    this.#used.clear();
    this.#fresh = 0;
  }
}
