/** What stands in the way of a decision as proposed, and what to weigh: attendance, format, outcomes, dates, invitees. */
import type { QuorumWarning } from './language/codes.ts';
import { afterMeeting } from './answers/afterMeeting.ts';
import type { CaseFacts } from './answers/caseFacts.ts';
import { chairEligible, chairRule, ranksThatMayChair } from './answers/chair.ts';
import type { Attendance } from './language/facts.ts';
import { nothingFound, together, type Fault, type Findings } from './answers/findings.ts';
import { invitees } from './answers/invitees.ts';
import { decisionFaults } from './answers/outcomes.ts';
import { ruleOf, rulesOfKind, type Practice } from './practice.ts';
import { quorum, type Seat, type ShortBecause } from './answers/quorum.ts';
import { rankWords, roleWords } from './language/roles.ts';

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

const seatWarnings = (
  practice: Practice,
  attendance: Attendance,
  codes: readonly QuorumWarning[],
): readonly Fault[] => {
  const rule = chairRule(practice, attendance);
  const ranks = (ranksThatMayChair(practice, rule) ?? []).map(rankWords).join(', ');
  const police = rulesOfKind(practice, 'seats').find(({ seats }) => seats.some(({ seat }) => seat === 'police'));
  return codes.flatMap((code): Fault[] => {
    if (code === 'chairRankIneligible') return [{ code, rule: rule.id, words: `May chair: ${ranks}.` }];
    if (code !== 'policeNotDdm') return [];
    const words = 'The officer is not a Dedicated Decision Maker: ask for one.';
    return [{ code, rule: police?.id ?? rule.id, words }];
  });
};

/** CH-6: allowed to chair, though the standard would rather see another rank. */
const cautionOnChair = (practice: Practice, attendance: Attendance, filledBy: string | null): readonly Fault[] => {
  const chair = attendance.attendees.find(({ personId, isChair }) => personId === filledBy && isChair === true);
  const found = chair === undefined ? null : chairEligible(practice, chair, attendance);
  if (!found?.eligible || found.caution === undefined) return [];
  const rule = ruleOf(practice, found.rule);
  return [{ code: 'chairRankNotPreferred', rule: rule.id, words: rule.text }];
};

const attendanceFindings = (practice: Practice, given: CaseFacts): Findings => {
  if (given.attendees === undefined) return nothingFound;
  const attendance = { ...given, attendees: given.attendees };
  const found = quorum(practice, attendance);
  return together(
    {
      faults: found.seats.filter(({ filledBy }) => filledBy === null).map(missingFault),
      warnings: [
        ...seatWarnings(practice, attendance, found.warnings),
        ...cautionOnChair(practice, attendance, found.seats.find(({ seat }) => seat === 'chair')?.filledBy ?? null),
      ],
    },
    found.formatFindings,
  );
};

const familyFindings = (practice: Practice, given: CaseFacts): Findings => {
  const rule = rulesOfKind(practice, 'excluded')[0];
  const { blocked, notInvited } = invitees(practice, given);
  if (!blocked || rule === undefined) return nothingFound;
  const words = `Not invited: ${notInvited.map(roleWords).join(', ')}. ${rule.text}`;
  return { faults: [{ code: 'familyNotInvited', rule: rule.id, words }], warnings: [] };
};

/** DL-8 to DL-10: the next discussion in time, and the process concluded in time. */
const dateFindings = (practice: Practice, given: CaseFacts): Findings => {
  const after = afterMeeting(practice, given);
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

const isDecision = ({ outcomes, s47Decision }: CaseFacts): boolean =>
  outcomes !== undefined || (s47Decision !== undefined && s47Decision !== null);

/** What blocks and what warns in a case as far as it has been described. */
export const check = (practice: Practice, given: CaseFacts): Findings =>
  together(
    attendanceFindings(practice, given),
    isDecision(given) ? decisionFaults(practice, given) : nothingFound,
    familyFindings(practice, given),
    dateFindings(practice, given),
  );
