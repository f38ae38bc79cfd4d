import type { CommandOf } from '../../src/discussion/commands/command.ts';
import type { Participant } from '../../src/discussion/state/people.ts';

/** An action for somebody, due on Thursday; a test overrides what it is about. */
export const agree = (owner: Participant, over: Partial<CommandOf<'agreeAction'>> = {}): CommandOf<'agreeAction'> => ({
  kind: 'agreeAction',
  step: 'Speak to the class teacher',
  owner,
  dueOn: '2026-09-17',
  outcome: '',
  reason: '',
  answers: {},
  childIds: [],
  ...over,
});

export const settle = (as: 'done' | 'blocked', note = '', action = 1): CommandOf<'settleAction'> => ({
  kind: 'settleAction',
  action,
  as,
  note,
});
