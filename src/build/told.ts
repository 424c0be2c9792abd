/** What part of the work this process does, as `scripts/build.ts` tells it; all of it where nothing is told. */
import { readFileSync } from 'node:fs';
import { type Script, scripts } from '../text/script.ts';

const { BUILD_SCRIPT, BUILD_CONTENT, BUILD_PROGRAM, BUILD_PROGRAM_KEY } = process.env;

/** The scripts whose pages are built here. */
export const scriptsHere: readonly Script[] = scripts.filter(
  (script) => BUILD_SCRIPT === undefined || BUILD_SCRIPT === script,
);

/** Where pages that do not belong to one script are built. */
export const buildsTheRest: boolean = scriptsHere.includes(scripts[0]);

/** Pages that would come out as they did in the last build are left as they are. */
export const keepsPages: boolean = BUILD_CONTENT !== undefined;

/** Only the program is bundled here: its folder, and its key. */
export const bundlesProgram: { folder: string; key: string } | undefined =
  BUILD_PROGRAM && BUILD_PROGRAM_KEY ? { folder: BUILD_PROGRAM, key: BUILD_PROGRAM_KEY } : undefined;

let digests: Record<string, string> | undefined;

/** The SHA-256 (base64url) of a file of the content, its name relative to that; `undefined` where none was told. */
export function toldDigest(name: string): string | undefined {
  if (BUILD_CONTENT === undefined) return undefined;
  digests ??= JSON.parse(readFileSync(BUILD_CONTENT, 'utf8')) as Record<string, string>;
  return digests[name];
}
