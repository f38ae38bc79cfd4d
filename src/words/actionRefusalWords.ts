/** Why an action of the plan is not agreed, changed or settled, and what to do about it. */
import type { Refusal } from '../discussion/commands/refusal.ts';
import { formatLondon } from '../practice/time/calendar.ts';

type AboutAction = Extract<
  Refusal,
  { code: 'actionDone' | 'nobodyHasMet' | 'noSuchAction' | 'ownerUnknown' | 'ownerAsBefore' | 'noteNeeded' }
>;

export const actionRefusalWords = (refusal: AboutAction): string =>
  refusal.code === 'actionDone'
    ? `Action ${refusal.number} was recorded as done on ${formatLondon(refusal.at)}. Nothing more is needed.`
    : words[refusal.code];

const words = {
  nobodyHasMet: 'Nobody has met yet. Actions are agreed in the meeting or after it.',
  noSuchAction: 'There is no such action here. Open the list of actions and choose one of those.',
  ownerUnknown:
    'Nobody here knows who is to do it. Choose somebody from the list. If they are not in it, add the action with their name and agency.',
  ownerAsBefore: 'It is with them already. Choose somebody else.',
  noteNeeded: 'Say what stands in the way, so that somebody can help.',
} as const;
