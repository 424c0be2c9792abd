/**
 * What was worked out of dumps, in a few files: a file for each dump would cost more than what stands in it. Each thread of
 * a run adds to a pack of its own, so that a pack that was begun is never gone on with, and of a run that was killed at most
 * the last record is not whole. Safe to delete.
 */
import { randomUUID } from 'node:crypto';
import { closeSync, fstatSync, mkdirSync, openSync, readdirSync, readSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Where a record stands: the name of its pack, the byte at which it begins, and how many bytes its text has. */
export type Place = { pack: string; at: number; size: number };

const ending = '.pack';
/** Before each text stand its key and its size. */
const keySize = 20;
const headSize = keySize + 4;

/** Where there are more packs than this, all but so many of the largest are made one. */
const mostPacks = 16;
const largePacks = 8;
/** Packs hold at most so many bytes that are of no use to the last run, beside as many as are. */
const mostUnused = 64 * 2 ** 20;

type Pack = { name: string; file: number; size: number };

/** The packs in one folder. */
class Packs {
  private readonly folder: string;
  private readonly open = new Map<string, Pack | undefined>();
  private places: Map<string, Place> | undefined;
  private own: Pack | undefined;
  private scratch = Buffer.allocUnsafe(1 << 16);

  constructor(folder: string) {
    this.folder = folder;
  }

  private path(name: string): string {
    return join(this.folder, name);
  }

  /** A pack to read from; `undefined` where it is gone. */
  private packOf(name: string): Pack | undefined {
    if (!this.open.has(name)) {
      let pack: Pack | undefined;
      try {
        const file = openSync(this.path(name), 'r');
        pack = { name, file, size: fstatSync(file).size };
      } catch {
        // Another run made one of several.
      }
      this.open.set(name, pack);
    }
    return this.open.get(name);
  }

  private room(size: number): Buffer {
    if (this.scratch.length < size) this.scratch = Buffer.allocUnsafe(size * 2);
    return this.scratch;
  }

  /** The names of the packs that there are. */
  private names(): string[] {
    try {
      return readdirSync(this.folder).filter((name) => name.endsWith(ending));
    } catch {
      return [];
    }
  }

  /** The whole records of a pack. */
  private *recordsOf({ name, file, size: end }: Pack): Generator<[key: string, place: Place]> {
    const head = Buffer.alloc(headSize);
    for (let at = 0; at + headSize <= end; ) {
      readSync(file, head, 0, headSize, at);
      const size = head.readUInt32LE(keySize);
      if (at + headSize + size > end) return;
      yield [head.toString('hex', 0, keySize), { pack: name, at, size }];
      at += headSize + size;
    }
  }

  /** Where a text stands that earlier runs, or this thread, kept under a key. */
  find(key: string): Place | undefined {
    if (!this.places) {
      this.places = new Map();
      for (const name of this.names()) {
        const pack = this.packOf(name);
        if (pack) for (const [held, place] of this.recordsOf(pack)) this.places.set(held, place);
      }
    }
    return this.places.get(key);
  }

  /** The text at a place that some thread of this run found or made; `undefined` where it is gone or another. */
  read(key: string, { pack, at, size }: Place): string | undefined {
    const { file } = this.packOf(pack) ?? {};
    if (file === undefined) return undefined;
    const record = this.room(headSize + size);
    const got = readSync(file, record, 0, headSize + size, at);
    if (got < headSize + size || record.toString('hex', 0, keySize) !== key) return undefined;
    return record.toString('utf8', headSize, headSize + size);
  }

  /**
   * Keeps a text.
   *
   * @param key 40 hexadecimal digits
   * @returns its place; `undefined` where the folder cannot be written, which costs time, not the run
   */
  add(key: string, text: string): Place | undefined {
    try {
      this.own ??= this.begun();
      const record = this.room(headSize + text.length * 3);
      const size = record.write(text, headSize);
      record.write(key, 0, 'hex');
      record.writeUInt32LE(size, keySize);
      const place = { pack: this.own.name, at: this.own.size, size };
      // What was written in part is written over by the next record.
      if (writeSync(this.own.file, record, 0, headSize + size, place.at) < headSize + size) return undefined;
      this.own.size += headSize + size;
      this.places?.set(key, place);
      return place;
    } catch {
      return undefined;
    }
  }

  private begun(): Pack {
    mkdirSync(this.folder, { recursive: true });
    const name = `${randomUUID()}${ending}`;
    const pack = { name, file: openSync(this.path(name), 'wx+'), size: 0 };
    this.open.set(name, pack);
    return pack;
  }

  /**
   * Makes one of many small packs, and drops what is of no use where that has become much.
   *
   * @param used what this run made or found
   */
  tidy(used: readonly Place[]): void {
    const packs = this.names().flatMap((name) => this.packOf(name) ?? []);
    // Others have added to theirs since they were opened here.
    for (const pack of packs) if (pack !== this.own) pack.size = fstatSync(pack.file).size;
    packs.sort((a, b) => b.size - a.size);
    const useful = used.reduce((sum, { size }) => sum + headSize + size, 0);
    const all = packs.reduce((sum, { size }) => sum + size, 0);
    if (all > 2 * useful + mostUnused) {
      const places = new Set(used.map(({ pack, at }) => `${pack} ${at}`));
      this.rewrite(packs, ({ pack, at }) => places.has(`${pack} ${at}`));
    } else if (packs.length > mostPacks) this.rewrite(packs.slice(largePacks), () => true);
  }

  /** Makes one pack of several. */
  private rewrite(packs: readonly Pack[], isKept: (place: Place) => boolean): void {
    this.own = undefined;
    const isWhole = packs.every((pack) =>
      [...this.recordsOf(pack)].every(([key, place]) => {
        const text = isKept(place) ? this.read(key, place) : undefined;
        return text === undefined || this.add(key, text) !== undefined;
      }),
    );
    this.close();
    if (isWhole) for (const { name } of packs) rmSync(this.path(name), { force: true });
  }

  close(): void {
    for (const pack of this.open.values()) if (pack) closeSync(pack.file);
    this.open.clear();
    this.own = undefined;
    this.places = undefined;
  }
}

const open = new Map<string, Packs>();

/** The packs of a cache. Each thread has its own hold on them, until they are closed. */
export function packsIn(cache: string): Packs {
  const packs = open.get(cache) ?? new Packs(join(cache, 'packs'));
  open.set(cache, packs);
  return packs;
}

/** Lets go of the packs of a cache when a run is over. */
export function closePacks(cache: string): void {
  open.get(cache)?.close();
  open.delete(cache);
}
