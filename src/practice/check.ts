/** What stands in the way of a decision as proposed, and what to weigh: attendance, format, outcomes, dates, invitees. */
import { afterMeeting, type Progress } from './answers/afterMeeting.ts';
import { nothingFound, together, type Fault, type Findings } from './answers/findings.ts';
import type { Seat, ShortBecause } from './answers/quorum.ts';
import { assess, type Assessment } from './assess.ts';
import { roleWords } from './language/roles.ts';
import type { Attendee } from './language/vocabulary.ts';
import type { Matter } from './matter.ts';
import { rulesOfKind, type Practice } from './practice.ts';

const why: Readonly<Record<ShortBecause, string>> = {
  nobody: 'nobody takes part',
  writtenOnly: 'written information does not count',
  noAuthority: 'they cannot decide for their agency',
  notEligible: 'whoever chairs is not of the right rank',
  alreadyCounted: 'the only person for it already fills another seat',
};

const missingFault = ({ seat, words, rule, overridable, shortBecause }: Seat): Fault => {
  const override = overridable ? ' The chair may override it with a reason.' : '';
  return { code: `seatMissing:${seat}`, rule, words: `${words}: ${why[shortBecause ?? 'nobody']}.${override}` };
};

/** Where nobody has said who takes part, only the format is judged. A list of nobody is a list: every seat is short. */
const attendanceFindings = (found: Assessment, isSaid: boolean): Findings => {
  const { quorum } = found;
  if (!isSaid) return quorum.formatFindings;
  return together(
    {
      faults: quorum.seats.filter(({ filledBy }) => filledBy === null).map(missingFault),
      warnings: found.cautions,
    },
    quorum.formatFindings,
  );
};

const familyFindings = (practice: Practice, { invitees }: Assessment): Findings => {
  const rule = rulesOfKind(practice, 'excluded')[0];
  const { blocked, notInvited } = invitees;
  if (!blocked || rule === undefined) return nothingFound;
  const words = `Not invited: ${notInvited.map(roleWords).join(', ')}. ${rule.text}`;
  return { faults: [{ code: 'familyNotInvited', rule: rule.id, words }], warnings: [] };
};

/** DL-8 to DL-10: the next discussion in time, and the process concluded in time. */
const dateFindings = (practice: Practice, { reading }: Assessment, progress: Progress): Findings => {
  const after = afterMeeting(reading, progress);
  const late = after.overdue === true || (Array.isArray(after.overdue) && after.overdue.includes(true));
  const limits = rulesOfKind(practice, 'deadline');
  const named = (name: string) => limits.find(({ due }) => due.some((each) => each.name === name));
  const [gap, whole] = [named('latestNextAt'), named('concludeBy')];
  return {
    faults: [
      ...(after.proposedNextAllowed === false && gap
        ? [{ code: 'nextTooLate' as const, rule: gap.id, words: gap.text }]
        : []),
      ...(late && whole ? [{ code: 'overdue' as const, rule: whole.id, words: whole.text }] : []),
    ],
    warnings: [],
  };
};

const decisionFindings = (matter: Matter, found: Assessment): readonly Findings[] =>
  matter.children
    .filter(({ decision }) => decision !== null && (decision.outcomes !== null || decision.s47 !== null))
    .map(({ id }) => found.child(id).decision);

/** What a file of facts says beside the matter. */
export interface CheckGiven extends Progress {
  readonly attendees?: readonly Attendee[] | undefined;
}

/** What blocks and what warns in a case as far as it has been described. */
export const check = (practice: Practice, matter: Matter, given: CheckGiven = {}): Findings => {
  const found = assess(practice, matter);
  return together(
    attendanceFindings(found, given.attendees !== undefined),
    ...decisionFindings(matter, found),
    familyFindings(practice, found),
    dateFindings(practice, found, given),
  );
};
