import type { CommandOf } from '../../src/discussion/commands/command.ts';
import type { Participant } from '../../src/discussion/state/people.ts';
import { health, manager, police, socialWorker } from './people.ts';
import type { Story } from './story.ts';

/** Somebody taking part in Teams who can decide for their agency; a test overrides what it is about. */
export const present = (
  participant: Participant,
  over: Partial<CommandOf<'recordAttendance'>> = {},
): CommandOf<'recordAttendance'> => ({
  kind: 'recordAttendance',
  participant,
  mode: 'teams',
  hasAuthority: true,
  substituteFor: null,
  identified: null,
  ...over,
});

/** Each of them is recorded as taking part, by themselves. */
export const inSession = (story: Story, ...people: readonly Participant[]): Story =>
  people.reduce((s, person) => s.then(person, present(person)), story);

/** Everybody the Practice Standards need: four different people. */
export const quorate = (story: Story): Story => inSession(story, manager, socialWorker, police, health);
