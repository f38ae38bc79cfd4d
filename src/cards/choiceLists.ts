/** Lists of people to choose from, on the forms that are about somebody in particular. */
import type { Discussion } from '../discussion/state/discussion.ts';
import { isPresent } from '../discussion/state/discussion.ts';
import type { Invitation } from '../discussion/state/invitation.ts';
import { choiceOf, longestThatFits, type Card, type Choice } from './bind.ts';

type Shorten = <T>(list: readonly T[]) => readonly T[];

/** A form with lists as long as fit on a card. Whoever is not in them is named by hand. */
export const withLists = (build: (shorten: Shorten) => Card): Card =>
  longestThatFits([40, 20, 8], (length) => build((list) => list.slice(0, length)));

/** Those invited who are not here, to say whose place somebody takes. */
export const absentChoices = (
  d: Discussion,
  counts: (invitation: Invitation) => boolean = () => true,
): readonly Choice[] =>
  d.invitations
    .filter((invitation) => !isPresent(d, invitation.participant.personId) && counts(invitation))
    .map(({ participant: { personId, name, agency } }) => choiceOf(`${name}, ${agency}`, personId));
