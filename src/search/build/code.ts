/** A hash of the program that makes the index, so that nothing is taken from a cache which another one made. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Folders of code that decide what the files of a volume hold; the locked versions of packages do too. */
const roots = ['..', '../../text', '../../article'];
/** What runs in browsers decides none of them. */
const inBrowsers = /^client\b/;
const lockFile = '../../../package-lock.json';

let digest: string | undefined;

/** The hash, as hexadecimal digits; of the program as it was when it was first asked for. */
export function codeDigest(): string {
  if (digest !== undefined) return digest;
  const hash = createHash('sha256');
  for (const root of roots) {
    const folder = path.join(import.meta.dirname, root);
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort())
      if (name.endsWith('.ts') && !inBrowsers.test(name))
        hash.update(name).update(readFileSync(path.join(folder, name)));
  }
  const { packages } = JSON.parse(readFileSync(path.join(import.meta.dirname, lockFile), 'utf8')) as {
    packages: Record<string, { version?: string }>;
  };
  for (const name of ['pagefind', 'opencc-js']) hash.update(packages[`node_modules/${name}`]?.version ?? '');
  digest = hash.digest('hex');
  return digest;
}
