/** When dumps came into the archive. */
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import path from 'node:path';
import { ledgersIn } from '../../archive/files.ts';
import { contentFolder } from '../../content-folder.ts';

/** Bytes of a ledger in which its head stands. */
const headSize = 2048;
const head = /^\s*\{\s*"source":\s*(\{(?:[^{}"]|"(?:[^"\\]|\\.)*")*\})/;

interface SourceHead {
  file: string;
  arrived: number;
}

/** Reads of a ledger what stands first in it, without where each of its characters went. */
function readHead(file: string, buffer: Buffer): SourceHead {
  const opened = openSync(file, 'r');
  try {
    const size = readSync(opened, buffer, 0, headSize, 0);
    const [, found] = head.exec(buffer.toString('utf8', 0, size)) ?? [];
    // A name may be so long that the head ends later.
    return found === undefined ? JSON.parse(readFileSync(file, 'utf8')).source : JSON.parse(found);
  } finally {
    closeSync(opened);
  }
}

/**
 * By dump, the number of the run of the ingest that first read it.
 *
 * @param folder of the ledgers
 */
export function readArrivals(folder = path.join(contentFolder, 'ledger')): Map<string, number> {
  const buffer = Buffer.alloc(headSize);
  return new Map(
    ledgersIn(folder)
      .sort()
      .map((ledger) => {
        const { file, arrived } = readHead(ledger, buffer);
        return [file, arrived];
      }),
  );
}
