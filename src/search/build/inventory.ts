/** Which files a folder holds, and whether they are still as they were written. */
import { createHash } from 'node:crypto';
import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** By path below the folder, with `/`: bytes, and when it was written, in milliseconds. */
export type Inventory = Record<string, [size: number, written: number]>;

function readEntries(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** Looks at every file of a folder; there are none where the folder is missing. */
export function inventoryOf(folder: string, below = '', found: Inventory = {}): Inventory {
  for (const entry of readEntries(folder)) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      inventoryOf(full, `${below}${entry.name}/`, found);
    } else {
      const { size, mtimeMs } = statSync(full);
      found[below + entry.name] = [size, mtimeMs];
    }
  }
  return found;
}

/** Whether two inventories name the same files, unchanged, and at least one. */
export function isSame(one: Inventory, other: Inventory): boolean {
  const names = Object.keys(one);
  return (
    names.length > 0 &&
    names.length === Object.keys(other).length &&
    names.every((name) => one[name]?.[0] === other[name]?.[0] && one[name]?.[1] === other[name]?.[1])
  );
}

/** A hash of what the files of an inventory hold. */
export function contentHash(folder: string, files: Inventory): string {
  const hash = createHash('sha256');
  for (const name of Object.keys(files).sort())
    hash.update(`${name}\n`).update(readFileSync(path.join(folder, name)));
  return hash.digest('hex');
}
