/**
 * Whether a thread lives, told to one who waits for it and lets no event through: Node closes the files that a thread has
 * open when it ends, however that comes about.
 */
import { fstatSync, openSync } from 'node:fs';

/** Opens a file for as long as the thread lives; returns its number, by which other threads may ask. */
export function signOfLife(): number {
  return openSync(import.meta.filename, 'r');
}

/** Whether the thread that gave a sign of life still lives. */
export function isAlive(sign: number): boolean {
  try {
    fstatSync(sign);
    return true;
  } catch {
    return false;
  }
}
