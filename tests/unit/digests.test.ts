import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';

const folder = mkdtempSync(path.join(tmpdir(), 'digests-'));
vi.stubEnv('CACHE_DIR', path.join(folder, 'cache'));
const { FileDigests } = await import('../../src/cache/digests.ts');
const { siteFile } = await import('../../src/cache/kept-file.ts');
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const hashOf = (text: string) => createHash('sha256').update(text).digest('base64url');
const file = path.join(folder, 'article.mdx');

/** Hashes the file as a build some time later would. */
function later(keep: 'add' | 'save' = 'save'): string {
  vi.useFakeTimers({ now: Date.now() + 60_000, toFake: ['Date'] });
  const digests = new FileDigests();
  const digest = digests.of(file);
  digests[keep]();
  vi.useRealTimers();
  return digest;
}

it('knows a file again that was left alone, and any other is read', () => {
  writeFileSync(file, '甲');
  expect(later()).toBe(hashOf('甲'));
  // What is kept is what is told: this hash is nobody's.
  const record = siteFile('digests', 'json');
  writeFileSync(record, readFileSync(record, 'utf8').replaceAll(hashOf('甲'), 'kept'));
  expect(later('add')).toBe('kept');
  // As long as before, and with the times that it had.
  const then = new Date(Date.now() - 3_600_000);
  utimesSync(file, then, then);
  expect(later()).toBe(hashOf('甲'));
  writeFileSync(file, '乙');
  utimesSync(file, then, then);
  expect(later()).toBe(hashOf('乙'));
});

it('does not rely on what was written a moment before, nor on a damaged record', () => {
  writeFileSync(file, '丙');
  const digests = new FileDigests();
  expect(digests.of(file)).toBe(hashOf('丙'));
  digests.save();
  writeFileSync(siteFile('digests', 'json'), '{');
  expect(later()).toBe(hashOf('丙'));
});

it('takes over a hash of a file that was left alone since before it was read, and no other', () => {
  const note = (since: number) => {
    writeFileSync(file, '丁');
    rmSync(siteFile('digests', 'json'), { force: true });
    const digests = new FileDigests();
    digests.note(file, 'told', since);
    digests.save();
    return new FileDigests().of(file);
  };
  expect(note(Date.now() + 60_000)).toBe('told');
  expect(note(Date.now())).toBe(hashOf('丁'));
});
