/**
 * Loaded into a process ahead of its program: ends it, as `kill -9` would, in the middle of the write, renaming or
 * removal of a file under the folder `KILL_UNDER` whose number is in `KILL_BEFORE`. A write that it falls on is left half
 * done.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

let left = Number(process.env.KILL_BEFORE);
const { writeFileSync, renameSync, rmSync } = fs;

function isDue(path: unknown): boolean {
  return String(path).startsWith(String(process.env.KILL_UNDER)) && left-- === 0;
}

function end(): void {
  process.kill(process.pid, 'SIGKILL');
}

fs.writeFileSync = (file, data, options) => {
  const due = isDue(file);
  const part = due && typeof data === 'string' ? data.slice(0, data.length >> 1) : data;
  try {
    writeFileSync(file, part, options);
  } finally {
    if (due) end();
  }
};
fs.renameSync = (from, to) => {
  if (isDue(from)) end();
  renameSync(from, to);
};
fs.rmSync = (path, options) => {
  if (isDue(path)) end();
  rmSync(path, options);
};
syncBuiltinESMExports();
