import { promptsFor } from '../matter/promptsFor.ts';
import type { Discussion } from '../state/discussion.ts';
import type { CommandOf } from './command.ts';
import { accepted, refused, type Context, type Ruling } from './ruling.ts';

/** sharing information never waits for quorum. Of the answers, those to what this person’s agency is asked. */
export const shareInformation = (
  state: Discussion,
  { text, answers = {} }: CommandOf<'shareInformation'>,
  { actor: { personId }, practice }: Context,
): Ruling => {
  const given = promptsFor(state, practice, personId).flatMap(({ name }) => {
    const answer = answers[name] ?? '';
    return answer === '' ? [] : [[name, answer] as const];
  });
  if (text === '' && given.length === 0) return refused({ code: 'nothingEntered' });
  const shared = { type: 'informationShared', personId, text } as const;
  return accepted(given.length === 0 ? shared : { ...shared, answers: Object.fromEntries(given) });
};
