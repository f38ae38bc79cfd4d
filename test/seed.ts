/**
 * Property tests draw their cases from a fresh seed each time, and say which when they fail. `SEED=123 npm test -- FILE`
 * draws the same cases again.
 */
import fc from 'fast-check';

const seed = process.env.SEED ?? '';
if (seed !== '') fc.configureGlobal({ seed: Number(seed) });
