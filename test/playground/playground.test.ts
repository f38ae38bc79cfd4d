import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { startProgram, type Program } from './program.ts';

const entry = 'playground';
const programs: Program[] = [];
const start = (env: Readonly<Record<string, string>> = {}): Program => {
  const program = startProgram(entry, env);
  programs.push(program);
  return program;
};
afterEach(async () => {
  await Promise.all(programs.splice(0).map((program) => program.remove()));
});

/** The Playground's page and the bot, once both answer. */
const addressesOf = async (program: Program) => {
  const [, page = ''] = await program.said(/Open (http\S+)/);
  const [, mail = ''] = await program.said(/E-mail to everybody: (http\S+)/);
  return { page, mail, bot: new URL('/', mail).href };
};

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    (response) => response.ok,
    () => false,
  );

/** Another address of this machine, where a program that listens on all of them would answer. */
const otherAddress =
  Object.values(networkInterfaces())
    .flat()
    .find((known) => known?.family === 'IPv4' && !known.internal)?.address ?? '127.0.0.2';

const childrenOf = (pid: number): readonly number[] => {
  const listed =
    process.platform === 'linux'
      ? readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
      : execFileSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' });
  return listed.trim().split(/\s+/).map(Number);
};

describe('npm run playground', { timeout: 60_000 }, () => {
  it('starts the bot and the Playground, and Ctrl-C stops both', async () => {
    const program = start();
    const { page, bot } = await addressesOf(program);
    expect(await Promise.all([answers(page), answers(`${bot}readyz`)])).toEqual([true, true]);

    expect(await program.interrupt()).toBe(0);
    expect(program.written()).toMatch(/Stopped\.\n$/);
    expect(await Promise.all([answers(page), answers(bot)])).toEqual([false, false]);
  });

  it('keeps its data apart from the rehearsal’s, whose conversations are elsewhere', async () => {
    const program = start();
    await addressesOf(program);
    expect(existsSync(join(program.dataDir, 'playground', 'strategy.sqlite'))).toBe(true);
    expect(existsSync(join(program.dataDir, 'strategy.sqlite'))).toBe(false);
  });

  it('has the fictional council in it, wherever its data is kept', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'strategy-'));
    const program = start({ DATA_DIR: relative('.', folder) });
    const { page } = await addressesOf(program);
    const user = z.object({ name: z.string() });
    const { config } = z
      .object({ config: z.object({ currentUser: user, users: z.array(user) }) })
      .parse(await (await fetch(`${page}/_internal/v1/config`)).json());
    expect([config.currentUser, ...config.users].map(({ name }) => name)).toEqual([
      'Priya Shah',
      'Ellie Vaughan',
      'DI Tom Reyes',
      'Grace Mensah',
      'Dr Anil Kapoor',
      'Ruth Ellison',
    ]);
    await program.interrupt();
    rmSync(folder, { recursive: true });
  });

  it('shows everybody’s mail, and leaves talking to the Playground', async () => {
    const { mail } = await addressesOf(start());
    const people = z
      .object({ people: z.array(z.object({ places: z.array(z.unknown()) })) })
      .parse(await (await fetch(`${mail}api/people`)).json());
    expect(people.people.flatMap(({ places }) => places)).toEqual([]);

    const said = await fetch(`${mail}api/say`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ person: 'priya-shah', place: 'channel', text: '/strategy', mention: true }),
    });
    expect(said.status).toBe(404);
    expect(await answers(`${mail}api/mail/carol-tench`)).toBe(true);
  });

  it('cannot be reached from another machine: the Playground lets anybody act as the manager', async () => {
    const { page } = await addressesOf(start());
    const socket = connect(Number(new URL(page).port), otherAddress);
    const outcome = await new Promise((resolve) => {
      socket.once('connect', () => resolve('connected'));
      socket.once('error', () => resolve('refused'));
    });
    socket.destroy();
    expect(outcome).toBe('refused');
  });

  it('talks to nobody outside this machine', async () => {
    const program = start({
      NODE_OPTIONS: `--import ${new URL('./recordConnections.ts', import.meta.url).href}`,
    });
    const { page } = await addressesOf(program);
    // Makes the Playground call the bot, so that at least one connection is seen.
    expect(await answers(`${page}/_internal/v1/config`)).toBe(true);
    expect([...new Set(readFileSync(join(program.dataDir, 'connections'), 'utf8').trim().split('\n'))]).toEqual([
      '127.0.0.1',
    ]);
  });

  it('ends the Playground with the bot, even when the bot is killed', async () => {
    const program = start();
    const { page } = await addressesOf(program);
    process.kill(program.pid, 'SIGKILL');
    await vi.waitFor(async () => expect(await answers(page)).toBe(false), { timeout: 10_000 });
  });

  it('says so when the Playground ends by itself, and ends too', async () => {
    const program = start();
    const { page, bot } = await addressesOf(program);
    for (const child of childrenOf(program.pid)) process.kill(child, 'SIGKILL');
    expect(await program.ended()).toBe(1);
    expect(program.written()).toMatch(/\nThe Agents Playground has stopped\. Its log is \S+playground\.log\.\n$/);
    expect(await Promise.all([answers(page), answers(bot)])).toEqual([false, false]);
  });
});

describe('a start that cannot succeed is one sentence and exit code 1', { timeout: 60_000 }, () => {
  const takenPort = async (): Promise<{ readonly port: number; readonly free: () => void }> => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return { port: (server.address() as AddressInfo).port, free: () => void server.close() };
  };

  it.each(['PORT', 'PLAYGROUND_PORT'])('%s is taken', async (variable) => {
    const { port, free } = await takenPort();
    const program = start({ [variable]: String(port) });
    expect(await program.ended()).toBe(1);
    expect(program.written()).toBe(`Port ${port} is taken: stop what uses it, or set ${variable} to another.\n`);
    free();
  });

  it.each(['many', '-1', '65536', '1.5'])('PLAYGROUND_PORT is %s', async (value) => {
    const program = start({ PLAYGROUND_PORT: value });
    expect(await program.ended()).toBe(1);
    expect(program.written()).toBe('PLAYGROUND_PORT must be a whole number between 0 and 65535.\n');
  });

  it('an app registration is set, which only live mode uses', async () => {
    const program = start({ MODE: 'live', MICROSOFT_APP_ID: '11111111-2222-4333-8444-555555555555' });
    expect(await program.ended()).toBe(1);
    expect(program.written()).toMatch(/^MICROSOFT_APP_ID: an app registration is used in live mode only\. .*\n$/);
  });
});
