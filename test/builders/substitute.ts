/** Who comes instead: named by the invitee, and confirmed by whoever leads. */
import { invitationOf } from '../../src/discussion/state/discussion.ts';
import type { Participant } from '../../src/discussion/state/people.ts';
import { manager } from './people.ts';
import { stateOf, type Story } from './story.ts';

export const named = (given: Story, invitee: Participant, substitute: Participant): Story =>
  given.then(invitee, { kind: 'decline', reason: 'In court', substitute, written: null });

/** The commit that proposed somebody in this invitee’s place. */
export const proposalOf = (given: Story, { personId }: Participant): number => {
  const substitute = invitationOf(stateOf(given), personId)?.substitute;
  if (substitute?.standing !== 'proposed') throw new Error(`nobody is proposed in the place of ${personId}`);
  return substitute.version;
};

export const confirmed = (given: Story, invitee: Participant, substitute: Participant, by = manager): Story => {
  const proposed = named(given, invitee, substitute);
  return proposed.then(by, { kind: 'confirmSubstitute', proposal: proposalOf(proposed, invitee) });
};
