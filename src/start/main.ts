/**
 * Start: read the environment, compose, listen, stop cleanly. With src/start/strategy.ts and the Playground's entry, the only
 * place with process.env and the real clock; a start that cannot succeed says why in one sentence and leaves data untouched.
 */
import { configFrom } from './configFrom.ts';
import { keepRunning } from './keepRunning.ts';
import { run } from './run.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

keepRunning(async () => {
  const config = configFrom(process.env);
  const product = await run(config, {
    now: () => new Date(),
    log: (line) => void process.stderr.write(`${line}\n`),
  });
  say(`Strategy discussions, ${config.mode} mode, ${config.authority}, ${config.standard}`);
  say(product.home === null ? `Listening on ${product.origin}` : `Open ${product.origin}${product.home}`);
  return () => product.stop();
});
