import { describe, expect, it } from 'vitest';
import type { Decision } from '../../src/practice/language/given.ts';
import { checkDecision, under } from './given.ts';

const single = { code: 's47SingleAgency', plan: true, risks: true, leadAgency: 'csc', notJointReason: 'Minor' };
const assessment = { code: 's17Assessment', reason: 'Support', owner: 'sw1' };

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
const errors = (given: Decision) => checkDecision(under('PS'), given).errors;
const warnings = (given: Decision) => checkDecision(under('PS'), given).warnings;

describe('offences that are always investigated jointly', () => {
  it('are an error once, however many there are', () => {
    const given = no([assessment], { concerns: ['sudi', 'fii', 's1Cypa1933'] });
    expect(errors(given)).toEqual(['jointInvestigationMandatory']);
  });

  it('do not bind other standards, which only ask single or joint', () => {
    const given = no([assessment], { concerns: ['sudi'] });
    expect(checkDecision(under('SA'), given).errors).toEqual([]);
  });
});

describe('an allegation about childhood', () => {
  const historic = (more: Partial<Decision>) =>
    no([{ code: 'policeOnly', ground: 'adultHistoricNoCurrentConcern' }], {
      complainantIsAdult: true,
      currentChildProtectionConcern: false,
      childInContactWithAllegedOffender: false,
      ...more,
    });

  it('goes to the police alone if no child is at risk or in contact (O-4, J-12)', () => {
    expect(errors(historic({}))).toEqual([]);
  });

  it('does not if a child is at risk now', () => {
    expect(errors(historic({ currentChildProtectionConcern: true }))).toEqual(['policeOnlyGroundNotMet']);
    const given = historic({ currentChildProtectionConcern: true, concerns: ['intrafamilialSexualOffence'] });
    expect(errors(given)).toEqual(['jointInvestigationMandatory', 'policeOnlyGroundNotMet']);
  });

  it('does not if it is a child who alleges it', () => {
    expect(errors(historic({ complainantIsAdult: false }))).toEqual(['policeOnlyGroundNotMet']);
  });

  it('is asked about once, before anything else', () => {
    const given = historic({ childInContactWithAllegedOffender: null, concerns: ['intrafamilialSexualOffence'] });
    expect(errors(given)).toEqual(['childContactUnanswered']);
  });

  it('never excuses another offence that must be joint', () => {
    expect(errors(historic({ concerns: ['s1Cypa1933'] }))).toEqual(['jointInvestigationMandatory']);
  });
});

describe('a minor injury to a child already known (J-8)', () => {
  it('needs a reason if the investigation is not joint', () => {
    const given = yes([{ ...single, notJointReason: '' }], {
      concerns: ['minorInjury'],
      child: { cpPlan: true, lookedAfter: false },
    });
    expect(errors(given)).toEqual(['notJointReasonRequired:s47SingleAgency']);
  });

  it('needs one of the decision as well when no enquiry starts', () => {
    const given = no([assessment], { concerns: ['minorInjury'], child: { cpPlan: false, lookedAfter: true } });
    expect([errors(given), warnings(given)]).toEqual([[], ['jointConsidered']]);
    expect(errors({ ...given, decisionReason: '' })).toEqual(['decisionReasonRequired', 'notJointReasonRequired']);
  });

  it('is only a minor injury otherwise', () => {
    expect(warnings(yes([single], { concerns: ['minorInjury'] }))).toEqual([]);
  });
});
