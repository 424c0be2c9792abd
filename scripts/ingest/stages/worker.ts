/** Where a thread of the pool begins. */
import { keepCompiled } from '../compiled.ts';

keepCompiled();
await import('./thread.ts');
