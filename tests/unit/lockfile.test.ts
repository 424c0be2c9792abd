/** `npm ci` installs from the lock file on any system and from any registry. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Package = {
  optionalDependencies?: Record<string, string>;
  os?: string[];
  resolved?: string;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
};

const read = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T;
const { packages } = read<{ packages: Record<string, Package> }>('package-lock.json');

/** Whether a package finds another one in its own folder or in one above. */
function isLocked(from: string, name: string): boolean {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    if (`${folder === '' ? '' : `${folder}/`}node_modules/${name}` in packages) return true;
    if (folder === '') return false;
  }
}

describe('package-lock.json', () => {
  it('names every optional package, those for other systems too', () => {
    const missing = Object.entries(packages).flatMap(([from, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((name) => !isLocked(from, name)),
    );
    expect(missing).toEqual([]);
  });

  it('holds no address of a download, so that each registry is asked by name', () => {
    const addresses = Object.values(packages).flatMap(({ resolved }) => resolved ?? []);
    expect(addresses).toEqual([]);
  });

  it('agrees with package.json', () => {
    const { dependencies, devDependencies } = read<Package>('package.json');
    expect(packages['']).toMatchObject({ dependencies, devDependencies });
  });
});
