/**
 * A story through the bot, told in the words of the field: people see what is on their cards and letters, press what is
 * there, and time passes. Everything goes over HTTP to the whole product; nothing calls its core.
 *
 *     const story = await begin({ standard: 'sandwell', at: '2026-11-24T10:00' });
 *     await story.convene({ concern: { concern: 'Bruises' } });
 *     await story.pass('PT3H');
 *     await story.as('police').here();
 *     await story.chair.decides();
 *     expect(await story.letter('referrer', 'Outcome')).toMatchObject({ by: 'e-mail' });
 *     await story.end();
 *
 * A deed that the bot refuses fails with `Refused` and all that the card says; a story about a refusal expects that.
 */
import { instant } from '../../src/practice/time/instant.ts';
import { cast, standards, type OwnStandard, type Role, type Seating, type StandardName } from './cast.ts';
import { later, london } from './clock.ts';
import {
  choosePeople,
  fillNextToPeople,
  fillToConcern,
  fillToPeople,
  meetingAnswers,
  type Convening,
} from './convening.ts';
import { enterLeaver, enterRoles, enterRota, enterSwap } from './directory.ts';
import type { Shown } from './hand.ts';
import { lettersTo, type Letter } from './letters.ts';
import { personIn, type Person } from './person.ts';
import { startStage } from './stage.ts';

export interface Story {
  /** The discussion the story is about: the one convened last, or the one it turned to. */
  readonly reference: string;
  readonly chair: Person;
  as(role: Role): Person;
  /** Everybody says that they are here, with authority to decide; under the standard’s own seats, all that it wants. */
  arrive(...roles: readonly Role[]): Promise<void>;
  convene(told?: Convening): Promise<Shown>;
  /** The convene form up to its last page, which has not been sent. */
  fillConvening(told?: Convening): Promise<Shown>;
  /** The convene form up to what the concern is. */
  fillToConcern(told?: Convening): Promise<Shown>;
  /** The convene form up to the people, who are not chosen yet. */
  fillToPeople(told?: Convening): Promise<Shown>;
  /** The form for the discussion that follows this one, up to the people. */
  fillNextToPeople(told?: Convening): Promise<Shown>;
  /** The next discussion, from the decided card of this one; the story goes on with it. */
  conveneNext(told?: Convening): Promise<Shown>;
  /** The same up to its last page, which may be sent more than once, until it is accepted. */
  fillNext(told?: Convening): Promise<Shown>;
  sendConvening(lastPage: Shown, told?: Convening): Promise<Shown>;
  /** Goes on with another discussion, such as an earlier one of this story. */
  turnTo(reference: string): void;
  /** The directory gives somebody these roles from now on, the usual one first. */
  inDirectory(role: Role, roles: readonly string[]): Promise<void>;
  /** The duty rota has these lines from now on, such as `Duty paediatrician,anil-kapoor,2026-11-24 08:00,2026-11-25 08:00`. */
  onRota(...lines: readonly string[]): Promise<void>;
  swapsDuty(swap: {
    readonly duty: string;
    readonly off: Role;
    readonly on: Role;
    readonly until: string;
  }): Promise<void>;
  /** Somebody joins the Teams meeting of the discussion’s thread, or leaves it, and Teams says so. */
  movesInTeams(role: Role, event: 'join' | 'leave'): Promise<void>;
  /** Somebody is in the directory no more. */
  leaves(role: Role): Promise<void>;
  /** The procedure the council works under from now on. */
  under(standard: StandardName): Promise<void>;
  /** Time passes, by an ISO 8601 duration, and everything that falls due meanwhile is sent at its time. */
  pass(duration: string): Promise<void>;
  /** The same, up to a time on the wall in London. */
  passUntil(wall: string): Promise<void>;
  readonly now: () => Date;
  /** Where the product keeps its data: what an operator’s commands work on. */
  readonly dataDir: string;
  letters(role: Role): Promise<readonly Letter[]>;
  /** The newest one whose heading or text says this. */
  letter(role: Role, saying: string): Promise<Letter>;
  /** Stops the product. Fails where it logged a fault. */
  end(): Promise<void>;
}

export const begin = async (options: {
  /** One that comes with the product, or a council’s own, which it is started with. */
  readonly standard: StandardName | OwnStandard;
  /** London time, such as `2026-11-24T10:00`. */
  readonly at: string;
  /** Where its data is, and stays; without it, a folder that goes when the story ends. */
  readonly dataDir?: string;
}): Promise<Story> => {
  const { dataDir, standard } = options;
  const stage = await startStage({
    at: london(options.at),
    ...(dataDir === undefined ? {} : { dataDir }),
    ...(typeof standard === 'string' ? {} : { standard }),
  });
  let seating: Seating = typeof standard === 'string' ? standards[standard] : standard;
  let reference = '';
  const under: Story['under'] = async (chosen) => {
    await stage.api('PUT', 'procedure', { value: chosen });
    seating = standards[chosen];
  };
  if (typeof standard === 'string') await under(standard);

  const as = (role: Role): Person => personIn(stage, role, () => reference);
  const turnTo = (to: string): void => {
    reference = to;
    stage.follow(to);
  };
  const manager = (): Person => as(seating.manager);
  const toPeople: Story['fillToPeople'] = (told = {}) => fillToPeople(manager(), stage.now(), told);
  const fillConvening: Story['fillConvening'] = async (told = {}) => choosePeople(await toPeople(told), told);
  const nextToPeople: Story['fillNextToPeople'] = (told = {}) => fillNextToPeople(manager(), reference, told);
  const fillNext: Story['fillNext'] = async (told = {}) => choosePeople(await nextToPeople(told), told);
  const sendConvening: Story['sendConvening'] = async (lastPage, told = {}) => {
    const convened = await lastPage.done('Convene', meetingAnswers(stage.now(), told));
    turnTo(/Convened as (SD-[A-Z0-9]{6})/.exec(convened.text)?.[1] ?? '');
    await stage.settled();
    return convened;
  };
  const letters: Story['letters'] = (role) => lettersTo(stage, role, reference);

  return {
    get reference() {
      return reference;
    },
    get chair() {
      return manager();
    },
    as,
    arrive: async (...roles) => {
      const all = roles.length > 0 ? roles : [seating.manager, ...seating.seats];
      for (const role of all) await as(role).here();
    },
    convene: async (told = {}) => sendConvening(await fillConvening(told), told),
    fillConvening,
    fillToConcern: (told = {}) => fillToConcern(manager(), stage.now(), told),
    fillToPeople: toPeople,
    fillNext,
    sendConvening,
    fillNextToPeople: nextToPeople,
    conveneNext: async (told = {}) => sendConvening(await fillNext(told), told),
    turnTo,
    inDirectory: (role, roles) => enterRoles(stage.dataDir, role, roles),
    onRota: (...lines) => enterRota(stage.dataDir, ...lines),
    swapsDuty: ({ duty, off, on, until }) => {
      const now = instant(stage.now());
      const span = { from: now, until: instant(london(until)) };
      return enterSwap(stage.dataDir, { duty, off: cast[off], on: cast[on], ...span, by: 'Martin Okafor', at: now });
    },
    movesInTeams: async (role, event) => {
      const { messages } = await stage.api<{
        messages: readonly { thread: string | null; cards: readonly object[] }[];
      }>('GET', `conversations/${cast.stranger}/channel`);
      const thread = messages.findLast(({ cards }) => JSON.stringify(cards).includes(reference))?.thread ?? null;
      await stage.api('POST', 'meeting', { person: cast[role], place: 'channel', thread, event });
      await stage.settled();
    },
    leaves: (role) => enterLeaver(stage.dataDir, role),
    under,
    pass: (duration) => stage.passTo(later(stage.now(), duration)),
    passUntil: (wall) => stage.passTo(london(wall)),
    now: stage.now,
    dataDir: stage.dataDir,
    letters,
    letter: async (role, saying) => {
      await stage.settled();
      const all = await letters(role);
      const found = all.findLast(({ heading, text }) => heading.includes(saying) || text.includes(saying));
      if (found !== undefined) return found;
      throw new Error(`${role} has no letter “${saying}”; there are:\n${all.map((l) => `  ${l.heading}`).join('\n')}`);
    },
    end: async () => {
      await stage.stop();
      if (stage.faults.length > 0) throw new Error(`the product logged faults:\n${stage.faults.join('\n')}`);
    },
  };
};
