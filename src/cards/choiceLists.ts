/** Lists of people to choose from, on the forms that are about somebody in particular. */
import type { Discussion } from '../discussion/state/discussion.ts';
import { isPresent } from '../discussion/state/discussion.ts';
import type { Invitation } from '../discussion/state/invitation.ts';
import { choiceOf, longestThatFits, type Card, type Choice } from './bind.ts';
import { withSearch, type Searching } from './peopleSearch.ts';

type Shorten = <T>(list: readonly T[]) => readonly T[];

/**
 * A form with lists as long as fit on a card (docs/decisions/019). `rest`: how somebody is named who is not in them;
 * `search`: the input in which they can be searched for, where the client can.
 */
export const withLists = (
  rest: string,
  build: (shorten: Shorten) => Card,
  search?: Searching & { readonly input: string },
): Card =>
  longestThatFits([40, 20, 8], (length) => {
    let longest = 0;
    const card = build((list) => {
      longest = Math.max(longest, list.length);
      return list.slice(0, length);
    });
    if (longest <= length) return card;
    const whole = search === undefined ? card : withSearch(card, new Map([[search.input, search]]));
    return { ...whole, body: [note(`Lists show ${length} of ${longest}. ${rest}`), ...whole.body] };
  });

/** Whoever was chosen stays in a list that is cut. */
export const chosenFirst = (people: readonly Choice[], chosen: string | undefined): readonly Choice[] =>
  people.toSorted((a, b) => Number(b.value === chosen) - Number(a.value === chosen));

const note = (text: string): object => ({ type: 'TextBlock', text, wrap: true, isSubtle: true });

/** Those invited who are not here, to say whose place somebody takes. */
export const absentChoices = (
  d: Discussion,
  counts: (invitation: Invitation) => boolean = () => true,
): readonly Choice[] =>
  d.invitations
    .filter((invitation) => !isPresent(d, invitation.participant.personId) && counts(invitation))
    .map(({ participant: { personId, name, agency } }) => choiceOf(`${name}, ${agency}`, personId));
