import { expect } from 'vitest';
import type { Command, CommandOf } from '../../src/discussion/commands/command.ts';
import { decide } from '../../src/discussion/commands/decide.ts';
import type { Discussion } from '../../src/discussion/state/discussion.ts';
import { evolve } from '../../src/discussion/state/evolve.ts';
import type { DiscussionEvent } from '../../src/discussion/state/event.ts';
import type { Notice } from '../../src/discussion/state/notice.ts';
import { owe } from '../../src/discussion/debts/owe.ts';
import type { Participant } from '../../src/discussion/state/people.ts';
import type { Refusal } from '../../src/discussion/commands/refusal.ts';
import type { Instant } from '../../src/practice/time/instant.ts';
import { practiceFor } from './standards.ts';
import type { Rank, StandardKey } from '../../src/practice/language/vocabulary.ts';
import { convene, tuesday } from './convene.ts';
import { actor, manager, professional } from './people.ts';

export interface Story {
  readonly state: Discussion | null;
  /** Events of the last command. */
  readonly events: readonly DiscussionEvent[];
  readonly notices: readonly Notice[];
  readonly refusal: Refusal | null;
  /** Somebody does something; a refusal leaves the state as it was. */
  when(who: Participant, command: Command, at?: Instant): Story;
  /** As `when`, and it must be accepted. */
  then(who: Participant, command: Command, at?: Instant): Story;
}

/** Given nothing; under a standard. Everything happens on Tuesday unless a time is given. */
export const story = (standard: StandardKey = 'practice-standards-2025'): Story => {
  const practice = practiceFor(standard);
  const from = (
    state: Discussion | null,
    events: readonly DiscussionEvent[],
    notices: readonly Notice[],
    refusal: Refusal | null,
  ): Story => {
    const when: Story['when'] = (who, command, at = tuesday) => {
      const ruling = decide(state, command, { actor: actor(who), at, practice, reference: 'SD-TEST22' });
      if (ruling.outcome === 'refused') return from(state, [], [], ruling.refusal);
      const stamp = { at, by: who.personId, version: (state?.version ?? 0) + 1 };
      const after = ruling.events.reduce<Discussion | null>((s, e) => evolve(s, e, stamp), state);
      if (after === null) throw new Error('accepted without an event');
      return from(after, ruling.events, owe(ruling.events, { before: state, after, stamp, practice }), null);
    };
    return {
      state,
      events,
      notices,
      refusal,
      when,
      then: (who, command, at) => {
        const next = when(who, command, at);
        expect(next.refusal, `${command.kind} should be accepted`).toBeNull();
        return next;
      },
    };
  };
  return from(null, [], [], null);
};

/** Given a discussion that has been convened, on Tuesday unless a time is given. */
export const convenedStory = (
  standard?: StandardKey,
  who: Participant = manager,
  over: Partial<CommandOf<'convene'>> = {},
  at?: Instant,
): Story => story(standard).then(who, convene(over), at);

const ranks: Readonly<Record<string, Rank>> = { sandwell: 'socialWorkUnitManager', liverpool: 'childrensTeamLeader' };

/** A discussion that somebody who may chair it under this standard has convened. */
export const discussionUnder = (standard: StandardKey, over: Partial<CommandOf<'convene'>> = {}): Discussion => {
  const chair = professional('chair', 'teamManager', { rank: ranks[standard] ?? 'teamManager' });
  const { state } = convenedStory(standard, chair, { chair, ...over });
  if (state === null) throw new Error('nothing was convened');
  return state;
};

/** What has come of it so far. */
export const stateOf = ({ state }: Story): Discussion => state ?? expect.fail('nothing has happened');
