/** How the runtime is to treat the program: what it compiled is kept for the next run, half a second for each thread. */
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';

/** Bytes of code that the optimising compiler draws into a function: half of what it does by itself gains as much, and costs less. */
const inlined = 400;

/** Where it is kept. */
export const compiledFolder = join(import.meta.dirname, '../../.cache/compiled');

/** Keeps what is imported from now on. */
export function keepCompiled(): void {
  setFlagsFromString(`--max-inlined-bytecode-size-cumulative=${inlined}`);
  enableCompileCache(compiledFolder);
}

/** By how much the memory of the run may grow before its garbage is collected again, in percent: by itself it would double. */
const growth = 30;

/** Has a run hold little more than it needs, for some processor time. */
export function keepSmall(): void {
  setFlagsFromString(`--heap-growing-percent=${growth}`);
}
