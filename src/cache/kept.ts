/**
 * What was worked out of texts and is kept for the next build, by text and by code. Safe to delete: what is missing or
 * damaged is worked out again.
 *
 * A file is a row of parts: a build adds one with what is new to it, and writes the whole anew only where much of it is no
 * longer used. A part that was not written to its end is none, and whatever is found behind a damaged one.
 */
import { appendFileSync, readFileSync, statSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { buildsTheRest } from '../build/told.ts';
import { codeDigest } from './code.ts';
import { keepFile, siteFile } from './kept-file.ts';

/** Before each part stands how many bytes it has. */
const headSize = 4;

/** The share of what is kept that may be of no use. */
const staleShare = 0.25;

function partOf<Value>(values: ReadonlyMap<string, Value>): Buffer {
  const part = serialize({ code: codeDigest(), values });
  const head = Buffer.alloc(headSize);
  head.writeUInt32LE(part.length);
  return Buffer.concat([head, part]);
}

/** @returns what stands in the parts of a file, and how many bytes those have */
function readParts<Value>(file: string): { values: Map<string, Value>; size: number } {
  const values = new Map<string, Value>();
  let size = 0;
  try {
    const bytes = readFileSync(file);
    while (size < bytes.length) {
      const end = size + headSize + bytes.readUInt32LE(size);
      if (end > bytes.length) break;
      const part = deserialize(bytes.subarray(size + headSize, end));
      if (part.code !== codeDigest() || !(part.values instanceof Map)) break;
      for (const [key, value] of part.values) values.set(key, value);
      size = end;
    }
  } catch {
    // There is none, or it is damaged.
  }
  return { values, size };
}

/** Values by the texts of which they are made. */
export class Kept<Value> {
  readonly #file: string;
  #before: Map<string, Value> | undefined;
  /** Bytes of the file in which that stands. */
  #size = 0;
  readonly #used = new Map<string, Value>();
  #fresh = new Map<string, Value>();
  readonly #writes: boolean;

  /**
   * @param name of the file; archives have one each
   * @param writes whether this is, of processes that build one site beside each other, the one that writes
   */
  constructor(name: string, writes = buildsTheRest) {
    this.#file = siteFile(name, 'bin');
    this.#writes = writes;
  }

  #known(): Map<string, Value> {
    if (this.#before === undefined) {
      const { values, size } = readParts<Value>(this.#file);
      this.#before = values;
      this.#size = size;
    }
    return this.#before;
  }

  #write(values: ReadonlyMap<string, Value>): void {
    keepFile(this.#file, partOf(values));
  }

  /** Adds what is new to the file, where that is as it was read; else the file is written anew. */
  #append(): void {
    const isAsRead = this.#size > 0 && statSync(this.#file, { throwIfNoEntry: false })?.size === this.#size;
    if (!isAsRead) {
      this.#write(new Map([...this.#known(), ...this.#used]));
      return;
    }
    try {
      appendFileSync(this.#file, partOf(this.#fresh));
    } catch {
      // What cannot be written costs time alone.
    }
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
    const value = this.#used.get(key) ?? this.#known().get(key);
    if (value !== undefined) this.#used.set(key, value);
    return value;
  }

  /** Keeps a value. */
  set(key: string, value: Value): Value {
    this.#used.set(key, value);
    this.#fresh.set(key, value);
    return value;
  }

  /** Adds what is new to what is kept, and drops nothing: where only a part is asked for, the rest may be the next time. */
  add(): void {
    if (this.#fresh.size > 0) this.#append();
    this.#before = undefined;
    this.#fresh = new Map();
  }

  /** Keeps what was asked for since the last time, and sooner or later drops everything else. */
  save(): void {
    if (this.#used.size === 0) return;
    const all = this.#known().size + this.#fresh.size;
    const isStale = all - this.#used.size > all * staleShare;
    if (this.#writes && isStale) this.#write(this.#used);
    else if (this.#writes && this.#fresh.size > 0) this.#append();
    this.#before = undefined;
    this.#used.clear();
    this.#fresh = new Map();
  }
}
