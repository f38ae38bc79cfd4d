import { describe, expect, it } from 'vitest';
import type { Answers } from '../../src/practice/answers/answers.ts';
import { requirementFields, requirementFindings, under } from './given.ts';

const blocks = (answers: Answers): readonly string[] =>
  requirementFindings(under('PS'), 'gate', [], answers).faults.map(({ code }) => code);

describe('the gate at the end of an enquiry', () => {
  const passed = {
    actionsComplete: true,
    childSeen: true,
    narrativeOfCare: 'Fed, clean and taken to school',
    policeChecksDone: true,
    agencyChecksDone: true,
    analysisComplete: true,
    teamManagerChecked: true,
    decidedBy: 'headOfService',
    s47Result: 'substantiatedIcpc',
    signedBy: 'tm1',
    signedOn: '2026-06-09',
  };

  it('opens when everything is done, checked, decided and signed', () => {
    expect(blocks(passed)).toEqual([]);
  });

  it.each<[string, Answers, string]>([
    ['an action is open (GT-1)', { actionsComplete: false }, 'actionsCompleteNotMet'],
    ['the child has not been seen (GT-2)', { childSeen: false }, 'childSeenNotMet'],
    ['the police checks are not done (GT-3)', { policeChecksDone: 'no' }, 'policeChecksDoneNotMet'],
    ['the analysis is not complete (GT-4)', { analysisComplete: '' }, 'analysisCompleteRequired'],
    ['the Head of Service has not recorded it (GT-5)', { decidedBy: 'teamManager' }, 'decidedByNotMet'],
    ['the result is a third one (GT-5)', { s47Result: 'noFurtherInvolvement' }, 's47ResultNotAChoice'],
    ['it is not dated (GT-6)', { signedOn: ' ' }, 'signedOnRequired'],
  ])('stays shut while %s', (_, more, code) => {
    expect(blocks({ ...passed, ...more })).toEqual([code]);
  });

  it('asks for ten parts of the record, the results of actions for two reasons (GT-7, AC-3)', () => {
    const fields = requirementFields(under('PS'), 's47Record', new Set());
    expect(fields).toHaveLength(10);
    expect(fields.find(({ name }) => name === 'actionResults')?.rules).toEqual(['GT-7', 'AC-3']);
  });
});
