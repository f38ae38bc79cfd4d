/** What has become of a child’s conference, in one sentence. */
import type { ConferenceOutcome } from '../discussion/state/conference.ts';
import { formatDate } from '../practice/time/calendar.ts';
import { unreachable } from '../practice/language/unreachable.ts';

export const conferenceWords = (outcome: ConferenceOutcome): string => {
  switch (outcome.what) {
    case 'askedFor': {
      const planned = outcome.plannedFor === null ? '' : `, planned for ${formatDate(outcome.plannedFor)}`;
      return `the conference was asked for on ${formatDate(outcome.askedOn)}, of ${outcome.askedOf}${planned}.`;
    }
    case 'held': {
      const plan = outcome.plan ? 'It decided on a child protection plan.' : 'It did not decide on a plan.';
      return `the conference was held on ${formatDate(outcome.heldOn)}. ${plan}`;
    }
    case 'notNeeded':
      return `no conference is needed: ${outcome.reason} Agreed by ${outcome.agreedBy}.`;
    default:
      return unreachable('conference', outcome);
  }
};
