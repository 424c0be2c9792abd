/** What part of the site this process builds, as `scripts/build.ts` tells it; all of it where nothing is told. */
import { type Script, scripts } from '../text/script.ts';

const { BUILD_SCRIPT, BUILD_KEPT } = process.env;

/** The scripts whose pages are built here. */
export const scriptsHere: readonly Script[] = scripts.filter(
  (script) => BUILD_SCRIPT === undefined || BUILD_SCRIPT === script,
);

/** Where pages that do not belong to one script are built. */
export const buildsTheRest: boolean = scriptsHere.includes(scripts[0]);

/** Pages that would come out as they did in the last build are left as they are. */
export const keepsPages: boolean = BUILD_KEPT !== undefined;
