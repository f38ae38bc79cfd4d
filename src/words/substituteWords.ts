/** What people read of a substitute: who was named, and what has to happen before they come. */
import type { Refusal } from '../discussion/commands/refusal.ts';
import { invitationOf, type Discussion } from '../discussion/state/discussion.ts';
import type { Substitute } from '../discussion/state/invitation.ts';
import type { PersonId } from '../discussion/state/people.ts';
import { cite } from './citation.ts';
import { unreachable } from '../practice/language/unreachable.ts';

type About = Extract<
  Refusal,
  { code: 'alreadyInvited' | 'substituteRequired' | 'substituteStands' | 'roleOfFamily' | 'noSuchProposal' }
>;

export const substituteWords = (refusal: About): string => {
  switch (refusal.code) {
    case 'alreadyInvited':
      return `${refusal.name} has been invited already.`;
    case 'substituteRequired':
      return `Name who will come in your place ${cite(refusal.rule)}. If nobody can, give your agency’s information and the actions you propose ${cite('S-3')}.`;
    case 'substituteStands':
      return refusal.standing === 'proposed'
        ? `You have proposed ${refusal.name} already. The convenor or chair answers that first. Tell them if it is to be somebody else.`
        : `${refusal.name} is invited in your place already. Ask the convenor or chair to invite somebody else.`;
    case 'roleOfFamily':
      return `The family does not take part in a strategy discussion. If “${refusal.role}” is a job, write it in full, for example “ward sister”.`;
    case 'noSuchProposal':
      return 'This has been answered, or they have changed their mind. Open the discussion to see who is invited.';
    default:
      return unreachable('refusal', refusal);
  }
};

/** What is said to somebody who has just named a substitute, for themselves or for another. */
export const namedWords = (state: Discussion, who: PersonId, whose: 'your' | 'their' = 'your'): string | null => {
  const substitute = invitationOf(state, who)?.substitute ?? null;
  if (substitute === null || substitute.standing === 'turnedDown') return null;
  const { standing, participant } = substitute;
  return standing === 'invited'
    ? `${participant.name} is invited in ${whose} place`
    : `${participant.name} is proposed in ${whose} place. The convenor or chair is asked to confirm it, and then they are invited`;
};

/** How it stands, without a name: a link may have been passed on. */
export const standingWords: Readonly<Record<Substitute['standing'], string>> = {
  invited: 'Somebody is invited in your place.',
  proposed: 'The convenor or chair has not yet confirmed whom you named to come in your place.',
  turnedDown: 'Whom you named was not confirmed. Name somebody else, or send what your agency knows.',
};
