/**
 * What the referrer is told (N-1, N-4, N-6): a professional the outcome and nothing about anybody else, a relative or
 * member of the public that it has been looked into, and a mailbox that others read too only whom to telephone.
 */
import type { RuleId } from '../practice/language/vocabulary.ts';
import { formatLondon } from '../practice/time/calendar.ts';
import { ruleOf, type Practice } from '../practice/practice.ts';
import type { Decided, Discussion } from '../discussion/state/discussion.ts';
import type { Notice } from '../discussion/state/notice.ts';
import { advisesReferrer } from '../discussion/debts/oweDecision.ts';
import { outcomeLines, signed, whoToAsk, type Letter, type Reader } from './letters.ts';

/** N-6: a relative or member of the public gets no detail of the case, so no outcome to disagree with either. */
export const isToldNoOutcome = ({ referral }: Discussion): boolean => referral.referrer.standing !== 'professional';

/** The message is the outcome for a referrer who is told none. */
export const isOutcomeWithheld = ({ kind, recipient }: Pick<Notice, 'kind' | 'recipient'>, d: Discussion): boolean =>
  kind === 'outcome' && recipient.to === 'referrer' && isToldNoOutcome(d);

export const referrerOutcomeLetter = (d: Decided, practice: Practice, reader: Reader): Letter => {
  if (reader.shared) return telephoneUsLetter(d, reader, d.chair.name);
  return isToldNoOutcome(d) ? lookedIntoLetter(d, reader) : professionalLetter(d, practice, reader);
};

const professionalLetter = (d: Decided, practice: Practice, reader: Reader): Letter => ({
  subject: `Outcome of strategy discussion ${d.reference}`,
  heading: 'The outcome of a strategy discussion',
  lines: [
    `Dear ${reader.name}`,
    `Thank you for the referral you made, received on ${formatLondon(d.referral.receivedAt)}. Our reference is ${d.reference}.`,
    'A strategy discussion has been held.',
    ...outcomeLines(d, practice, false),
    ...(advisesReferrer(d, practice) ? [advice] : []),
    whoToAsk(d),
    signed(d),
  ],
});

const lookedIntoLetter = (d: Decided, reader: Reader): Letter => ({
  subject: `Your report, our reference ${d.reference}`,
  heading: 'What happens with what you told us',
  lines: [
    `Dear ${reader.name}`,
    `Thank you for telling us, on ${formatLondon(d.referral.receivedAt)}, that you were worried about a child. Our reference is ${d.reference}.`,
    'We have looked into what you told us with the other agencies concerned and have decided what to do next. We cannot share details, to protect the child and family.',
    'If you are worried again, tell children’s social care or the police at once.',
    signed(d),
  ],
});

/** N-5. It does not name what the concern was: the referrer knows, and others may read this. */
const advice =
  'No harm was found this time. Stay alert: if your concern continues or grows, or you learn of plans to take the child away, tell children’s social care or the police at once.';

/** N-4: a professional who made the referral and is not invited learns how to ask, and nothing else. */
export const howToChaseLetter = (d: Discussion, practice: Practice, reader: Reader, rule: RuleId | null): Letter =>
  reader.shared
    ? telephoneUsLetter(d, reader, d.convenor.name)
    : {
        subject: `Your referral, our reference ${d.reference}`,
        heading: 'What happens with your referral',
        lines: [
          `Dear ${reader.name}`,
          `Thank you for the referral you made, received on ${formatLondon(d.referral.receivedAt)}. Our reference is ${d.reference}. You will be told what was decided.`,
          ...(rule === null ? [] : [`${ruleOf(practice, rule).text} (${rule})`]),
          signed(d),
        ],
      };

/** Colleagues who read the mailbox must not learn from it that somebody made a referral, nor what came of it. */
const telephoneUsLetter = (d: Discussion, reader: Reader, whom: string): Letter => ({
  subject: `Please telephone us, our reference ${d.reference}`,
  heading: 'Please telephone us',
  lines: [
    `Dear ${reader.name}`,
    `Telephone ${whom}, ${d.authority}, and give the reference ${d.reference}.`,
    'Other people read this mailbox, so we have not said here what it is about.',
    signed(d),
  ],
});
