import { describe, expect, it } from 'vitest';
import type { Answers } from '../../src/practice/answers/answers.ts';
import { assess } from '../../src/practice/assess.ts';
import { matterOf } from '../../src/practice/caseFile.ts';
import type { FactName, RuleFact } from '../../src/practice/language/commonFacts.ts';
import type { Area } from '../../src/practice/language/parts.ts';
import { areasAsked, requirementFields, requirementFindings, under } from './given.ts';

type Short = Parameters<typeof under>[0];

const found = (standard: Short, area: Area, facts: readonly RuleFact[], answers: Answers) =>
  requirementFindings(under(standard), area, facts, answers);
const blocks = (...given: Parameters<typeof found>) => found(...given).faults.map(({ code }) => code);
const warns = (...given: Parameters<typeof found>) => found(...given).warnings.map(({ code }) => code);

/** [what is told, standard, area, facts, answers, what blocks] */
type Row = [string, Short, Area, RuleFact[], Answers, string[]];

describe('before and after the meeting', () => {
  it.each<Row>([
    [
      'responsibility passes in writing only (H-3)',
      'PS',
      'transfer',
      ['hostNotHome'],
      { writtenAcceptance: 'no' },
      ['writtenAcceptanceNotMet'],
    ],
    [
      'a position of trust needs the form and the discussion (CH-8)',
      'SA',
      'complexBooking',
      ['positionOfTrust'],
      { ladoReferralForm: true },
      ['ladoDiscussionRequired'],
    ],
    [
      'the discussion is dated, and says with whom (CH-8)',
      'SA',
      'complexBooking',
      ['positionOfTrust'],
      { ladoReferralForm: true, ladoDiscussion: 'yes' },
      ['ladoDiscussedAtRequired', 'ladoDiscussedWithRequired'],
    ],
    [
      'an invitation carries name and date of birth (I-26)',
      'SA',
      'invitation',
      [],
      { fullName: 'A' },
      ['dateOfBirthRequired'],
    ],
    ['who declines names a substitute (S-2)', 'SA', 'decline', [], {}, ['substituteRequired']],
    [
      'written information proposes actions (S-3)',
      'SA',
      'writtenInformation',
      [],
      { information: 'x' },
      ['proposedActionsRequired'],
    ],
    ['the record has no blanks (R-1)', 'PS', 'record', [], { purpose: 'a', reason: 'b', risks: 'c' }, ['planRequired']],
    ['the level of risk is recorded (A-DA-7)', 'DA', 'record', [], {}, ['riskLevelRequired']],
    [
      'an action has a step, a date and an owner (R-2)',
      'PS',
      'action',
      [],
      { step: 'x', owner: 'sw' },
      ['dueRequired'],
    ],
    [
      'an action in Sandwell is reviewed (R-7)',
      'SA',
      'action',
      [],
      { action: 'x', owner: 'sw', due: '2026-06-09' },
      ['reviewMechanismRequired'],
    ],
    [
      'an action in Liverpool has an intended outcome (AC-2)',
      'LI',
      'action',
      [],
      { owner: 'sw', due: '2026-06-09' },
      ['intendedOutcomeRequired'],
    ],
    [
      'the pathway is signed off by the chair (R-5)',
      'PS',
      'signOff',
      [],
      { pathwayStarted: true, pathwayCompleted: true },
      ['pathwaySignedOffByChairRequired'],
    ],
    [
      'the unit manager authorises (R-6)',
      'SA',
      'signOff',
      [],
      { standardForm: true, authorisedByRank: 'teamManager' },
      ['authorisedByRankNotMet'],
    ],
    [
      'the chair records (R-9)',
      'LI',
      'signOff',
      [],
      { recordedBy: 'socialWorker', inCaseSystem: true },
      ['recordedByNotMet'],
    ],
    [
      'a third party is told with police approval (A-SA-16)',
      'SA',
      'thirdPartyDisclosure',
      [],
      { discloseToThirdParty: true, mappaConsidered: 'no' },
      ['policeApprovalRequired'],
    ],
    [
      'the 3 months are exceeded with both conditions (DL-10)',
      'SA',
      'extension',
      [],
      { exceptional: true, headOfServiceAuthorised: false },
      ['headOfServiceAuthorisedNotMet'],
    ],
    [
      'the headings come before the scores (SC-1)',
      'LI',
      'scaling',
      [],
      {
        pastHarm: 'a',
        futureDanger: 'b',
        complicatingFactors: 'c',
        existingStrengths: 'd',
        existingSafety: 'e',
        safetyGoals: 'f',
      },
      ['nextStepsRequired'],
    ],
    [
      'a medical is decided and somebody consults (MD-11)',
      'PS',
      'medical',
      [],
      { medicalNeeded: true },
      ['consultsPaediatricianRequired'],
    ],
  ])('%s', (_, ...row) => {
    expect(blocks(row[0], row[1], row[2], row[3])).toEqual(row[4]);
  });

  it.each<Row>([
    ['the urgency and its reason (X-3)', 'PS', 'urgency', [], {}, ['urgencySetByRequired', 'urgencyReasonRequired']],
    [
      'another manager in the chair of an open case (CH-2)',
      'PS',
      'chairing',
      ['cin'],
      { chairManagesTeam: false },
      ['otherChairReasonRequired'],
    ],
    [
      'somebody who brings no information (Q-11)',
      'LI',
      'reply',
      [],
      { hasDecisionAuthority: true, infoReady: false },
      ['infoReadyNotMet'],
    ],
    [
      'planned emergency action without a meeting (E-2)',
      'LI',
      'emergencyAction',
      ['emergencyActionPlanned'],
      { meetingHeld: false, childSeen: true, legalAdviceNecessary: false, protection: 'epo' },
      ['meetingHeldNotMet'],
    ],
    [
      'police protection without immediate risk (E-3)',
      'LI',
      'emergencyAction',
      ['emergencyActionTaken'],
      { protection: 'policeProtection', immediateRisk: false },
      ['immediateRiskNotMet'],
    ],
    [
      'the six factors of a minor injury (J-9)',
      'PS',
      'minorInjury',
      ['minorInjury'],
      { childNeeds: 'a', pastMinorInjuries: 'b', intent: 'c', weapon: 'd', previousConcern: 'e' },
      ['accountRequired'],
    ],
  ])('warns of %s, and does not block', (_, ...row) => {
    const [standard, area, facts, answers, codes] = row;
    expect(warns(standard, area, facts, answers)).toEqual(codes);
    expect(blocks(standard, area, facts, answers)).toEqual([]);
  });
});

describe('the officer of a position of trust (CH-8)', () => {
  const convene = (circumstances: readonly FactName[], complexBooking: Answers = {}) => {
    const given = matterOf({ complexReasons: ['positionOfTrust'], circumstances });
    return assess(under('SA'), { ...given, answers: complexBooking })
      .blocksOn('convene')
      .map(({ code }) => code);
  };

  it('has the form and has discussed it before the meeting is convened', () => {
    expect(convene([])).toEqual(['ladoReferralFormRequired', 'ladoDiscussionRequired']);
    const done = {
      ladoReferralForm: true,
      ladoDiscussion: true,
      ladoDiscussedAt: '2026-06-09',
      ladoDiscussedWith: 'L',
    };
    expect(convene([], done)).toEqual([]);
  });

  it('keeps nobody waiting in an emergency, and is still asked about', () => {
    expect(convene(['emergencyActionNeeded'])).toEqual([]);
    const fields = requirementFields(under('SA'), 'complexBooking', ['positionOfTrust', 'immediateRisk']);
    expect(fields.map(({ blocks: isBlocking }) => isBlocking)).toEqual([false, false, false, false]);
  });
});

describe('a minor injury (J-8, J-9)', () => {
  it('is weighed by six factors, but of a child with a plan or looked after a joint enquiry is considered', () => {
    const asked = (facts: readonly RuleFact[]) => requirementFields(under('PS'), 'minorInjury', facts).length;
    expect([asked(['minorInjury']), asked(['minorInjury', 'cpPlan']), asked(['minorInjury', 'lookedAfter'])]).toEqual([
      6, 0, 0,
    ]);
  });

  it('is asked about when deciding, as is a disclosure to a third party in Sandwell (A-SA-16)', () => {
    const areas = (standard: Short, concerns: readonly FactName[]) =>
      assess(under(standard), matterOf({ concerns }))
        .child('A')
        .deciding.map(({ area }) => area);
    expect(areas('PS', ['minorInjury'])).toEqual(['minorInjury']);
    expect(areas('SA', [])).toEqual(['familyConcern', 'thirdPartyDisclosure']);
    expect(blocks('SA', 'thirdPartyDisclosure', [], {})).toEqual([]);
  });
});

describe('the areas of a form', () => {
  it('are those in which a standard asks anything', () => {
    expect(areasAsked(under('WT'), new Set())).toEqual(['reply', 'plan', 'family']);
    expect(areasAsked(under('SA'), new Set(['physicalInjury', 'fgm', 'immediateDanger']))).toContain('fgm');
  });

  it('merge what several rules ask under one name (F-1, F-3)', () => {
    const reasons = requirementFields(under('SA'), 'family', new Set()).find(({ name }) => name === 'withheldBecause');
    expect(reasons?.rules).toEqual(['F-1', 'F-3']);
    expect(reasons?.choices?.map(({ value }) => value)).toEqual([
      'riskToChild',
      'jeopardisesInvestigation',
      'riskToAnyPerson',
      'obstructsInvestigation',
    ]);
  });
});
