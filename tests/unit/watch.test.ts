import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchFolder } from '../../src/article/watch.ts';

let root: string;
let told: Set<string>;
let end: () => void;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'watched-'));
  mkdirSync(path.join(root, 'below'));
  writeFileSync(path.join(root, 'below', 'known.txt'), 'before');
  told = new Set();
  end = watchFolder(root, (file) => told.add(path.relative(root, file).split(path.sep).join('/')));
});

afterEach(() => {
  end();
  rmSync(root, { recursive: true, force: true });
});

const expectTold = (name: string) => vi.waitFor(() => expect([...told]).toContain(name), 5000);

it('tells of files that change, come and go', async () => {
  writeFileSync(path.join(root, 'below', 'known.txt'), 'after');
  await expectTold('below/known.txt');
  writeFileSync(path.join(root, 'new.txt'), '');
  await expectTold('new.txt');
  told.clear();
  rmSync(path.join(root, 'below', 'known.txt'));
  await expectTold('below/known.txt');
});

it('tells of what is in folders that come later, with all that came with them', async () => {
  mkdirSync(path.join(root, 'later', 'deep'), { recursive: true });
  writeFileSync(path.join(root, 'later', 'deep', 'first.txt'), '');
  await expectTold('later');
  writeFileSync(path.join(root, 'later', 'deep', 'second.txt'), '');
  await expectTold('later/deep/second.txt');
});

it('goes on where a folder goes and comes again', async () => {
  rmSync(path.join(root, 'below'), { recursive: true });
  await expectTold('below');
  mkdirSync(path.join(root, 'below'));
  told.clear();
  await vi.waitFor(() => {
    writeFileSync(path.join(root, 'below', 'again.txt'), '');
    expect([...told]).toContain('below/again.txt');
  }, 5000);
});
