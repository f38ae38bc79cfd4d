/** Who hears that responsibility is to pass to the home authority (H-3): whoever is asked, those who lead, and when none answers. */
import type { Practice } from '../../practice/practice.ts';
import type { Instant } from '../../practice/time/instant.ts';
import { transferRule } from '../matter/responsibility.ts';
import { leading, type Discussion } from '../state/discussion.ts';
import type { EventOf } from '../state/event.ts';
import type { Participant } from '../state/people.ts';
import { leadSocialWorker } from '../state/responsible.ts';
import type { Stamp } from '../state/stamp.ts';
import { awaitedTransfers, transferNumbered } from '../state/transfer.ts';
import { nextMorning } from './followUp.ts';
import { message, type Owed } from './owed.ts';

/** Asked at once, reminded on the next working morning; on the one after, the chair hears that there is no answer. */
export const owedForTransfer = (
  d: Discussion,
  event: EventOf<'transferAsked' | 'transferAnswered'>,
  practice: Practice,
  { at, by }: Stamp,
): readonly Owed[] => {
  const rule = transferRule(d, practice);
  const { of } = event.type === 'transferAsked' ? event : (transferNumbered(d, event.number) ?? { of: d.chair });
  if (event.type === 'transferAsked') {
    const morning = nextMorning(at, practice.calendar);
    return [
      { ...message('transferAsked', of, null), rule },
      { ...message('transferChaser', of, null), rule, owedAt: morning },
      unanswered(d, practice, nextMorning(morning, practice.calendar)),
    ];
  }
  return [
    { ...message('transferRecorded', of, null), rule },
    ...heardBy(d, by, of).map((who): Owed => ({ ...message('transferAnswered', who, null), rule })),
  ];
};

/** Whoever recorded it knows, and whoever was asked has a letter of their own. */
const heardBy = (d: Discussion, by: string, of: Participant): readonly Participant[] =>
  [...leading(d), leadSocialWorker(d)].filter(({ personId }) => personId !== by && personId !== of.personId);

const unanswered = (d: Discussion, practice: Practice, owedAt: Instant): Owed => ({
  ...message('transferUnanswered', d.chair, null),
  rule: transferRule(d, practice),
  owedAt,
});

/** Of whoever chairs, while an answer is awaited: again of somebody who takes the chair. */
export const askedOfTransfers = (d: Discussion, practice: Practice, at: Instant): readonly Owed[] =>
  awaitedTransfers(d).length === 0 ? [] : [unanswered(d, practice, nextMorning(at, practice.calendar))];
