/** The reminders of what must be done after a decision: one letter, which names the duty and its rule. */
import { z } from 'zod';
import { dutiesAfter, signingDuty } from '../../discussion/matter/fallsDue.ts';
import { isAskedYet, isSettled } from '../../discussion/matter/settled.ts';
import { stillToRecord } from '../../discussion/matter/enquiry.ts';
import { correctionsOf } from '../../discussion/state/correction.ts';
import { awaitingAuthority } from '../../discussion/state/signing.ts';
import type { Discussion } from '../../discussion/state/discussion.ts';
import type { Practice } from '../../practice/practice.ts';
import { dutyKinds, type DutyKind } from '../../discussion/state/notice.ts';
import { ruleInFull } from '../../words/ruleWords.ts';
import { formatLondon } from '../../practice/time/calendar.ts';
import type { Instant } from '../../practice/time/instant.ts';
import { duties as words } from '../../words/dutyWords.ts';
import { reminder } from '../families.ts';
import type { Message, View } from '../kind.ts';
import { letter, maybe, text, toAll } from '../letter.ts';

const shape = {
  heading: text,
  due: maybe,
  rule: maybe,
  /** The rules by which an enquiry still lacks something. */
  missing: z.array(text),
};

const notRecorded = (d: Discussion, practice: Practice): string[] =>
  stillToRecord(d, practice).flatMap((rule) => ruleInFull(d, practice, rule) ?? []);

/** Whoever takes it on when it is overdue has no time left to be late against, and reads when it was due. */
const dueAt = (d: Discussion, practice: Practice, kind: DutyKind): Instant | null =>
  d.stage === 'decided' ? (dutiesAfter(d, practice).find((each) => each.kind === kind)?.deadline ?? null) : null;

/** A correction may have taken away what it reminds of, or set another time for it. */
const isStillDue = ({ d, practice, notice: { deadline } }: View, kind: DutyKind): boolean =>
  correctionsOf(d).length === 0 ||
  (deadline === null ? dueAt(d, practice, kind) !== null : dueAt(d, practice, kind) === deadline);

/** signed, and not authorised yet: whoever is to authorise it is reminded instead. */
const isWithAnother = ({ d, practice }: View, kind: DutyKind): boolean =>
  d.stage === 'decided' && awaitingAuthority(d) !== null && signingDuty(d, practice)?.kind === kind;

const dueWords = (at: Instant | null): string | null => (at === null ? null : formatLondon(at));

const duty = (kind: DutyKind): Message => ({
  ...reminder,
  wanted: (view) =>
    !isSettled(view.d, view.practice, kind) &&
    isStillDue(view, kind) &&
    !isWithAnother(view, kind) &&
    isAskedYet(view.d, kind),
  letter: toAll(
    letter('duty', shape, ({ d, notice: { rule, deadline }, practice }) => ({
      heading: words[kind].heading,
      due: dueWords(deadline ?? dueAt(d, practice, kind)),
      rule: ruleInFull(d, practice, rule),
      missing: kind === 'enquiryDue' ? notRecorded(d, practice) : [],
    })),
  ),
  buttons: [
    'done',
    'signRecord',
    'fileRecord',
    'reportEnquiry',
    'endEnquiry',
    'recordConference',
    'recordEnquiry',
    'inAnHour',
    'tomorrow',
  ],
  proof: words[kind].proof,
});

export const duties = Object.fromEntries(dutyKinds.map((kind) => [kind, duty(kind)])) as Readonly<
  Record<DutyKind, Message>
>;
