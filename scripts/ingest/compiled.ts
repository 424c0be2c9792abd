/** The program as the runtime compiled it, kept for the next run: half a second for each thread. */
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

/** Keeps what is imported from now on. */
export function keepCompiled(): void {
  enableCompileCache(join(import.meta.dirname, '../../.cache/compiled'));
}
