/** Runs Microsoft's Agents Playground as a process of its own, and notices when it cannot start or ends. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { playgroundCast } from './cast.ts';

const require = createRequire(import.meta.url);

/** The Playground cannot run here. The message is the sentence for whoever started it. */
export class PlaygroundUnavailable extends Error {
  override readonly name = 'PlaygroundUnavailable';
}

export interface Playground {
  /** Its page, such as http://127.0.0.1:56150. */
  readonly address: string;
  /** Resolves with one sentence when it ends by itself. */
  readonly ended: Promise<string>;
  stop(): Promise<void>;
}

interface Starting {
  /** As `installedPlayground` found it. */
  readonly program: string;
  /** Where the bot listens, such as http://127.0.0.1:3978. */
  readonly bot: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Its configuration and its log are written here; the folder is there. */
  readonly dataDir: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Where the Playground is installed. Throws `PlaygroundUnavailable`: it is a development package. */
export const installedPlayground = (): string => {
  try {
    return require.resolve('@microsoft/m365agentsplayground/cli.js');
  } catch (error) {
    throw new PlaygroundUnavailable('The Agents Playground is not installed here: run npm ci without --omit=dev.', {
      cause: error,
    });
  }
};

/** How long the Playground may take to answer; it needs a second or two. */
const readyWithinMs = 60_000;

/** Starts `program`, and resolves once its page answers. Rejects with `PlaygroundUnavailable`, leaving no process behind. */
export const startPlayground = async ({ program, bot, port, dataDir, env }: Starting): Promise<Playground> => {
  const config = resolve(dataDir, 'playground.json');
  const log = resolve(dataDir, 'playground.log');
  writeFileSync(config, JSON.stringify(playgroundCast(), null, 2));
  const child = fork(
    program,
    ['start', `--app-endpoint=${bot}/api/messages`, '--channel-id=msteams', `--port=${port}`, '--disable-telemetry'],
    {
      cwd: dataDir,
      execArgv: ['--import', new URL('./loopbackOnly.ts', import.meta.url).href],
      stdio: ['ignore', 'pipe', 'ignore', 'ipc'],
      env: {
        ...env,
        M365_AGENTS_PLAYGROUND_CONFIG_PATH: config,
        M365_AGENTS_PLAYGROUND_LOGFILE: log,
        TEAMSAPPTESTER_BROWSER: 'none',
        // Its switch leaves one channel of usage figures to Microsoft open; this closes it.
        APPLICATION_INSIGHTS_NO_STATSBEAT: 'true',
      },
    },
  );
  const ended = once(child, 'exit').then(() => `The Agents Playground has stopped. Its log is ${log}.`);
  const cannotStart = (): never => {
    throw new PlaygroundUnavailable(`The Agents Playground cannot start. Its log is ${log}.`);
  };
  try {
    const tooLong = wait(readyWithinMs, undefined, { ref: false });
    const actual = await Promise.race([listeningPort(child), ended.then(cannotStart), tooLong.then(cannotStart)]);
    if (port !== 0 && actual !== port) {
      throw new PlaygroundUnavailable(`Port ${port} is taken: stop what uses it, or set PLAYGROUND_PORT to another.`);
    }
    const address = `http://127.0.0.1:${actual}`;
    if (!(await answers(`${address}/_debug/ping`))) cannotStart();
    return { address, ended, stop: () => stop(child) };
  } catch (error) {
    await stop(child);
    throw error;
  }
};

/** Its first line. Where the wanted port is taken it has quietly taken another. */
const listeningPort = async (child: ChildProcess): Promise<number> => {
  if (child.stdout === null) throw new Error('the Playground was started without a pipe');
  const [line] = z.tuple([z.string()]).parse(await once(createInterface({ input: child.stdout }), 'line'));
  const port = /^Listening on (\d+)$/.exec(line)?.[1];
  if (port === undefined) throw new PlaygroundUnavailable(`The Agents Playground cannot start: ${line}`);
  return Number(port);
};

/** It listens before it has read its configuration, and ends if that is not to its liking. */
const answers = async (url: string): Promise<boolean> => {
  const response = await fetch(url, { signal: AbortSignal.timeout(readyWithinMs) }).catch(() => null);
  await response?.arrayBuffer();
  return response?.ok === true;
};

const stop = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill();
  await gone;
};
