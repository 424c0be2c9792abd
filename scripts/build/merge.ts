/** Puts what was built elsewhere into the folder of a site. */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import path from 'node:path';

/** Moves a folder into another one, file by file only where both have a folder; files of the same name are replaced. */
export function merge(from: string, into: string): void {
  if (!existsSync(from)) return;
  const known = statSync(into, { throwIfNoEntry: false });
  if (known === undefined) {
    mkdirSync(path.dirname(into), { recursive: true });
    renameSync(from, into);
  } else if (statSync(from).isDirectory() && known.isDirectory()) {
    for (const name of readdirSync(from)) merge(path.join(from, name), path.join(into, name));
  } else {
    // A page may have become a folder, or a folder a page.
    if (known.isDirectory()) rmSync(into, { recursive: true });
    renameSync(from, into);
  }
}

/** Copies files into a folder, those aside that are there already: what did not change keeps its time. */
export function copyChanged(from: string, into: string): void {
  for (const name of filesUnder(from)) {
    const [source, target] = [path.join(from, name), path.join(into, name)];
    if (existsSync(target) && readFileSync(target).equals(readFileSync(source))) continue;
    mkdirSync(path.dirname(target), { recursive: true });
    copyFileSync(source, target);
  }
}

/** Removes files of a site, and the folders that are empty then. */
export function removeFiles(site: string, names: Iterable<string>): void {
  for (const name of names) {
    rmSync(path.join(site, name), { force: true });
    for (let folder = path.dirname(name); folder !== '.'; folder = path.dirname(folder)) {
      const full = path.join(site, folder);
      if (existsSync(full) && readdirSync(full).length > 0) break;
      rmSync(full, { recursive: true, force: true });
    }
  }
}

/** All files under a folder, relative to it. */
export function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
}
