/** S-2: somebody who cannot come has named who comes instead. Nobody is invited until the convenor or chair confirms it. */
import { z } from 'zod';
import { proposalIn } from '../../discussion/matter/proposal.ts';
import { roleWordsIn } from '../../practice/language/roles.ts';
import { task } from '../families.ts';
import type { Message, View } from '../kind.ts';
import { letter, maybe, text, toAll } from '../letter.ts';
import { isOpen } from '../wanted.ts';

const shape = {
  /** Null when it has been answered or withdrawn. */
  proposal: z
    .object({
      invitee: text,
      role: text,
      agency: text,
      substitute: text,
      /** What they are, as whoever named them says; null for somebody in the directory. */
      statedRole: maybe,
      /** Where the invitation would go; null for somebody in the directory. */
      email: maybe,
    })
    .nullable(),
};

const whoIsProposed = letter('substitute-proposed', shape, (view) => ({ proposal: proposed(view) }));

const proposed = ({ d, practice, notice }: View) => {
  const found = proposalIn(d, notice);
  if (found === null) return null;
  const { participant, substitute } = found;
  return {
    invitee: participant.name,
    role: roleWordsIn(practice, participant.role),
    agency: participant.agency,
    substitute: substitute.participant.name,
    statedRole: substitute.statedRole === '' ? null : substitute.statedRole,
    email: substitute.participant.email,
  };
};

export const substituteProposed: Message = {
  ...task,
  wanted: ({ d, notice }) => isOpen(d) && proposalIn(d, notice) !== null,
  letter: toAll(whoIsProposed),
  buttons: ['confirmSubstitute', 'turnDownSubstitute', 'invite', 'openDiscussion'],
  proof: 'Who is proposed to come instead',
};
