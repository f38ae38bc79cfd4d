/** Prints how many milliseconds a fresh process takes to read the standards it comes with. */
import { builtInStandards } from '../../src/start/standards.ts';
import { createLibrary } from '../../src/practice/library.ts';

const start = performance.now();
const read = createLibrary(builtInStandards());
process.stdout.write(read.ok ? String(performance.now() - start) : 'NaN');
