/** Files on disk: each written whole or not at all. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pendingName } from './archive/previous.ts';

/** What a run wants on disk: contents by path, `null` for a file that is to go. */
export type Plan = Map<string, string | null>;

function isAsPlanned(path: string, content: string | null): boolean {
  if (content === null) return !existsSync(path);
  return existsSync(path) && readFileSync(path, 'utf8') === content;
}

/** Paths whose content is not what is planned. */
export function differences(plan: Plan): string[] {
  return [...plan].filter(([path, content]) => !isAsPlanned(path, content)).map(([path]) => path);
}

function writeWhole(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.tmp`;
  writeFileSync(draft, content);
  renameSync(draft, path);
}

/**
 * Carries out a plan. The hashes of the articles are noted first, so that the next run knows its own files even if this
 * one is killed between an article and its ledger.
 */
export function carryOut(
  plan: Plan,
  changed: readonly string[],
  ledgerFolder: string,
  written: Readonly<Record<string, string>>,
): void {
  if (changed.length === 0) return;
  const pending = join(ledgerFolder, pendingName);
  writeWhole(pending, JSON.stringify(written));
  for (const path of changed) {
    const content = plan.get(path);
    if (content === null) rmSync(path, { force: true });
    else if (content !== undefined) writeWhole(path, content);
  }
  rmSync(pending, { force: true });
}
