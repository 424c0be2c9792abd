/** The files of a folder. */
import { type Dirent, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Names of all files in a folder and the folders below, relative to it, with `/` between folders; none where there is no
 * such folder. Links to folders are not followed. Node's own way asks the system for each name whether it is a folder, which the
 * listing has told already.
 */
export function filesUnder(
  folder: string,
  isWanted: (entry: Dirent) => boolean = (entry) => !entry.isDirectory(),
): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (!entry.isDirectory()) return isWanted(entry) ? entry.name : [];
    return filesUnder(join(folder, entry.name), isWanted).map((name) => `${entry.name}/${name}`);
  });
}
