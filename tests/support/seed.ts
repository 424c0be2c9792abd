/**
 * Properties are tried on the same examples each time, so that a test fails for what was changed and for nothing else.
 * `SEED=random npm test` tries others, `SEED=N` those of a run that failed.
 */
import fc from 'fast-check';

const { SEED = '20260616' } = process.env;
if (SEED !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(SEED) });
