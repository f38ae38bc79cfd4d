import { describe, expect, it } from 'vitest';
import type { Decision } from '../../src/practice/language/given.ts';
import { planFields } from '../../src/practice/answers/outcomes.ts';
import { at, checkDecision, decisionFaults, permittedOutcomes, under } from './given.ts';

const joint = { code: 's47Joint', plan: true, risks: true, policeLead: 'dc1', socialWorkLead: 'sw1' };
const single = { code: 's47SingleAgency', plan: true, risks: true, leadAgency: 'csc', notJointReason: 'Minor' };
const assessment = { code: 's17Assessment', reason: 'Support', owner: 'sw1' };
const nothingMore = { code: 'noFurtherAction', reason: 'Safe with an aunt' };

const yes = (outcomes: Decision['outcomes'], more: Partial<Decision> = {}): Decision => ({
  s47Decision: true,
  decisionReason: 'Likely significant harm',
  outcomes,
  ...more,
});
const no = (outcomes: Decision['outcomes'], more: Partial<Decision> = {}): Decision => ({
  ...yes(outcomes, more),
  s47Decision: false,
});
type Short = Parameters<typeof under>[0];
const errors = (standard: Short, given: Decision) => checkDecision(under(standard), given).errors;
const warnings = (standard: Short, given: Decision) => checkDecision(under(standard), given).warnings;

describe('a decision', () => {
  it('needs a yes or no and its reasons (P-1, P-5)', () => {
    expect(errors('PS', { decisionReason: ' ' })).toEqual(['s47DecisionRequired', 'decisionReasonRequired']);
  });

  it('needs somebody who takes it in Liverpool (P-4)', () => {
    expect(errors('LI', yes([joint]))).toEqual(['s47DecisionByRequired']);
  });

  it('and its outcomes say the same', () => {
    expect(errors('PS', no([joint]))).toEqual(['s47DecisionContradicted']);
    expect(errors('PS', yes([assessment]))).toEqual(['s47OutcomeRequired']);
    expect(errors('PS', yes([]))).toEqual(['outcomeRequired']);
  });

  it('is explained in a sentence that cites the rule', () => {
    const { faults } = decisionFaults(under('PS'), no([{ code: 'noFurtherAction' }]));
    expect(faults).toEqual([{ code: 'nfaReasonRequired', rule: 'O-7', words: 'Fill in “Reason”.' }]);
  });
});

describe('an outcome', () => {
  it.each<[string, Short, Decision, string[]]>([
    ['the procedure does not know', 'DA', no([{ code: 'universal' }]), ['outcomeNotPermitted:universal']],
    [
      'joint, with nothing filled in (O-1)',
      'PS',
      yes([{ code: 's47Joint' }]),
      [
        'planRequired:s47Joint',
        'risksRequired:s47Joint',
        'policeLeadRequired:s47Joint',
        'socialWorkLeadRequired:s47Joint',
      ],
    ],
    [
      'single agency without a reason (O-2)',
      'SA',
      yes([{ ...single, notJointReason: '' }]),
      ['notJointReasonRequired:s47SingleAgency'],
    ],
    [
      'an assessment without an owner (O-3)',
      'LI',
      no([{ code: 's17Assessment', reason: 'x' }], { s47DecisionBy: 'tm' }),
      ['ownerRequired:s17Assessment'],
    ],
    ['police only without a ground (O-4)', 'PS', no([{ code: 'policeOnly' }]), ['groundRequired:policeOnly']],
    [
      'police only on another ground (O-4)',
      'PS',
      no([{ code: 'policeOnly', ground: 'busy' }]),
      ['groundNotAChoice:policeOnly'],
    ],
    [
      'no further action while concerns remain (O-7)',
      'PS',
      no([nothingMore], { safeguardingConcerns: true }),
      ['nfaConcernsRemain'],
    ],
    [
      'no action after enquiries, unconfirmed (O-8)',
      'SA',
      no([{ code: 'noChildProtectionAction', reason: 'x', teamManagerConfirmation: false }]),
      ['teamManagerConfirmationNotMet:noChildProtectionAction'],
    ],
    [
      'no further action for a child at risk (O-9)',
      'LI',
      yes([joint, nothingMore], { s47DecisionBy: 'tm' }),
      ['onlyIfNotAtRisk', 'outcomeStandsAlone:noFurtherAction'],
    ],
    [
      'no further action that does not stand alone (O-11)',
      'PS',
      no([nothingMore, assessment]),
      ['outcomeStandsAlone:noFurtherAction'],
    ],
    [
      'joint and single agency at once (O-11)',
      'PS',
      yes([joint, single]),
      ['outcomesExclude:s47Joint:s47SingleAgency'],
    ],
    [
      'police only beside an enquiry (O-11)',
      'PS',
      yes([joint, { code: 'policeOnly', ground: 'stranger', abeConsidered: true }]),
      ['outcomesExclude:policeOnly:s47Joint'],
    ],
    [
      'early help for a girl at no risk of mutilation (O-12)',
      'SA',
      no([{ code: 'earlyHelp', referralOwner: 'sw' }], { concerns: ['fgm'] }),
      [],
    ],
    [
      'anything else for her (O-12)',
      'SA',
      no([{ code: 'noFurtherAction' }], { concerns: ['fgm'] }),
      ['fgmNoHarmOutcome'],
    ],
    ['single agency for mutilation (G-1)', 'SA', yes([single], { concerns: ['fgm'] }), ['fgmEnquiryMustBeJoint']],
  ])('%s', (_, standard, given, codes) => {
    expect(errors(standard, given)).toEqual(codes);
  });

  it('of an assessment beside an enquiry is said twice (O-11)', () => {
    expect(warnings('PS', yes([joint, assessment]))).toEqual(['outcomesOverlap:s47Joint:s17Assessment']);
  });

  it('of police only for a stranger still asks for a joint interview to be considered (O-4)', () => {
    const stranger = { code: 'policeOnly', ground: 'stranger' };
    expect(warnings('PS', no([stranger]))).toEqual(['abeConsideredRequired:policeOnly']);
    expect(errors('PS', no([stranger]))).toEqual([]);
  });

  it('of no enquiry in Sandwell asks for early help to be considered (O-5)', () => {
    expect(warnings('SA', no([{ code: 'noFurtherAction' }]))).toEqual(['multiAgencyAssessmentToConsider']);
    expect(warnings('SA', no([assessment]))).toEqual([]);
  });

  it('of a follow-up in Sandwell falls within 28 days (O-6)', () => {
    const meetingAt = at('2026-03-02T10:00:00Z');
    const followUp = (date: string) =>
      no([assessment, { code: 'followUpDiscussion', date, reviewer: 'tm' }], { meetingAt });
    expect(errors('SA', followUp('2026-03-30'))).toEqual([]);
    expect(errors('SA', followUp('2026-03-31'))).toEqual(['followUpBeyondLimit']);
    expect(errors('PS', followUp('2026-05-31'))).toEqual([]);
  });
});

describe('what may be chosen', () => {
  const choices = (standard: Short, given: Decision) =>
    permittedOutcomes(under(standard), given)
      .filter(({ refusal }) => refusal === null)
      .map(({ code }) => code);

  it('under the Practice Standards', () => {
    expect(choices('PS', {})).toEqual([
      's47Joint',
      's47SingleAgency',
      's17Assessment',
      'policeOnly',
      'earlyHelp',
      'followUpDiscussion',
      'noFurtherAction',
    ]);
  });

  it('has no single-agency enquiry for an offence that must be joint (J-10)', () => {
    const [, refused] = permittedOutcomes(under('PS'), { concerns: ['sudi'] });
    expect(refused).toMatchObject({
      code: 's47SingleAgency',
      refusal: { code: 'jointInvestigationMandatory', rule: 'J-10' },
    });
  });

  it('never offers the plan twice: it has fields of its own', () => {
    const [enquiry] = permittedOutcomes(under('PS'), {});
    expect(enquiry?.fields.map(({ name }) => name)).toEqual(['risks', 'policeLead', 'socialWorkLead']);
  });

  it('is the statutory list where a procedure has none of its own', () => {
    expect(choices('DA', {})).toEqual(choices('WT', {}));
  });
});

describe('a plan', () => {
  it.each([
    [
      'PS',
      [
        'riskAreas',
        'actions',
        'criminalInvestigation',
        'familyCommunication',
        'immediateAction',
        'legalAction',
        'icpcProvisionalDate',
        'leadQualified',
        'furtherInformation',
      ],
    ],
    ['DA', ['furtherInformation', 'immediateAction', 'legalAction', 'icpcProvisionalDate']],
  ] as const)('under %s has the fields of its rules, each once', (standard, names) => {
    expect(planFields(under(standard)).map(({ name }) => name)).toEqual(names);
  });

  it('cites every rule that asks for a field', () => {
    const field = planFields(under('PS')).find(({ name }) => name === 'legalAction');
    expect(field?.rules).toEqual(['PL-1', 'PL-3']);
  });

  const plan = (more: Record<string, string>) => ({
    riskAreas: 'a',
    actions: 'b',
    criminalInvestigation: 'c',
    familyCommunication: 'd',
    immediateAction: 'e',
    legalAction: 'f',
    furtherInformation: 'g',
    leadQualified: 'yes',
    ...more,
  });
  const bare = { code: 's47Joint', risks: 'x', policeLead: 'dc1', socialWorkLead: 'sw1' };

  it('given field by field stands for the plan an enquiry needs, and has no blanks', () => {
    expect(errors('PS', yes([bare], { plan: plan({}) }))).toEqual([]);
    expect(errors('PS', yes([bare], { plan: plan({ actions: '' }) }))).toEqual(['actionsRequired']);
    expect(errors('PS', yes([bare]))).toEqual(['planRequired:s47Joint']);
  });

  it('warns of a lead who is not qualified, and no more (PL-5)', () => {
    const given = yes([bare], { plan: plan({ leadQualified: 'no' }) });
    expect([errors('PS', given), warnings('PS', given)]).toEqual([[], ['leadQualifiedNotMet']]);
  });
});

describe('scores', () => {
  it('mean nothing where the standard does not scale', () => {
    expect(errors('PS', yes([joint], { scores: [{ personId: 'p1', score: 99 }] }))).toEqual([]);
  });

  it('do not choose the outcome (SC-5)', () => {
    const scores = [{ personId: 'p1', score: 0, analysis: 'No safety' }];
    expect(errors('LI', no([{ code: 'noFurtherAction' }], { s47DecisionBy: 'tm', scores }))).toEqual([]);
  });
});
