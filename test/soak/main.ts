/**
 * Mixed load on the running product for as long as one likes: `npm run -s soak -- --minutes 30`. Ends with 1 where
 * anything acknowledged was lost, a chain is broken, a notice was forgotten, or somebody waited too long.
 */
import { hasHeld, soak } from './soak.ts';

const at = process.argv.indexOf('--minutes');
const seconds = (at < 0 ? 30 : Number(process.argv[at + 1])) * 60;
if (!(seconds > 0)) throw new Error('--minutes takes a number.');

/** Every five minutes, and in a shorter run three times. */
const restartEveryMs = Math.min(300, seconds / 4) * 1_000;
/**
 * The server that stands for Cosmos DB looks at every item for what is asked across discussions: with more than these it is
 * what people wait for. With fewer, what the code itself takes is still growing at the end.
 */
const mostDiscussions = 80;
const beginEveryMs = Math.max(5_000, (seconds * 1_000) / mostDiscussions);
const say = (line: string): void => void process.stdout.write(`${line}\n`);
process.exitCode = hasHeld(await soak({ seconds, beginEveryMs, restartEveryMs, say })) ? 0 : 1;
