/** Dates that may be right and seldom are: asked about once, and never refused. */
import { formatDate, formatLondon, londonDate, plusDays } from '../practice/time/calendar.ts';
import { day, plusMillis, type Instant } from '../practice/time/instant.ts';
import type { Child } from '../discussion/state/childShape.ts';
import type { Referral } from '../discussion/state/event.ts';

interface Entered {
  readonly children: readonly Pick<Child, 'childId' | 'birth'>[];
  readonly referral: Pick<Referral, 'receivedAt'> & { readonly concernsIdentifiedAt: Instant | null };
}

/** No child is born so long after it was expected, nor expected so long ahead. Days. */
const overdue = 28;
const ahead = 280;

/** A referral is acted on within days. */
const longAgo = 14 * day;

export const doubts = ({ children, referral }: Entered, now: Instant): readonly string[] => [
  ...children.flatMap(({ childId, birth }) => (birth.kind === 'born' ? [] : expected(childId, birth.expectedOn, now))),
  ...ago('The referral was received', referral.receivedAt, now),
  ...(referral.concernsIdentifiedAt === null
    ? []
    : ago('Concerns were identified', referral.concernsIdentifiedAt, now)),
];

const expected = (childId: string, on: string, now: Instant): readonly string[] => {
  const today = londonDate(now);
  if (on < plusDays(today, -overdue)) {
    return [`Child ${childId} was expected ${formatDate(on)}, more than four weeks ago. Is that right?`];
  }
  return on > plusDays(today, ahead)
    ? [`Child ${childId} is expected ${formatDate(on)}, more than nine months from now. Is that right?`]
    : [];
};

const ago = (what: string, at: Instant, now: Instant): readonly string[] =>
  at < plusMillis(now, -longAgo) ? [`${what} ${formatLondon(at)}, more than two weeks ago. Is that right?`] : [];
