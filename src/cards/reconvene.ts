import { z } from 'zod';
import { formatLondon, londonDate, londonTime } from '../practice/time/calendar.ts';
import { assessed } from '../discussion/matter/assessed.ts';
import { ifHeldAs } from '../discussion/matter/ifHeldAs.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import type { Practice } from '../practice/practice.ts';
import { choice, plain, said, template, type Card } from './bind.ts';
import { inputsOf, optional, required } from './form.ts';
import { asksWhyPhone, formatChoices, formatInput, isReasonOfCall, reasonOfNoCall } from './meetingFormat.ts';
import { whereInput, whereLabel } from './meetingPlace.ts';
import { cite } from '../words/citation.ts';

const inputs = {
  date: plain,
  time: plain,
  format: plain,
  phoneOnlyReason: plain,
  where: plain,
  reason: plain,
  safetyActions: plain,
};
const shown = {
  title: said,
  lead: said,
  hasMet: z.boolean(),
  formats: z.array(choice),
  asksWhyPhone: z.boolean(),
  whereLabel: plain,
  isWhereRequired: z.boolean(),
};
const bind = template('reconvene', z.object({ reference: plain, nonce: plain, ...shown, ...inputs }));

/**
 * Another time: before anybody has met, or because the meeting was short of its minimum. `isMade`: this service
 * enters meetings in a calendar, so a video call needs no joining details.
 */
export const reconveneCard = (
  d: Discussion,
  practice: Practice,
  nonce: string,
  isMade: boolean,
  typed: Readonly<Record<string, string>> = {},
): Card =>
  bind({
    reference: d.reference,
    nonce,
    title: d.stage === 'inSession' ? `Meet again about ${d.reference}` : `Change the time of ${d.reference}`,
    lead:
      d.stage === 'inSession'
        ? `The meeting is recorded as inquorate: urgent safeguarding only ${cite('Q-9')}. What has been shared and done stands. Only the decision waits. ${limitOf(d)}`
        : limitOf(d),
    date: londonDate(d.meeting.startsAt),
    time: londonTime(d.meeting.startsAt),
    where: d.meeting.where,
    ...formatChoices(assessed(d, practice), d.meeting.format),
    asksWhyPhone: d.meeting.format !== 'phone' && asksWhyPhone(ifHeldAs(d, 'phone', {}, practice), 'reconvene'),
    phoneOnlyReason: '',
    whereLabel: whereLabel(isMade),
    isWhereRequired: !isMade,
    hasMet: d.stage === 'inSession',
    reason: '',
    safetyActions: '',
    ...inputsOf(inputs, typed),
  });

/** Having met short of the minimum does not meet it. */
const limitOf = ({ deadline: { dueAt, rule } }: Discussion): string =>
  dueAt === null ? 'Hold it as soon as possible.' : `It must be held by ${formatLondon(dueAt)} ${cite(rule)}.`;

export const reconveneForm = (d: Discussion, isMade: boolean) =>
  z
    .object({
      date: required('The date', 40, 'Enter the date of the meeting.'),
      time: required('The time', 40, 'Enter the time of the meeting.'),
      /** A copy of the form from before it asked says nothing of it. */
      format: formatInput.default(d.meeting.format),
      phoneOnlyReason: optional('The reason for a call', 1000),
      where: whereInput(isMade),
      reason: required('The reason', 1000, 'Say why the time changes.'),
      safetyActions: optional('What was agreed', 2000),
    })
    .refine(isReasonOfCall, reasonOfNoCall);
