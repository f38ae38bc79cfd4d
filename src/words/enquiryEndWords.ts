/** How an enquiry ended, in one sentence, and what was said of it. */
import type { EnquiryEnd, WayToEnd } from '../discussion/state/enquiryEnd.ts';
import { formatDate } from '../practice/time/calendar.ts';

const ways: Readonly<Record<WayToEnd, string>> = {
  noFurtherAction: 'with no further action',
  furtherSupport: 'with assessment or support going on',
  conference: 'with a conference needed',
};

export const endWords = ({ how, on, reason, agreedBy }: EnquiryEnd): string =>
  [
    `the enquiry ended on ${formatDate(on)}, ${ways[how]}.`,
    ...(reason === '' ? [] : [reason]),
    ...(agreedBy === '' ? [] : [`Agreed by ${agreedBy}.`]),
  ].join(' ');
