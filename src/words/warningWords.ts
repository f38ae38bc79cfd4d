import { formatLondon } from '../practice/time/calendar.ts';
import type { DeadlineWarning } from '../practice/language/codes.ts';
import type { Deadline } from '../discussion/state/deadlineShape.ts';

/** What a warning about the deadline means for the person convening. */
export const warningWords = (warning: DeadlineWarning, { adviseBy }: Deadline): string =>
  warning === 'targetTimeRequired' && adviseBy !== null
    ? `${words[warning]} Later than ${formatLondon(adviseBy)} is more than other procedures allow.`
    : words[warning];

const words: Readonly<Record<DeadlineWarning, string>> = {
  dueWithinOneHour: 'Less than an hour was left when the referral came in. Hold it by telephone if that is quicker.',
  considerSameDay: 'Consider holding it today: forensic evidence may be lost.',
  targetTimeRequired: 'The procedure gives no figure, so you set the time.',
  emergencyTimeUnknown:
    'The time of the emergency action is not known, so its limit counts from the referral for now. Enter the time under “Emergency action” once you have it.',
  officesClosed: 'Offices are closed on some of these days. The deadline does not move: hold it in time.',
  bankHolidaysNotPublished:
    'Bank holidays are not published this far ahead, so the deadline may move. Check it nearer the time.',
};
