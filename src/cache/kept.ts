/**
 * What was worked out of texts and is kept for the next build, by text and by code. Safe to delete: what is missing or
 * damaged is worked out again.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { buildsTheRest } from '../build/told.ts';
import { contentFolder } from '../content-folder.ts';
import { codeDigest } from './code.ts';
import { cacheFolder } from './folder.ts';

const folder = path.join(cacheFolder, 'site');

/** The key of a text for which there is no other. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

/** Values by the texts of which they are made. */
export class Kept<Value> {
  readonly #file: string;
  readonly #make: (text: string) => Value;
  #before: Map<string, Value> | undefined;
  readonly #used = new Map<string, Value>();
  #fresh = 0;

  /**
   * @param name of the file; archives have one each
   * @param make works a value out of a text and of nothing else
   */
  constructor(name: string, make: (text: string) => Value) {
    this.#file = path.join(folder, `${name}-${hashOf(path.resolve(contentFolder)).slice(0, 12)}.bin`);
    this.#make = make;
  }

  #read(): Map<string, Value> {
    try {
      const { code, values } = deserialize(readFileSync(this.#file));
      return code === codeDigest() && values instanceof Map ? values : new Map();
    } catch {
      return new Map();
    }
  }

  /**
   * @param key a hash of the text, or of what it is a part of
   * @param text asked for where nothing is kept
   */
  get(key: string, text: () => string): Value {
    const known = this.known(key);
    if (known !== undefined) return known;
    const value = this.#make(text());
    this.#fresh++;
    this.#used.set(key, value);
    return value;
  }

  /** The value of a text of which only the hash is at hand; `undefined` where it is not kept. */
  known(key: string): Value | undefined {
    this.#before ??= this.#read();
    const value = this.#used.get(key) ?? this.#before.get(key);
    if (value !== undefined) this.#used.set(key, value);
    return value;
  }

  /** Keeps a value that was worked out elsewhere. */
  set(key: string, value: Value): void {
    this.#before ??= this.#read();
    this.#used.set(key, value);
    this.#fresh++;
  }

  /** Adds what is new to what is kept, and drops nothing: where only a part is asked for, the rest may be the next time. */
  add(): void {
    if (this.#fresh > 0) this.#write(new Map([...(this.#before ?? []), ...this.#used]));
    this.#fresh = 0;
  }

  #write(values: Map<string, Value>): void {
    const draft = `${this.#file}.${process.pid}`;
    try {
      mkdirSync(folder, { recursive: true });
      writeFileSync(draft, serialize({ code: codeDigest(), values }));
      renameSync(draft, this.#file);
    } catch {
      // The next build works it out again.
    }
  }

  /** Keeps what was asked for since the last time and drops everything else; a folder that cannot be written costs time. */
  save(): void {
    if (this.#used.size === 0) return;
    const changed = this.#fresh > 0 || this.#used.size !== this.#before?.size;
    // Of processes that build one site beside each other, one writes.
    if (changed && buildsTheRest) this.#write(this.#used);
    this.#before = undefined;
    this.#used.clear();
    this.#fresh = 0;
  }
}
