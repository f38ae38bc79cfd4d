import { describe, expect, it } from 'vitest';
import type { Answers } from '../../src/practice/answers/answers.ts';
import type { RuleFact } from '../../src/practice/language/commonFacts.ts';
import type { Area } from '../../src/practice/language/parts.ts';
import { requirementFindings, under } from './given.ts';

type Short = Parameters<typeof under>[0];

const found = (standard: Short, area: Area, facts: readonly RuleFact[], answers: Answers) =>
  requirementFindings(under(standard), area, facts, answers);
const blocks = (...given: Parameters<typeof found>) => found(...given).faults.map(({ code }) => code);
const warns = (...given: Parameters<typeof found>) => found(...given).warnings.map(({ code }) => code);

/** [what is told, standard, area, facts, answers, what blocks] */
type Row = [string, Short, Area, RuleFact[], Answers, string[]];

describe('a medical assessment in Sandwell', () => {
  const needed = { medicalDecision: 'needed' };
  it.each<Row>([
    [
      'is considered for a physical injury (MD-1)',
      'SA',
      'medical',
      ['physicalInjury'],
      {},
      ['medicalDecisionRequired'],
    ],
    ['is not asked about otherwise', 'SA', 'medical', ['cse'], {}, []],
    [
      'not on the same day needs a reason and agreement (MD-2)',
      'SA',
      'medical',
      ['physicalInjury'],
      { ...needed, seenSameDay: false, consentFrom: 'pr' },
      ['notSameDayReasonRequired', 'notSameDayAgreementRequired'],
    ],
    [
      'needed for an injury beside a decision that no enquiry starts contradicts itself (MD-7)',
      'SA',
      'medical',
      ['physicalInjury', 's47No'],
      { ...needed, seenSameDay: true, consentFrom: 'pr' },
      ['medicalNeedsEnquiry'],
    ],
    [
      'postponed asks why, and who agreed, and no more of the day (MD-2)',
      'SA',
      'medical',
      ['physicalInjury'],
      { medicalDecision: 'postponed', seenSameDay: false },
      ['noMedicalTodayReasonRequired', 'noMedicalTodayAgreementRequired'],
    ],
    [
      'is left out only with the duty paediatrician and for something minor (MD-4)',
      'SA',
      'medical',
      ['seriousNeglect'],
      {
        medicalDecision: 'notNeeded',
        dutyPaediatricianAgrees: false,
        injuryOrNeglectMinor: true,
        noMedicalReason: 'x',
      },
      ['dutyPaediatricianAgreesNotMet'],
    ],
    [
      'after sexual abuse is asked for by the social worker or a manager, and only with an enquiry (MD-5, MD-7, MD-8)',
      'SA',
      'medical',
      ['sexualAbuse', 's47No'],
      {
        ...needed,
        siblingsMedical: 'noSiblings',
        consentFrom: 'pr',
        forensicNeed: 'none',
        sampleVenue: 'none',
      },
      ['medicalNeedsEnquiry', 'medicalRequestedByRequired', 'examinerRequired'],
    ],
    [
      'for brothers and sisters is decided, and a postponement weighed (MD-9)',
      'SA',
      'medical',
      ['sexualAbuse'],
      { medicalDecision: 'postponed', siblingsMedical: 'postponed', siblingsReason: 'Abroad' },
      ['siblingsRiskAssessmentRequired'],
    ],
    [
      'without consent needs urgent legal advice (MD-10)',
      'SA',
      'medical',
      ['seriousNeglect'],
      { ...needed, consentFrom: 'none' },
      ['consentLegalAdviceAtRequired'],
    ],
  ])('%s', (_, ...row) => {
    expect(blocks(row[0], row[1], row[2], row[3])).toEqual(row[4]);
  });

  it('after recent sexual abuse is never by a GP: a warning (MD-6)', () => {
    const answers = { medicalDecision: 'needed', examinerKind: 'gp' };
    expect(warns('SA', 'medical', ['recentSexualAbuse'], answers)).toEqual(['examinerKindNotAChoice']);
  });
});

describe('female genital mutilation in immediate danger (G-2)', () => {
  it('needs legal advice and an order considered; telling the family is never a condition', () => {
    const codes = ['fgmLegalAdviceFromRequired', 'fgmLegalAdviceAtRequired', 'ordersConsideredRequired'];
    expect(blocks('SA', 'fgm', ['fgm', 'immediateDanger'], {})).toEqual(codes);
    expect(blocks('SA', 'fgm', ['fgm'], {})).toEqual([]);
  });
});

describe('seeing the child', () => {
  it.each<Row>([
    ['alone is dated (V-3)', 'PS', 'childSeen', [], { seenAlone: true }, ['dateSeenAloneRequired']],
    [
      'not alone names one of six reasons and who was there (V-2, V-3)',
      'PS',
      'childSeen',
      [],
      { seenAlone: false, notAloneReason: 'inconvenient' },
      ['notAloneReasonNotAChoice', 'whoPresentRequired'],
    ],
    [
      'not alone in Liverpool is against the interests of the child (V-3)',
      'LI',
      'childSeen',
      [],
      { seenAlone: 'no', whoPresent: 'Aunt' },
      ['againstInterestsRequired'],
    ],
    [
      'without permission needs a reason under the Practice Standards (V-7)',
      'PS',
      'parentalPermission',
      [],
      { permissionGiven: false, permissionException: 'coercion' },
      [],
    ],
    [
      'without permission needs legal advice too in Liverpool (V-6)',
      'LI',
      'parentalPermission',
      [],
      { permissionGiven: false, permissionException: 'coercion' },
      ['permissionLegalAdviceAtRequired'],
    ],
    [
      'checks without consent are authorised by a manager (V-8)',
      'PS',
      'agencyChecks',
      [],
      { checksConsent: false, checksException: 'riskIncrease' },
      ['checksAuthorisedByRequired'],
    ],
  ])('%s', (_, ...row) => {
    expect(blocks(row[0], row[1], row[2], row[3])).toEqual(row[4]);
  });
});

describe('what the family is told', () => {
  it.each<Row>([
    ['is decided (F-1)', 'DA', 'family', [], {}, ['decisionRequired']],
    [
      'is withheld only for a reason of the rule (F-1)',
      'PS',
      'family',
      [],
      { decision: 'withheld', withheldBecause: 'tooBusy' },
      ['withheldBecauseNotAChoice'],
    ],
    [
      'is withheld where anyone could be injured in Sandwell only (F-3)',
      'SA',
      'family',
      [],
      { decision: 'withheld', withheldBecause: 'riskToAnyPerson' },
      [],
    ],
    [
      'which is no reason elsewhere',
      'LI',
      'family',
      [],
      { decision: 'withheld', withheldBecause: 'riskToAnyPerson' },
      ['withheldBecauseNotAChoice'],
    ],
    [
      'afterwards is the outcome, or why not (F-2)',
      'PS',
      'familyAfterwards',
      [],
      { outcomeShared: false },
      ['outcomeNotSharedReasonRequired'],
    ],
    [
      'of the concern, or the reason is in the notes (F-4, R-11)',
      'SA',
      'familyConcern',
      [],
      { concernTold: 'no' },
      ['concernNotToldReasonRequired'],
    ],
  ])('%s', (_, ...row) => {
    expect(blocks(row[0], row[1], row[2], row[3])).toEqual(row[4]);
  });
});
