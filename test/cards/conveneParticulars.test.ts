/** The page after the concern: whom it concerns, what follows from it, and what the standard asks because of it. */
import { describe, expect, it } from 'vitest';
import { conveneParticularsCard, readParticulars } from '../../src/cards/conveneParticulars.ts';
import { hasParticulars, particularsOf } from '../../src/cards/particulars.ts';
import { draftAssessed } from '../../src/conduct/draftAssessed.ts';
import { emptyConvening, type ConveningDraft } from '../../src/conduct/drafts.ts';
import type { DiscussionFacts } from '../../src/discussion/state/facts.ts';
import { personId } from '../../src/discussion/state/people.ts';
import type { StandardKey } from '../../src/practice/language/vocabulary.ts';
import { child, referrer, saying, tuesday } from '../builders/convene.ts';
import { practiceFor, standardKeys } from '../builders/standards.ts';
import { faultsIn, readable } from './soundness.ts';
import { inParentheses } from '../../src/words/citation.ts';

const jo = child();
const kim = child({ childId: 'B', name: 'Kim Sample', initials: 'K.S.', birth: { kind: 'born', on: '2021-06-01' } });

const formWith = (facts: DiscussionFacts, children: ConveningDraft['children'] = [jo, kim]): ConveningDraft => ({
  ...emptyConvening({ kind: 'channel', conversation: '19:x' }),
  step: 'particulars',
  children,
  referral: { receivedAt: tuesday, concernsIdentifiedAt: null, referrer: referrer() },
  facts,
});
const cardOf = (body: ConveningDraft, standard: StandardKey) =>
  conveneParticularsCard(
    { id: 'SD-TEST22', revision: 4, owner: personId('manager'), body },
    practiceFor(standard),
    tuesday,
  );
const sent = (body: ConveningDraft, standard: StandardKey, data: Readonly<Record<string, string>>) =>
  readParticulars(data, particularsOf(body, practiceFor(standard), tuesday), body);
const factsAfter = (...of: Parameters<typeof sent>): DiscussionFacts => {
  const read = sent(...of);
  if (!read.ok) throw new Error(read.problems.join(' '));
  return read.value;
};
const isAsked = (body: ConveningDraft, standard: StandardKey): boolean =>
  hasParticulars(particularsOf(body, practiceFor(standard), tuesday));
const bothInjured = saying(['physicalInjury'], ['A', 'B']);
const deadlineRule = (facts: DiscussionFacts, standard: StandardKey) =>
  draftAssessed(formWith(facts), practiceFor(standard), tuesday).timescale.governing;

describe('who a concern is about', () => {
  it('is asked with the children to choose from, all of them until told otherwise', () => {
    const card = cardOf(formWith(bothInjured), 'practice-standards-2025');
    expect(faultsIn(card)).toEqual([]);
    expect(readable(card)).toContain('Who does this concern?');
    expect(readable(card)).toContain('A: J.S., 7 years');
    expect(JSON.stringify(card)).toContain('"id":"of.physicalInjury"');
    expect(JSON.stringify(card)).toContain('"value":"A,B"');
  });

  it('is said of those chosen, and no others', () => {
    const facts = factsAfter(formWith(bothInjured), 'practice-standards-2025', { 'of.physicalInjury': 'B' });
    expect(facts.said).toEqual([{ fact: 'physicalInjury', of: ['B'] }]);
    expect(JSON.stringify(cardOf(formWith(facts), 'practice-standards-2025'))).toContain('"value":"B"');
  });

  it('cannot be nobody', () => {
    for (const chosen of ['', 'Z']) {
      expect(sent(formWith(bothInjured), 'practice-standards-2025', { 'of.physicalInjury': chosen })).toEqual({
        ok: false,
        problems: ['Physical injury: choose at least one child, or go back and take the tick away.'],
      });
    }
  });

  it('is not asked of one child, nor of what is about the discussion', () => {
    expect(isAsked(formWith(saying(['lookedAfter']), [jo]), 'darlington')).toBe(false);
    expect(isAsked(formWith(saying(['lookedAfter'], ['A', 'B'])), 'darlington')).toBe(true);
    expect(isAsked(formWith(saying(['newReferral'], ['A', 'B'])), 'darlington')).toBe(false);
    const both = factsAfter(
      formWith(saying(['domesticAbuse', 'physicalInjury'], ['A', 'B'])),
      'practice-standards-2025',
      {
        'of.physicalInjury': 'A',
      },
    );
    expect(both.said).toContainEqual({ fact: 'domesticAbuse', of: 'discussion' });
  });

  it('a yes said of one child is that child’s alone, and is offered as its own again', () => {
    const yes = { ...saying(['penetrativeSexualAbuse'], ['A', 'B']), answers: { forensicEvidenceNeeded: true } };
    const data = { 'of.penetrativeSexualAbuse': 'A', 'of.forensicEvidenceNeeded': 'A' };
    const facts = factsAfter(formWith(yes), 'practice-standards-2025', data);
    expect(facts.answers).not.toHaveProperty('forensicEvidenceNeeded');
    expect(facts.ofChild).toEqual({ A: { forensicEvidenceNeeded: true } });
    const { concerns } = particularsOf(formWith(facts), practiceFor('practice-standards-2025'), tuesday);
    expect(concerns).toContainEqual(expect.objectContaining({ fact: 'forensicEvidenceNeeded', of: ['A'] }));
  });

  it('abuse of one child and evidence of another do not add up to one urgent child (T-3)', () => {
    const yes = { ...saying(['penetrativeSexualAbuse'], ['A', 'B']), answers: { forensicEvidenceNeeded: true } };
    const together = { 'of.penetrativeSexualAbuse': 'A', 'of.forensicEvidenceNeeded': 'A' };
    const apart = { 'of.penetrativeSexualAbuse': 'A', 'of.forensicEvidenceNeeded': 'B' };
    const ruleAfter = (data: Readonly<Record<string, string>>) =>
      deadlineRule(factsAfter(formWith(yes), 'practice-standards-2025', data), 'practice-standards-2025');
    expect(ruleAfter(together)).toBe('T-3');
    expect(ruleAfter(apart)).toBe('T-1');
  });
});

describe('an urgency that follows from a concern', () => {
  const neglect = formWith(saying(['seriousNeglect']), [jo]);

  it.each<[StandardKey, string, string]>([
    ['practice-standards-2025', 'Serious risk', 'T-2'],
    ['sandwell', 'Immediate risk', 'T-7'],
  ])('is shown under %s with what it follows from and its rule', (standard, words, rule) => {
    const shown = readable(cardOf(neglect, standard));
    expect(shown).toContain(words);
    expect(inParentheses(shown)).toMatch(new RegExp(`this follows from “(Serious neglect|Neglect)” \\(${rule}\\)`));
    expect(isAsked(neglect, standard)).toBe(true);
  });

  it('holds where nobody says otherwise', () => {
    const facts = factsAfter(neglect, 'practice-standards-2025', {});
    expect(facts.setAside).toEqual([]);
    expect(deadlineRule(facts, 'practice-standards-2025')).toBe('T-2');
  });

  it('is set aside with a reason, which is kept, shown again and said on the page', () => {
    const reason = 'Seen by the GP this morning and safe with an aunt';
    const facts = factsAfter(neglect, 'practice-standards-2025', { 'setAside.seriousRisk': ` ${reason} ` });
    expect(facts.setAside).toEqual([{ fact: 'seriousRisk', reason }]);
    expect(deadlineRule(facts, 'practice-standards-2025')).toBe('T-1');
    const card = cardOf(formWith(facts, [jo]), 'practice-standards-2025');
    expect(readable(card)).toContain('Set aside with a reason.');
    expect(JSON.stringify(card)).toContain(JSON.stringify(reason));
  });

  it('a blank reason sets nothing aside; one too long is refused', () => {
    const data = (reason: string) => ({ 'setAside.seriousRisk': reason });
    expect(factsAfter(neglect, 'practice-standards-2025', data('   ')).setAside).toEqual([]);
    expect(sent(neglect, 'practice-standards-2025', data('x'.repeat(1001)))).toEqual({
      ok: false,
      problems: ['The reason must be 1000 characters or fewer.'],
    });
  });

  it('what may not be set aside is not asked, and a forged reason for it is not read', () => {
    const injury = formWith(saying(['minorInjury']), [jo]);
    expect(JSON.stringify(cardOf(injury, 'practice-standards-2025'))).not.toContain('setAside.physicalInjury');
    const facts = factsAfter(injury, 'practice-standards-2025', { 'setAside.physicalInjury': 'Only a graze' });
    expect(facts.setAside).toEqual([]);
  });
});

describe('what the standard asks before it is convened', () => {
  const ofTrust = formWith(saying(['positionOfTrust']), [jo]);

  it('Sandwell: the referral form and the talk with the Local Authority Designated Officer (CH-8)', () => {
    expect(readable(cardOf(ofTrust, 'sandwell'))).toContain('Before it is booked');
    const facts = factsAfter(ofTrust, 'sandwell', {
      'asked.complexBooking.ladoReferralForm': 'yes',
      'asked.complexBooking.ladoDiscussion': 'no',
    });
    expect(facts.answers).toMatchObject({ ladoReferralForm: true, ladoDiscussion: false });
    expect(sent(ofTrust, 'sandwell', { 'asked.complexBooking.ladoReferralForm': 'perhaps' })).toMatchObject({
      ok: false,
    });
  });

  it('nothing, where nothing was said that it turns on', () => {
    for (const standard of standardKeys.filter((key) => key !== 'practice-standards-2025')) {
      expect(isAsked(formWith(saying([]), [jo]), standard)).toBe(false);
    }
  });

  it('the Practice Standards ask who judged the urgency, and nobody has to say (X-3)', () => {
    const nothing = formWith(saying([]), [jo]);
    expect(readable(cardOf(nothing, 'practice-standards-2025'))).toContain('How urgent it is');
    expect(sent(nothing, 'practice-standards-2025', {})).toMatchObject({ ok: true });
  });

  it.each(standardKeys)('every fact at once makes a sound card: %s', (standard) => {
    const every = draftAssessed(formWith(saying([])), practiceFor(standard), tuesday).questions.map(({ fact }) => fact);
    const twelve = Array.from('ABCDEFGHIJKL', (childId) => child({ childId, name: `Sample ${childId}` }));
    const ids = twelve.map(({ childId }) => childId);
    expect(faultsIn(cardOf(formWith(saying(every, ids), twelve), standard))).toEqual([]);
  });

  it('concerns beyond what a card can hold are counted on it, and stay said of every child', () => {
    const practice = practiceFor('sandwell');
    const twelve = Array.from('ABCDEFGHIJKL', (childId) => child({ childId, name: `Sample ${childId}` }));
    const { questions } = draftAssessed(formWith(saying([])), practice, tuesday);
    const every = questions.filter(({ of, kind }) => of === 'child' && kind !== 'instant').map(({ fact }) => fact);
    const form = formWith(
      saying(
        every,
        twelve.map(({ childId }) => childId),
      ),
      twelve,
    );
    const { concerns, moreConcerns } = particularsOf(form, practice, tuesday);
    expect(readable(cardOf(form, 'sandwell'))).toContain(`And ${moreConcerns} more, which are taken to concern every`);
    const ofTheFirst = Object.fromEntries(concerns.map(({ fact }) => [`of.${fact}`, 'A']));
    const { said } = factsAfter(form, 'sandwell', ofTheFirst);
    expect(said.filter(({ of }) => of.length === 12)).toHaveLength(moreConcerns);
  });
});
