/** What part of the work this process does, as `scripts/build.ts` tells it; all of it where nothing is told. */
import { readFileSync } from 'node:fs';
import { type Script, scripts } from '../text/script.ts';

const { BUILD_PART, BUILD_CONTENT, BUILD_SITE, BUILD_PROGRAM, BUILD_PROGRAM_KEY } = process.env;

/**
 * What one process makes: pages and files of one script, the pages of both, or the rest: what is no page of a script or counts
 * all texts, where there are the pages of both all files too.
 */
export type Part = Script | 'pages' | 'rest' | 'files';

const scriptsOf = (part: 'pages' | 'files') =>
  scripts.filter((script) => BUILD_PART === undefined || BUILD_PART === part || BUILD_PART === script);

/** The scripts whose pages are built here. */
export const scriptsHere: readonly Script[] = scriptsOf('pages');

/** The scripts whose files for programs are built here. */
export const filesHere: readonly Script[] = scriptsOf('files');

/** Where pages that do not belong to one script are built, after all articles were read and compared. */
export const buildsTheRest: boolean =
  BUILD_PART === undefined || BUILD_PART === 'rest' || BUILD_PART === 'files';

/** Of processes that build the pages of a script each, one keeps what all of them find. */
export const keepsForScripts: boolean = scriptsHere.includes(scripts[0]);

/** Pages that would come out as they did in the last build are left as they are. */
export const keepsPages: boolean = BUILD_CONTENT !== undefined;

/** The folder of the site as the last build left it. */
export const lastSite: string | undefined = BUILD_SITE;

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
