/** The product as it runs, with two discussions full of secrets, and the live product's door beside it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compose, type Product } from '../../src/start/compose.ts';
import { configFrom } from '../../src/start/configFrom.ts';
import { conveneInChannel } from '../journey/convening.ts';
import { peopleAt, type Council } from '../journey/council.ts';
import { planOfJointEnquiry } from '../journey/deciding.ts';
import { arrive, everybodyNeeded, firstPageOfDecision, openDecision } from '../journey/takingPart.ts';
import { liveConfig } from '../door/live.ts';
import { startMicrosoft, type Microsoft } from '../door/tokens.ts';
import { startClock } from '../stories/clock.ts';

/** What nobody outside the discussions may ever be shown. */
export const secrets: readonly string[] = [
  'Quillfeather',
  '2019-03-01',
  '1 March 2019',
  'shape of a heron',
  'Marchbanks',
  'seen in the orchard',
  'a section 47 enquiry will start',
];

export interface World {
  readonly origin: string;
  readonly dataDir: string;
  readonly live: string;
  readonly microsoft: Microsoft;
  /** Of a discussion that is open, and of one that is decided. */
  readonly references: { readonly open: string; readonly decided: string };
  /** The token of a reply link that works. */
  readonly link: string;
  /** What was logged since it was last emptied. */
  readonly log: string[];
  /** Moves the clock on, past every limit on what is sent. */
  moveOn(): void;
  stop(): Promise<void>;
}

const listening = async (server: Server): Promise<string> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

const liveDoor = async (dataDir: string, microsoft: Microsoft, log: string[]) => {
  const server = createServer();
  const address = await listening(server);
  const config = liveConfig(dataDir);
  const edges = { now: () => new Date(), log: (line: string) => void log.push(line) };
  const product: Product = await compose({ config, origin: address, tokenKeys: microsoft.address, ...edges });
  server.on('request', product.app);
  return { server, address, product };
};

/** Two discussions, each with everything in it that must not come out. */
const plant = async (council: Council): Promise<World['references']> => {
  const over = {
    child: { name: 'Zephyrine Quillfeather', initials: 'Z.Q.', birthDate: '2019-03-01' },
    referral: { referrerName: 'Ottoline Marchbanks' },
    concern: { concern: 'A bruise in the shape of a heron' },
    meeting: { time: '10:30' },
  };
  const { reference: decided } = await conveneInChannel(council, over);
  await arrive(council, everybodyNeeded);
  const chair = council.as('priya-shah');
  let form = await openDecision(council);
  form = await chair.press(form, 'Continue', firstPageOfDecision);
  form = await chair.press(form, 'Continue', planOfJointEnquiry);
  await chair.press(form, 'Record the decision');
  const { reference: open } = await conveneInChannel(council, over);
  const part = await council.as('victor-lane').card('channel', `Strategy discussion ${open}: take part`);
  const information = await council.as('ellie-vaughan').press(part, 'Add information');
  await council.as('ellie-vaughan').press(information, 'Add to the record', { text: 'They were seen in the orchard.' });
  return { open, decided };
};

export const startWorld = async (): Promise<World> => {
  const [dataDir, liveDir] = [mkdtempSync(join(tmpdir(), 'fuzz-')), mkdtempSync(join(tmpdir(), 'fuzz-live-'))];
  const clock = startClock(new Date('2026-09-15T10:00:00+01:00'));
  const log: string[] = [];
  const server = createServer();
  const origin = await listening(server);
  const edges = { now: clock.now, sleep: clock.sleep, log: (line: string) => void log.push(line) };
  const product = await compose({ config: configFrom({ DATA_DIR: dataDir }), origin, ...edges });
  server.on('request', product.app);
  product.start();
  const microsoft = await startMicrosoft();
  const live = await liveDoor(liveDir, microsoft, log);

  const moveOn = (ms: number): void => clock.moveTo(new Date(clock.now().getTime() + ms));
  const ticking = setInterval(() => moveOn(250), 20);
  const people = peopleAt(origin);
  const references = await plant(people as Council);
  // It works for weeks, which is as long as the clock is moved on.
  const letter = await people.as('carol-tench').letter(`Outcome of strategy discussion ${references.decided}`);
  clearInterval(ticking);
  const link = /\/reply\/([\w.-]+)/.exec(letter.text)?.[1];
  if (link === undefined) throw new Error(`no link in the letter: ${letter.text}`);

  return {
    origin,
    dataDir,
    live: live.address,
    microsoft,
    references,
    link,
    log,
    moveOn: () => moveOn(10_000),
    stop: async () => {
      for (const each of [server, live.server]) {
        each.close();
        each.closeAllConnections();
      }
      await product.stop();
      await live.product.stop();
      await microsoft.close();
      for (const dir of [dataDir, liveDir]) rmSync(dir, { recursive: true, force: true });
    },
  };
};
