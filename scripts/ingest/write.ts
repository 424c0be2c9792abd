/** Files on disk: each written whole or not at all. */
import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { write } from '../../src/cache/kept-file.ts';
import { type Pending, pendingName } from './archive/previous.ts';
import { filesUnder } from './files.ts';

const draftEnding = '.draft';

function draftOf(path: string): string {
  return `${path}${draftEnding}`;
}

/** Writes what a file is to become beside it. */
export function stage(path: string, content: string | Uint8Array): void {
  write(draftOf(path), content);
}

/** Removes what was written beside a file. */
export function unstage(path: string): void {
  rmSync(draftOf(path), { force: true });
}

/** Removes drafts that a run left behind which was killed, or which found that text would be lost. */
export function sweep(...folders: string[]): void {
  for (const folder of folders)
    for (const name of filesUnder(folder))
      if (name.endsWith(draftEnding)) rmSync(join(folder, name), { force: true });
}

/** Files whose content is to change, for which what they are to become waits beside them, and files that are to go. */
export type Changes = { staged: readonly string[]; gone: readonly string[] };

/**
 * Puts the drafts in place. What the run is about is noted first, so that the next one knows its own files and the order
 * of arrival even if this one is killed between an article and its ledger.
 */
export function commit({ staged, gone }: Changes, ledgerFolder: string, noted: Pending): void {
  const pending = join(ledgerFolder, pendingName);
  if (staged.length + gone.length === 0) {
    rmSync(pending, { force: true });
    return;
  }
  stage(pending, JSON.stringify(noted));
  renameSync(draftOf(pending), pending);
  for (const path of gone) rmSync(path, { force: true });
  for (const path of staged) renameSync(draftOf(path), path);
  rmSync(pending, { force: true });
}
