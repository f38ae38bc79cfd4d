import { describe, expect, it } from 'vitest';
import type { Decision } from '../../src/practice/language/given.ts';
import { checkDecision, under } from './given.ts';

const joint = { code: 's47Joint', plan: true, risks: 'x', policeLead: 'dc1', socialWorkLead: 'sw1' };
const single = { code: 's47SingleAgency', plan: true, risks: 'x', leadAgency: 'csc', notJointReason: 'Minor' };
const nothing = { code: 'noFurtherAction', reason: 'No concerns' };
const assessment = { code: 's17Assessment', reason: 'Support', owner: 'sw1' };
const earlyHelp = { code: 'earlyHelp', referralOwner: 'sw1' };
const decided = (s47Decision: boolean, outcomes: Decision['outcomes']): Decision => ({
  s47Decision,
  s47DecisionBy: 'tm1',
  decisionReason: 'As said',
  outcomes,
});

describe.each(['WT', 'PS', 'DA', 'SA', 'LI'] as const)('under %s', (standard) => {
  const errors = (given: Decision) => checkDecision(under(standard), given).errors;

  it('an enquiry is joint or by a single agency, not both', () => {
    expect(errors(decided(true, [joint, single]))).toContain('outcomesExclude:s47Joint:s47SingleAgency');
  });

  it.each([[[nothing, assessment]], [[nothing, { code: 'followUpDiscussion', date: '2026-06-20', reviewer: 'tm1' }]]])(
    'no further action stands beside nothing but early help: %j',
    (outcomes) => {
      expect(errors(decided(false, outcomes))).toContain('outcomeStandsAlone:noFurtherAction');
    },
  );

  it('no further action does not stand beside an enquiry', () => {
    expect(errors(decided(true, [joint, nothing]))).toContain('outcomeStandsAlone:noFurtherAction');
  });

  it('an enquiry is not started by a decision that none starts, nor left out of one that it does', () => {
    expect(errors(decided(false, [joint]))).toContain('s47DecisionContradicted');
    expect(errors(decided(true, [assessment]))).toContain('s47OutcomeRequired');
  });
});

it.each(['PS', 'SA'] as const)('early help may stand beside no further action under %s (O-7, O-11)', (standard) => {
  expect(checkDecision(under(standard), decided(false, [nothing, earlyHelp])).errors).toEqual([]);
});

it.each(['sexualAbuse', 'physicalInjury', 'seriousNeglect', 'fgm'] as const)(
  'a medical is not needed where no enquiry starts, in Sandwell, for %s (MD-7)',
  (concern) => {
    const given = { ...decided(false, [assessment]), concerns: [concern] };
    const further = { medical: { medicalDecision: 'needed' } };
    expect(checkDecision(under('SA'), { ...given, further }).errors).toContain('medicalNeedsEnquiry');
  },
);
