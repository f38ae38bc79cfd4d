import { formatLondon } from '../practice/time/calendar.ts';
import type { Deadline } from '../discussion/state/event.ts';

/** What a warning about the deadline means for the person convening. */
export const warningWords = (warning: string, { adviseBy }: Deadline): string => {
  switch (warning) {
    case 'dueWithinOneHour':
      return 'Less than an hour was left when the referral came in. Hold it by telephone if that is quicker.';
    case 'considerSameDay':
      return 'Consider holding it today: forensic evidence may be lost (T-3).';
    case 'targetTimeRequired':
      return `The procedure gives no figure, so you set the time (T-13).${adviseBy === null ? '' : ` Later than ${formatLondon(adviseBy)} is more than other procedures allow.`}`;
    case 'bankHolidaysNotPublished':
      return 'Bank holidays are not published this far ahead, so the deadline may move. Check it nearer the time.';
    default:
      return warning;
  }
};
