/** Tells of changes below a folder, for the development server. One watch a folder costs nothing for its files. */
import { type FSWatcher, readdirSync, statSync, watch } from 'node:fs';
import path from 'node:path';

/** A folder and those below it. */
function foldersUnder(folder: string): string[] {
  const below = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => path.join(entry.parentPath, entry.name));
  return [folder, ...below];
}

/**
 * Watches a folder and all below it, those too that come later.
 *
 * @param changed is given the path of a file or folder that came, changed or went, perhaps several times
 * @returns ends the watching
 */
export function watchFolder(root: string, changed: (file: string) => void): () => void {
  const watches = new Map<string, FSWatcher>();
  const stop = (folder: string) => {
    watches.get(folder)?.close();
    watches.delete(folder);
  };
  const start = (folder: string) => {
    if (watches.has(folder)) return;
    const watching = watch(folder, (_, name) => {
      if (name === null) return;
      const file = path.join(folder, name);
      look(file);
      changed(file);
    });
    watching.on('error', () => stop(folder));
    watches.set(folder, watching);
  };
  const look = (file: string) => {
    try {
      if (statSync(file).isDirectory()) foldersUnder(file).forEach(start);
    } catch {
      // It went, perhaps while it was looked at.
      stop(file);
    }
  };
  foldersUnder(root).forEach(start);
  return () => [...watches.keys()].forEach(stop);
}
