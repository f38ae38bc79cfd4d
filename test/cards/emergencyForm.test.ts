import { describe, expect, it } from 'vitest';
import { emergencyCard, readWeighed } from '../../src/cards/emergency.ts';
import { practiceFor, standardKeys } from '../builders/standards.ts';
import { discussionUnder } from '../builders/story.ts';
import { faultsIn } from './soundness.ts';

const read = (data: Readonly<Record<string, unknown>>) =>
  readWeighed(data, discussionUnder('liverpool'), practiceFor('liverpool'));

describe('the form for emergency action', () => {
  it.each(standardKeys)('is sound with whatever is asked: %s', (key) => {
    expect(faultsIn(emergencyCard(discussionUnder(key), practiceFor(key), 'n'))).toEqual([]);
  });

  it('reads what was answered by the names of the standard', () => {
    const data = { 'emergency.planned': 'no', 'emergency.protection': 'epo', 'emergency.childSeen': ' yes ' };
    expect(read(data)).toEqual({ planned: false, answers: { protection: 'epo', childSeen: 'yes' } });
  });

  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['nothing at all', {}],
    ['what is not on the list', { 'emergency.planned': 'perhaps', 'emergency.protection': 'prayer' }],
    ['what is no text', { 'emergency.planned': true, 'emergency.protection': ['epo'] }],
    ['what is not asked', { 'emergency.madeUp': 'yes' }],
  ])('takes %s as no answer, and refuses nothing (E-1)', (_name, data) => {
    expect(read(data)).toEqual({ planned: null, answers: {} });
  });
});
