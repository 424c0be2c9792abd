/**
 * The folded form of each Han character that is one UTF-16 unit. Working the table out takes longer than reading a hundred
 * dumps, so it is kept from one run to the next, and every thread reads what the first one found.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { cacheFolder } from '../../src/cache/folder.ts';
import { keepFile } from '../../src/cache/kept-file.ts';

export const han = /\p{Script=Han}/u;

/** Units that may be a Han character by themselves, from the first up to the surrogates. */
export const firstHan = 0x2e80;
export const behindHan = 0xd800;
const count = behindHan - firstHan;

const root = join(import.meta.dirname, '../..');
/** All that decides how characters are folded; the version of OpenCC stands in the last. */
const deciding = [
  'src/text/fold.ts',
  'src/text/folding.ts',
  'src/text/unit-writer.ts',
  'src/text/variants.ts',
  'package.json',
];

function tablePath(): string {
  const hash = createHash('sha256').update(process.version);
  for (const file of deciding) hash.update(readFileSync(join(root, file)));
  return join(resolve(cacheFolder), 'folded', `${hash.digest('hex').slice(0, 40)}.bin`);
}

function workedOut(): Uint16Array {
  const { fold } = createRequire(import.meta.url)('../../src/text/fold.ts') as {
    fold: (text: string) => string;
  };
  return Uint16Array.from({ length: count }, (_, at) => {
    const char = String.fromCharCode(firstHan + at);
    const folded = han.test(char) ? fold(char) : char;
    return folded.length === 1 ? folded.charCodeAt(0) : firstHan + at;
  });
}

function table(): Uint16Array {
  const path = tablePath();
  try {
    const { buffer, byteOffset, length } = readFileSync(path);
    if (length === 2 * count) return new Uint16Array(buffer.slice(byteOffset, byteOffset + length));
  } catch {
    // There is none yet.
  }
  const made = workedOut();
  keepFile(path, made);
  return made;
}

/** Folded units from `firstHan` on. */
export const folded = table();
