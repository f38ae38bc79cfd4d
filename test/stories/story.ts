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
import { standards, type Role, type StandardName } from './cast.ts';
import { later, london } from './clock.ts';
import { fillConvening, meetingAnswers, type Convening } from './convening.ts';
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
  /** The convene form up to its last page, not sent. */
  fillConvening(told?: Convening): Promise<Shown>;
  /** Goes on with another discussion, such as an earlier one of this story. */
  turnTo(reference: string): void;
  /** The procedure the council works under from now on. */
  under(standard: StandardName): Promise<void>;
  /** Time passes, by an ISO 8601 duration, and everything that falls due meanwhile is sent at its time. */
  pass(duration: string): Promise<void>;
  /** The same, up to a time on the wall in London. */
  passUntil(wall: string): Promise<void>;
  readonly now: () => Date;
  letters(role: Role): Promise<readonly Letter[]>;
  /** The newest one whose heading or text says this. */
  letter(role: Role, saying: string): Promise<Letter>;
  /** Stops the product. Fails where it logged a fault. */
  end(): Promise<void>;
}

export const begin = async (options: {
  readonly standard: StandardName;
  /** London time, such as `2026-11-24T10:00`. */
  readonly at: string;
  /** Where its data is, and stays; without it, a folder that goes when the story ends. */
  readonly dataDir?: string;
}): Promise<Story> => {
  const { dataDir } = options;
  const stage = await startStage({ at: london(options.at), ...(dataDir === undefined ? {} : { dataDir }) });
  let standard = options.standard;
  let reference = '';
  const under: Story['under'] = async (chosen) => {
    await stage.api('PUT', 'procedure', { value: chosen });
    standard = chosen;
  };
  await under(standard);

  const as = (role: Role): Person => personIn(stage, role, () => reference);
  const turnTo = (to: string): void => {
    reference = to;
    stage.follow(to);
  };
  const fill: Story['fillConvening'] = (told = {}) => fillConvening(as(standards[standard].manager), stage.now(), told);
  const letters: Story['letters'] = (role) => lettersTo(stage, role, reference);

  return {
    get reference() {
      return reference;
    },
    get chair() {
      return as(standards[standard].manager);
    },
    as,
    arrive: async (...roles) => {
      const all = roles.length > 0 ? roles : [standards[standard].manager, ...standards[standard].seats];
      for (const role of all) await as(role).here();
    },
    convene: async (told = {}) => {
      const lastPage = await fill(told);
      const convened = await lastPage.done('Convene', meetingAnswers(stage.now(), told));
      turnTo(/SD-[A-Z0-9]{6}/.exec(convened.text)?.[0] ?? '');
      await stage.settled();
      return convened;
    },
    fillConvening: fill,
    turnTo,
    under,
    pass: (duration) => stage.passTo(later(stage.now(), duration)),
    passUntil: (wall) => stage.passTo(london(wall)),
    now: stage.now,
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
