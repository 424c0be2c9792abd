/**
 * Files that hold a piece for each article and are written whole: what an article gives that did not change is taken from the
 * file of the last build. Beside the site nothing is kept but where in it the pieces stand.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import { lastSite } from '../build/told.ts';
import { codeDigest } from './code.ts';
import { keepFile, readRecord, siteFile } from './kept-file.ts';
import { keyOf } from './key.ts';

export interface Piece {
  /** A hash of all that decides the piece, apart from the program and what is said of the whole. */
  key: string;
  make: () => string;
}

/** Where the pieces of a file stand, one after the other. */
interface Places {
  /** A hash of the program, and of what is said of the whole. */
  of: string;
  /** Bytes of the file, and their checksum: places are those of this file and no other. */
  size: number;
  checksum: number;
  /** Bytes before the first piece. */
  head: number;
  keys: string[];
  /** In bytes. */
  lengths: number[];
}

/** The pieces of the file of the last build, by their keys; none where that is not the file whose places are known. */
function lastPieces(file: string, places: Places | undefined): Map<string, Buffer> {
  const pieces = new Map<string, Buffer>();
  if (places === undefined) return pieces;
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    return pieces;
  }
  if (bytes.length !== places.size || crc32(bytes) !== places.checksum) return pieces;
  let at = places.head;
  for (const [index, key] of places.keys.entries()) {
    const end = at + (places.lengths[index] as number);
    pieces.set(key, bytes.subarray(at, end));
    at = end;
  }
  return pieces;
}

/**
 * Puts a file together.
 *
 * @param name its path in the site
 * @param head what stands before the first piece
 * @param told what decides the pieces beside what their keys cover
 */
export function pieced(
  name: string,
  head: string,
  pieces: readonly Piece[],
  told: unknown,
): Uint8Array<ArrayBuffer> {
  if (lastSite === undefined) return Buffer.from(head + pieces.map(({ make }) => make()).join(''));
  const record = siteFile(`places-${path.basename(name)}`, 'json');
  const of = keyOf([codeDigest(), told]);
  const places = readRecord<Places>(record);
  const last = lastPieces(path.join(lastSite, name), places?.of === of ? places : undefined);
  const start = Buffer.from(head);
  const parts = pieces.map(({ key, make }) => last.get(key) ?? Buffer.from(make()));
  const whole = Buffer.concat([start, ...parts]);
  const now: Places = {
    ...{ of, size: whole.length, checksum: crc32(whole), head: start.length },
    keys: pieces.map(({ key }) => key),
    lengths: parts.map(({ length }) => length),
  };
  keepFile(record, JSON.stringify(now));
  return whole;
}
