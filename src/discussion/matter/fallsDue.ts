/**
 * What falls due after a decision, and who has to see to it. The deadlines are the standard's; the date of a follow-up
 * discussion is the one agreed.
 */
import { endOfDay, isLocalDate } from '../../practice/time/calendar.ts';
import type { Instant } from '../../practice/time/instant.ts';
import type { LaterDeadline } from '../../practice/answers/laterDeadlines.ts';
import type { Practice } from '../../practice/practice.ts';
import type { DeadlineName } from '../../practice/language/parts.ts';
import type { RuleId } from '../../practice/language/vocabulary.ts';
import { assessed } from './assessed.ts';
import { isToBeSeen } from './enquiry.ts';
import type { Decided } from '../state/discussion.ts';
import type { DutyKind } from '../state/notice.ts';
import type { Participant } from '../state/people.ts';
import { leadSocialWorker } from '../state/responsible.ts';

type Whom = 'chair' | 'socialWorker';

/** What each deadline of a standard is reminded of as, and who has to see to it. Notices to others are not reminders. */
const kindsOf: Partial<Record<DeadlineName, readonly [Whom, ...DutyKind[]]>> = {
  // signed before it is put into the child’s file, and both by then.
  recordUploadDueAt: ['chair', 'recordDue', 'filingDue'],
  recordCirculationDueAt: ['chair', 'recordDue'],
  decisionsDueAt: ['chair', 'recordDue'],
  minutesDueAt: ['chair', 'minutesDue'],
  childSeenDueAt: ['socialWorker', 'childSeenDue'],
  s47DueAt: ['socialWorker', 'enquiryDue'],
  urgentS47DueAt: ['socialWorker', 'enquiryDue'],
  icpcDueAt: ['socialWorker', 'conferenceDue'],
  assessmentDueAt: ['socialWorker', 'assessmentDue'],
  latestNextAt: ['chair', 'nextDiscussionDue'],
  concludeBy: ['chair', 'conclusionDue'],
  furtherDiscussionDueAt: ['chair', 'furtherDiscussionDue'],
};

/** Something to be done after a decision, by a time. */
export interface Duty {
  readonly kind: DutyKind;
  readonly to: Participant;
  readonly rule: RuleId;
  readonly deadline: Instant;
}

type Following = Pick<LaterDeadline, 'rule' | 'name' | 'words' | 'alternative'> & { readonly dueAt: Instant };

/** O-6, DL-11: the date agreed for the follow-up, which binds before any limit of the standard. */
const agreedFollowUps = (d: Decided, practice: Practice): readonly Following[] =>
  d.decision.children.flatMap(({ childId, outcomes }) =>
    outcomes.flatMap(({ code, fields }): readonly Following[] => {
      const { date = '' } = fields;
      const rule = assessed(d, practice)
        .child(childId)
        .outcomes.find((outcome) => outcome.code === code)?.rule;
      if (code !== 'followUpDiscussion' || rule === undefined || !isLocalDate(date)) return [];
      const words = assessed(d, practice).ruleWords(rule) ?? '';
      return [{ rule, name: 'latestNextAt', words, dueAt: endOfDay(date), alternative: null }];
    }),
  );

/** V-1, DL-2, DL-6: what does not fall due here, though the standard sets a time for it. */
const notDue = (d: Decided, practice: Practice, all: readonly LaterDeadline[]): readonly DeadlineName[] => {
  const { children } = d.decision;
  const enquiries = children.filter(({ s47 }) => s47);
  const urgent = enquiries.filter(({ answers }) => answers['urgentEnquiry'] === true).length;
  const isShorter = urgent > 0 && all.some(({ name }) => name === 'urgentS47DueAt');
  const isAssessed = enquiries.length > 0 || children.some(({ outcomes }) => outcomes.some(isAssessment));
  return [
    ...(isShorter ? [] : ['urgentS47DueAt' as const]),
    ...(isShorter && urgent === enquiries.length ? ['s47DueAt' as const] : []),
    ...(isToBeSeen(d, practice) ? [] : ['childSeenDueAt' as const]),
    ...(isAssessed ? [] : ['assessmentDueAt' as const]),
  ];
};

const isAssessment = ({ code }: { readonly code: string }): boolean => code === 's17Assessment';

/** Nothing is due then: from then on something may be done, or is shown. */
const noLimit: readonly DeadlineName[] = ['referrerMayChaseAfter', 'flagUnseenFrom'];

/** All that has a time after a decision, the soonest first, each with its rule, its words and the other reading of its date. */
export const deadlinesAfter = (d: Decided, practice: Practice): readonly Following[] => {
  const all = assessed(d, practice).later;
  const set = all
    .filter(({ name }) => !notDue(d, practice, all).includes(name))
    .flatMap(({ rule, name, words, dueAt, alternative }) =>
      dueAt === null ? [] : [{ rule, name, words, dueAt, alternative }],
    );
  return [...set, ...agreedFollowUps(d, practice)]
    .filter(({ name }) => !noLimit.includes(name))
    .toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
};

/** Those of them that somebody is reminded of: whoever has to be told is told by the notices. */
export const followingDeadlines = (d: Decided, practice: Practice): readonly Following[] =>
  deadlinesAfter(d, practice).filter(({ name }) => kindsOf[name] !== undefined);
/** by when the record is signed, where a standard sets a time; minutes have one of their own. */
export const signingDuty = (d: Decided, practice: Practice): Duty | null => {
  const duties = dutiesAfter(d, practice);
  const named = (kind: DutyKind): Duty | undefined => duties.find((duty) => duty.kind === kind);
  return named('minutesDue') ?? named('recordDue') ?? null;
};

/** One for each kind of later deadline (R-3, R-7, R-8, V-1, DL-*, T-14): the earliest. */
export const dutiesAfter = (d: Decided, practice: Practice): readonly Duty[] => {
  const duties = followingDeadlines(d, practice).flatMap(({ name, rule, dueAt }): readonly Duty[] => {
    const [whom, ...kinds] = kindsOf[name] ?? ['chair'];
    const to = whom === 'chair' ? d.chair : leadSocialWorker(d);
    return kinds.map((kind) => ({ kind, to, rule, deadline: dueAt }));
  });
  return duties.filter(({ kind }, index) => duties.findIndex((duty) => duty.kind === kind) === index);
};
