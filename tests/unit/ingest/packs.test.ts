/** What was worked out of dumps is found again by other runs, whatever became of the packs meanwhile. */
import { appendFileSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { closePacks, type Place, packsIn } from '../../../scripts/ingest/packs.ts';

const key = (number: number): string => number.toString(16).padStart(40, '0');
const textOf = (number: number): string => `${'評論文庫𠮷'.repeat(number)}${number}`;
let cache: string;
const folder = (): string => path.join(cache, 'packs');
const packs = (): string[] => readdirSync(folder()).map((name) => path.join(folder(), name));

beforeEach(() => {
  cache = mkdtempSync(path.join(tmpdir(), 'packs-'));
  onTestFinished(() => {
    closePacks(cache);
    rmSync(cache, { recursive: true, force: true });
  });
});

/** Keeps texts as a run of their own does, in a pack of their own. */
function keep(...numbers: number[]): Place[] {
  closePacks(cache);
  return numbers.map((number) => packsIn(cache).add(key(number), textOf(number)) as Place);
}

/** What a run of its own finds. */
function found(number: number): string | undefined {
  closePacks(cache);
  const place = packsIn(cache).find(key(number));
  return place && packsIn(cache).read(key(number), place);
}

it('is found by the run that made it, and by later ones', () => {
  const [place] = keep(3, 0, 700);
  expect(packsIn(cache).read(key(3), place as Place)).toBe(textOf(3));
  expect([0, 3, 700, 4].map(found)).toEqual([textOf(0), textOf(3), textOf(700), undefined]);
});

it('is missing where its run was killed before it was written to its end, and nothing else is', () => {
  keep(1, 2);
  keep(3, 4);
  for (const pack of packs()) truncateSync(pack, Buffer.byteLength(textOf(1) + textOf(2)) + 40);
  expect(found(1)).toBe(textOf(1));
  expect(found(2)).toBeUndefined();
  expect(found(3)).toBe(textOf(3));
  keep(2);
  expect(found(2)).toBe(textOf(2));
});

it('is not taken for another where a pack is not what it was, or is gone', () => {
  const [place] = keep(5) as [Place];
  closePacks(cache);
  expect(packsIn(cache).read(key(6), place)).toBeUndefined();
  for (const pack of packs()) writeFileSync(pack, 'x');
  closePacks(cache);
  expect(packsIn(cache).read(key(5), place)).toBeUndefined();
  for (const pack of packs()) rmSync(pack);
  closePacks(cache);
  expect(packsIn(cache).read(key(5), place)).toBeUndefined();
});

it('stands in few packs after many runs', () => {
  for (let number = 0; number < 40; number++) {
    const places = keep(number);
    packsIn(cache).tidy(places);
  }
  expect(packs().length).toBeLessThanOrEqual(17);
  for (let number = 0; number < 40; number++) expect(found(number)).toBe(textOf(number));
});

it('goes where much of it is of no use, and what the last run used stays', () => {
  keep(1, 2);
  const [pack = ''] = packs();
  // The third record: so large that what is of no use is too much.
  const head = Buffer.alloc(24);
  head.write(key(9), 'hex');
  head.writeUInt32LE(2 ** 27, 20);
  appendFileSync(pack, head);
  truncateSync(pack, Buffer.byteLength(textOf(1) + textOf(2)) + 3 * 24 + 2 ** 27);
  closePacks(cache);
  packsIn(cache).tidy([packsIn(cache).find(key(2)) as Place]);
  expect([1, 2, 9].map(found)).toEqual([undefined, textOf(2), undefined]);
});

it('is found where packs are made one after another thread has added to its own', () => {
  const others = Array.from({ length: 18 }, (_, at) => keep(at + 1)).length;
  expect(packs()).toHaveLength(others);
  const thread = `${cache}/.`;
  onTestFinished(() => closePacks(thread));
  packsIn(thread).add(key(100), 'a');
  closePacks(cache);
  expect(packsIn(cache).find(key(100))).toBeDefined();
  packsIn(thread).add(key(101), 'b');
  packsIn(cache).tidy([]);
  expect(packs().length).toBeLessThan(others);
  closePacks(cache);
  const place = packsIn(cache).find(key(101)) as Place;
  expect(packsIn(cache).read(key(101), place)).toBe('b');
});
