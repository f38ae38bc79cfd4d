/** One reading of the standard: what `explain` says of facts is what the bot makes of them once it has been told. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessed } from '../../../src/discussion/matter/assessed.ts';
import type { Discussion } from '../../../src/discussion/state/discussion.ts';
import { convenedWithAction } from '../../../src/operator/scenarios/timescale.ts';
import { matterOf, type CaseFile } from '../../../src/practice/caseFile.ts';
import { explain } from '../../../src/practice/explain.ts';
import { commonFacts, type FactName } from '../../../src/practice/language/commonFacts.ts';
import type { Practice } from '../../../src/practice/practice.ts';
import { plusDays } from '../../../src/practice/time/calendar.ts';
import { hour, instant, plusMillis, type Instant } from '../../../src/practice/time/instant.ts';
import { practiceFor, standardKeys } from '../../builders/standards.ts';

const factNames = Object.keys(commonFacts) as readonly FactName[];
const facts = fc.uniqueArray(fc.constantFrom(...factNames), { maxLength: 8 });
const moment: fc.Arbitrary<Instant> = fc
  .date({ min: new Date('2025-01-01'), max: new Date('2027-11-01'), noInvalidDate: true })
  .map((date) => instant(date));
const key = fc.constantFrom(...standardKeys);
const hours = (max: number) => fc.integer({ min: 0, max }).map((n) => n * hour);

/** A referral with all that a whole form has: the times, a child under 18 or not yet born, who made it, the meeting. */
const file: fc.Arbitrary<CaseFile> = fc
  .record({
    received: moment,
    circumstances: facts,
    concerns: facts,
    identifiedEarlierBy: hours(100),
    actedEarlierBy: fc.option(hours(100), { nil: undefined }),
    bornDaysAgo: fc.option(fc.integer({ min: 0, max: 6500 }), { nil: undefined }),
    meetsInDays: fc.integer({ min: 1, max: 10 }),
    referrer: fc.constantFrom('school', 'nursery', 'gp', 'professional', 'public', 'neighbour'),
    forensicEvidenceNeeded: fc.boolean(),
    likelyCareAndSupportNeeds: fc.boolean(),
    meetingType: fc.constantFrom('ordinary' as const, 'complex' as const),
  })
  .map(({ received, identifiedEarlierBy, actedEarlierBy, bornDaysAgo, meetsInDays, ...said }) => ({
    ...said,
    ...(bornDaysAgo === undefined
      ? { circumstances: [...new Set([...said.circumstances, 'unborn' as const])] }
      : { childDateOfBirth: plusDays(received.slice(0, 10), -bornDaysAgo) }),
    referralReceivedAt: received,
    concernsIdentifiedAt: plusMillis(received, -identifiedEarlierBy),
    emergencyActionAt: actedEarlierBy === undefined ? null : plusMillis(received, -actedEarlierBy),
    meetingDate: plusDays(received.slice(0, 10), meetsInDays),
  }));

const convened = (standard: Practice, given: CaseFile): Discussion => {
  const told = convenedWithAction(standard, given);
  if (told.discussion === null) throw new Error(`refused: ${JSON.stringify(told.refusal)}`);
  return told.discussion;
};

describe('facts told to the bot, and the same facts explained', () => {
  it.each<[string, (standard: Practice, given: CaseFile) => readonly [unknown, unknown]]>([
    [
      'the deadline, with every limit that applies',
      (standard, given) => [
        assessed(convened(standard, given), standard).timescale,
        explain(standard, matterOf(given)).timescale,
      ],
    ],
    [
      'the seats',
      (standard, given) => [
        assessed(convened(standard, given), standard).seats,
        explain(standard, matterOf(given)).seats,
      ],
    ],
    [
      'who is invited, and who is only told',
      (standard, given) => [
        assessed(convened(standard, given), standard).invitees,
        explain(standard, matterOf(given)).invitees,
      ],
    ],
    [
      'what may be decided of the child',
      (standard, given) => [
        assessed(convened(standard, given), standard).child('A').outcomes,
        explain(standard, matterOf(given)).outcomes,
      ],
    ],
  ])('agree on %s', (_, answers) => {
    fc.assert(
      fc.property(key, file, (standard, given) => {
        const [told, explained] = answers(practiceFor(standard), given);
        expect(told).toEqual(explained);
      }),
    );
  });

  it('agree on the deadline that is recorded with the discussion', () => {
    fc.assert(
      fc.property(key, file, (standardKey, given) => {
        const standard = practiceFor(standardKey);
        const { dueAt, governing, warnings, adviseBy } = explain(standard, matterOf(given)).timescale;
        expect(convened(standard, given).deadline).toEqual({ dueAt, rule: governing, warnings, adviseBy });
      }),
    );
  });
});
