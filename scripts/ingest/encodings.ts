/** The encodings of dumps, and bytes to text in one of them. */
import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { type Encoding, lostMark } from '../../src/article/encodings.ts';

export type Decoded =
  | { ok: true; text: string; encoding: Encoding; sure: boolean; runnerUp?: Encoding }
  | { ok: false; encoding: Encoding; byte: number };

/** Offset of the first byte that is not UTF-8, or -1. */
export function firstBadUtf8(bytes: Uint8Array): number {
  if (isUtf8(bytes)) return -1;
  let low = 0;
  let high = bytes.length;
  // The longest prefix that decodes as the start of a stream ends at the offending byte.
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    try {
      new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.subarray(0, middle), {
        stream: true,
      });
      low = middle;
    } catch {
      high = middle - 1;
    }
  }
  return low;
}

/** The 1-based line in which a byte of a text stands. */
export function lineOfByte(bytes: Uint8Array, at: number): number {
  let line = 1;
  for (let each = bytes.indexOf(10); each >= 0 && each < at; each = bytes.indexOf(10, each + 1)) line++;
  return line;
}

/** Offset of the first unit of UTF-16 that belongs to no character, or -1. */
function firstBadUtf16(bytes: Uint8Array, littleEndian: boolean): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const unitAt = (at: number): number => (at + 1 < bytes.length ? view.getUint16(at, littleEndian) : 0);
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    const unit = unitAt(at);
    if (unit < 0xd800 || unit > 0xdfff) continue;
    const next = unitAt(at + 2);
    if (unit > 0xdbff || next < 0xdc00 || next > 0xdfff) return at;
    at += 2;
  }
  return bytes.length % 2 === 1 ? bytes.length - 1 : -1;
}

/**
 * Decodes bytes in an encoding.
 *
 * @returns the text without byte-order mark, and the offset of the first byte that is not of that encoding, or -1
 */
export function decodeAs(bytes: Uint8Array, encoding: Encoding): { text: string; bad: number } {
  if (encoding === 'utf-8') return { text: new TextDecoder('utf-8').decode(bytes), bad: firstBadUtf8(bytes) };
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = iconv.decode(buffer, encoding);
  const unmarked = text.replace(/^\uFEFF/, '');
  if (encoding === 'utf-16le' || encoding === 'utf-16be')
    return { text: unmarked, bad: firstBadUtf16(bytes, encoding === 'utf-16le') };
  return { text: unmarked, bad: firstLost(buffer, text, encoding) };
}

/** How GB18030 prints the mark of a lost character itself. */
const printedReplacement = [0x84, 0x31, 0xa4, 0x37];

/**
 * Offset of the first byte that a decoder made the mark of a lost character of, or -1. The bytes are walked, not the
 * text: several sequences of bytes can stand for one character, so lengths of text do not tell places among bytes.
 */
function firstLost(bytes: Buffer, text: string, encoding: Encoding): number {
  if (!text.includes(lostMark)) return -1;
  // In both encodings a line end is no part of another character.
  for (let line = 0; line < bytes.length; ) {
    const newline = bytes.indexOf(0x0a, line);
    const end = newline < 0 ? bytes.length : newline + 1;
    const lost = firstLostOfLine(bytes.subarray(line, end), encoding);
    if (lost >= 0) return line + lost;
    line = end;
  }
  return -1;
}

function firstLostOfLine(bytes: Buffer, encoding: Encoding): number {
  if (!iconv.decode(bytes, encoding).includes(lostMark)) return -1;
  const decoder = iconv.getDecoder(encoding);
  let start = 0;
  for (let at = 0; at < bytes.length; at++) {
    const chars = decoder.write(bytes.subarray(at, at + 1));
    if (!chars) continue;
    const printed = encoding === 'gb18030' && startsWith(bytes.subarray(start), ...printedReplacement);
    if (chars.includes(lostMark) && !printed) return start;
    start = at + 1;
  }
  return start < bytes.length ? start : -1;
}

/**
 * Decodes bytes in an encoding that is known.
 *
 * @param damaged whether what is not of that encoding is to be read as lost characters
 */
export function decodeKnown(bytes: Uint8Array, encoding: Encoding, damaged = false): Decoded {
  if (!damaged) return finish(bytes, encoding, true);
  const { text } = decodeAs(bytes, encoding);
  // In UTF-16 half a pair is no character, and a byte alone at the end is none.
  const rest = encoding.startsWith('utf-16') && bytes.length % 2 === 1 ? lostMark : '';
  return { ok: true, text: text.toWellFormed() + rest, encoding, sure: true };
}

export function startsWith(bytes: Uint8Array, ...start: number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte);
}

/** What came of the bytes of a dump in the encoding that was found. */
export function finish(bytes: Uint8Array, encoding: Encoding, sure: boolean, runnerUp?: Encoding): Decoded {
  const { text, bad } = decodeAs(bytes, encoding);
  if (bad >= 0) return { ok: false, encoding, byte: bad };
  return { ok: true, text, encoding, sure, ...(runnerUp ? { runnerUp } : {}) };
}
