/** The dumps in the folder of sources. */
import { existsSync, readFileSync } from 'node:fs';
import { join, parse as parsePath } from 'node:path';
import type { Corrections } from '../../src/article/corrections.ts';
import type { Encoding } from '../../src/article/encodings.ts';
import { type Problem, problem } from '../../src/article/report.ts';
import { sha256 } from './archive/previous.ts';
import { decodeSource } from './decode.ts';
import { lineOfByte } from './encodings.ts';
import { filesUnder } from './files.ts';
import { splitLines } from './lines.ts';

export type Source = {
  /** Relative to the folder of sources, with `/` between folders. */
  file: string;
  sha256: string;
  bytes: number;
  encoding: Encoding;
  /** A person said that what is not of the encoding was lost. */
  damaged?: true;
  /** Whether no other encoding came close. */
  sure: boolean;
  lines: string[];
};

/** Names of the dumps, files and links, which are followed when they are read, in the order of their names; equal stems are problems. */
export function listSources(folder: string): { files: string[]; problems: Problem[] } {
  if (!existsSync(folder))
    return {
      files: [],
      problems: [problem('no-sources', 'error', folder, 'The folder of sources does not exist.')],
    };
  const files = filesUnder(
    folder,
    (entry) => (entry.isFile() || entry.isSymbolicLink()) && /\.txt$/i.test(entry.name),
  ).sort();
  const problems: Problem[] =
    files.length === 0 ? [problem('no-sources', 'note', folder, 'The folder of sources holds no dump.')] : [];
  const stems = new Map<string, string>();
  for (const file of files) {
    const stem = parsePath(file).name;
    const other = stems.get(stem);
    if (other !== undefined)
      problems.push(problem('same-stem', 'error', file, `The name is also that of ${other}.`));
    stems.set(stem, file);
  }
  return { files, problems };
}

/** A dump as it lies on the disk. */
export type Bytes = { bytes: Buffer; sha256: string } | { problem: Problem };

/** Why a file could not be read, by what the system calls it. */
const unreadable: Readonly<Record<string, string>> = {
  ENOENT: 'The link leads to no file.',
  EISDIR: 'The link leads to a folder.',
  EACCES: 'The file may not be read.',
  ELOOP: 'The link leads to itself.',
};

/** The bytes of one dump. */
export function bytesOf(folder: string, file: string): Bytes {
  try {
    const bytes = readFileSync(join(folder, file));
    return { bytes, sha256: sha256(bytes) };
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    return { problem: problem('cannot-read', 'error', file, unreadable[code] ?? message) };
  }
}

/** Reads and decodes one dump. */
export function readSource(
  folder: string,
  file: string,
  corrections: Corrections,
): { source?: Source; problems: Problem[] } {
  return sourceOf(bytesOf(folder, file), file, corrections);
}

/** Decodes one dump; a file that cannot be decoded is a problem that names the byte. */
export function sourceOf(
  read: Bytes,
  file: string,
  corrections: Corrections,
): { source?: Source; problems: Problem[] } {
  if ('problem' in read) return { problems: [read.problem] };
  const { bytes, sha256 } = read;
  const named = corrections.encodings?.find((each) => each.file === file);
  const decoded = decodeSource(bytes, named?.encoding, named?.damaged);
  if (!decoded.ok) {
    const line = lineOfByte(bytes, decoded.byte);
    return {
      problems: [
        problem(
          'cannot-decode',
          'error',
          file,
          `Byte ${decoded.byte} (${bytes[decoded.byte]?.toString(16) ?? 'end'}) cannot be ${decoded.encoding}${named ? ', which the corrections name' : ''}.`,
          line,
        ),
      ],
    };
  }
  const problems =
    decoded.text.trim() === '' ? [problem('empty-source', 'note', file, 'The file holds no text.')] : [];
  return {
    source: {
      file,
      sha256,
      bytes: bytes.length,
      encoding: decoded.encoding,
      ...(named?.damaged && { damaged: true }),
      sure: decoded.sure,
      lines: splitLines(decoded.text),
    },
    problems,
  };
}
