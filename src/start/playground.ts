/**
 * Start the bot together with Microsoft's Agents Playground, a Teams-like client for developers on this machine. The bot
 * listens on `PORT`, the Playground's page on `PLAYGROUND_PORT`. Development only: nothing in the product loads this folder.
 */
import { CannotStart } from './cannotStart.ts';
import { configFrom } from './configFrom.ts';
import { ConfigFault } from './configFault.ts';
import { keepRunning } from './keepRunning.ts';
import { run } from './run.ts';
import { installedPlayground, PlaygroundUnavailable, startPlayground } from '../playground/child.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** 56150 is the Playground's own default; 0 takes any free port. */
const playgroundPort = (text = ''): number => {
  const port = /^\d*$/.test(text) ? Number(text || '56150') : Number.NaN;
  if (!(port <= 65_535)) throw new ConfigFault(['PLAYGROUND_PORT must be a whole number between 0 and 65535.']);
  return port;
};

/** What the Playground says of itself is for whoever started this. */
const explained = (error: unknown): unknown =>
  error instanceof PlaygroundUnavailable ? new CannotStart(error.message, { cause: error }) : error;

const both = async (giveUp: (reason: Error) => void): Promise<() => Promise<void>> => {
  const program = installedPlayground();
  const port = playgroundPort(process.env['PLAYGROUND_PORT']);
  const config = configFrom({ ...process.env, MODE: 'playground' });
  const bot = await run(config, {
    now: () => new Date(),
    log: (line) => void process.stderr.write(`${line}\n`),
  });
  const where = { program, bot: bot.origin, port, dataDir: bot.dataDir, env: process.env };
  const playground = await startPlayground(where).catch(async (error: unknown) => {
    await bot.stop();
    throw error;
  });
  void playground.ended.then((sentence) => giveUp(new CannotStart(sentence)));
  say(`Strategy discussions, playground mode, ${config.authority}, ${config.standard}`);
  say(`Open ${playground.address} and be the manager in the Agents Playground`);
  if (bot.home !== null) say(`E-mail to everybody: ${bot.origin}${bot.home}`);
  return async () => {
    await playground.stop();
    await bot.stop();
  };
};

keepRunning((giveUp) =>
  both(giveUp).catch((error: unknown) => {
    throw explained(error);
  }),
);
