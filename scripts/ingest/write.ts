/** Files on disk: each written whole or not at all. */
import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { write } from '../../src/cache/kept-file.ts';
import { type Pending, pendingName } from './archive/previous.ts';
import { filesUnder } from './files.ts';

const draftEnding = '.draft';

/** Writes what a file is to become beside it; with `check` nothing is written. */
export function stage(path: string, content: string | Uint8Array, check: boolean): string {
  const draft = `${path}${draftEnding}`;
  if (!check) write(draft, content);
  return draft;
}

/** Removes drafts that a run left behind which was killed, or which found that text would be lost. */
export function sweep(...folders: string[]): void {
  for (const folder of folders)
    for (const name of filesUnder(folder))
      if (name.endsWith(draftEnding)) rmSync(join(folder, name), { force: true });
}

/**
 * Puts the drafts in place. What the run is about is noted first, so that the next one knows its own files and the order
 * of arrival even if this one is killed between an article and its ledger.
 */
export function commit(
  changes: readonly { path: string; draft: string | null }[],
  ledgerFolder: string,
  noted: Pending,
): void {
  const pending = join(ledgerFolder, pendingName);
  if (changes.length === 0) {
    rmSync(pending, { force: true });
    return;
  }
  renameSync(stage(pending, JSON.stringify(noted), false), pending);
  for (const { path, draft } of changes) {
    if (draft === null) rmSync(path, { force: true });
    else renameSync(draft, path);
  }
  rmSync(pending, { force: true });
}
