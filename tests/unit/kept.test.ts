import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';

const folder = mkdtempSync(path.join(tmpdir(), 'kept-'));
vi.stubEnv('CACHE_DIR', folder);
const { Kept } = await import('../../src/cache/kept.ts');
const { siteFile } = await import('../../src/cache/kept-file.ts');
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const file = siteFile('values', 'bin');

/** Asks for values as a build does, and tells which had to be made. */
function made(keys: readonly string[]): string[] {
  const kept = new Kept<string>('values');
  const fresh: string[] = [];
  for (const key of keys) {
    const value = kept.get(key, () => {
      fresh.push(key);
      return `${key} 的值`;
    });
    expect(value).toBe(`${key} 的值`);
  }
  kept.save();
  return fresh;
}

const ten = Array.from('甲乙丙丁戊己庚辛壬癸');

it('makes each value once, and adds what is new to the file', () => {
  expect(made(ten)).toEqual(ten);
  const { size } = statSync(file);
  const before = readFileSync(file);
  expect(made([...ten, '子'])).toEqual(['子']);
  expect(readFileSync(file).subarray(0, size)).toEqual(before);
  expect(made([...ten, '子'])).toEqual([]);
  expect(statSync(file).size).toBeGreaterThan(size);
});

it('makes anew what was not written to its end, and what stands behind something else', () => {
  made([...ten, '丑']);
  truncateSync(file, statSync(file).size - 1);
  expect(made([...ten, '丑'])).toEqual(['丑']);
  appendFileSync(file, 'something else');
  expect(made([...ten, '丑', '寅'])).toEqual(['寅']);
  expect(made([...ten, '丑', '寅'])).toEqual([]);
});

it('drops what is no longer asked for once there is much of it', () => {
  const { size } = statSync(file);
  expect(made(ten.slice(0, 3))).toEqual([]);
  expect(statSync(file).size).toBeLessThan(size);
  expect(made(ten)).toEqual(ten.slice(3));
});
