import { describe, expect, it } from 'vitest';
import { cardBudget, type Card } from '../../src/cards/bind.ts';
import { conveneMeetingCard } from '../../src/cards/conveneMeeting.ts';
import { decisionCheckCard } from '../../src/cards/decisionCheck.ts';
import { detailSections, familyTitle } from '../../src/cards/decisionSections.ts';
import { emptyConvening, emptyDeciding, type ChildDecisionDraft } from '../../src/conduct/drafts.ts';
import type { InSession } from '../../src/discussion/state/discussion.ts';
import { personId } from '../../src/discussion/state/people.ts';
import { inSession } from '../builders/attendance.ts';
import { child, convene, referrer, saying, tuesday } from '../builders/convene.ts';
import { professional } from '../builders/people.ts';
import { practiceFor } from '../builders/standards.ts';
import { story } from '../builders/story.ts';
import { faultsIn, readable } from './soundness.ts';

const letters = Array.from('ABCDEFGHIJKL');
const manager = professional('manager', 'teamManager', { rank: 'teamManager' });
const practice = practiceFor('practice-standards-2025');

const begun = (ids: readonly string[]): InSession => {
  const children = ids.map((childId) => child({ childId, name: `Jo ${childId} Sample` }));
  const { state } = inSession(
    story('practice-standards-2025').then(manager, convene({ chair: manager, children })),
    manager,
  );
  if (state?.stage !== 'inSession') throw new Error('nobody is there');
  return state;
};

/** Every question of every kind of outcome is answered at length. */
const answeredAtLength = (d: InSession, childId: string, text: string): ChildDecisionDraft => {
  const answer: ChildDecisionDraft = {
    childId,
    s47: true,
    reasons: text,
    outcomes: ['s47Joint', 's47SingleAgency', 'earlyHelp', 'followUpDiscussion'],
    family: 'withheld',
    familyWhat: text,
    details: {},
    complete: true,
  };
  const ids = detailSections(answer, d, practice).flatMap(({ fields }) => fields.map(({ id }) => id));
  return { ...answer, details: Object.fromEntries(ids.map((id) => [id, text])) };
};

const check = (ids: readonly string[], text: string): Card => {
  const d = begun(ids);
  const body = { ...emptyDeciding, children: ids.map((id) => answeredAtLength(d, id, text)) };
  return decisionCheckCard({ id: 'x', revision: 24, owner: manager.personId, body }, d, practice, tuesday);
};

describe('the last look at a decision', () => {
  it.each(['As agreed. ', '护', '"', '*'])(
    'at 12 children with every answer at length (%s) says what it leaves out',
    (word) => {
      const card = check(letters, word.repeat(2000).slice(0, 2000));
      expect(faultsIn(card)).toEqual([]);
      expect(readable(card)).toContain('(shown in part here; all of it is recorded)');
      expect(readable(card)).toMatch(/And \d+ further answers, not shown here; all of them are recorded\./);
      expect(readable(card)).toContain('Change child L');
    },
  );

  it('at one child shows every answer under its question', () => {
    const d = begun(['A']);
    const shown = readable(check(['A'], 'As agreed.'));
    const asked = detailSections(answeredAtLength(d, 'A', ''), d, practice).filter(
      ({ title }) => title !== familyTitle,
    );
    for (const { fields } of asked) {
      for (const { label } of fields) expect(shown).toContain(label);
    }
    expect(shown).not.toContain('further answers');
  });
});

it.each(['Smith ', '护', '"'])('the last look while convening holds 12 children and the longest texts (%s)', (word) => {
  const text = (length: number): string => word.repeat(length).slice(0, length);
  const children = letters.map((childId) => child({ childId, name: text(100), caseReference: text(40) }));
  const body = {
    ...emptyConvening({ kind: 'channel', conversation: '19:x' } as const),
    step: 'meeting' as const,
    children,
    referral: { receivedAt: tuesday, concernsIdentifiedAt: tuesday, referrer: referrer() },
    concern: text(4000),
    facts: saying(['criminalPhysicalInjury'], letters),
  };
  const invited = Array.from({ length: 30 }, (_, i) => ({
    name: `${i} ${text(40)}`,
    as: 'GP',
    agency: text(40),
    reached: 'email' as const,
  }));
  const draft = { id: 'SD-TEST22', revision: 5, owner: personId('p'), body };
  const card = conveneMeetingCard(draft, practice, invited, {
    now: tuesday,
    isMade: false,
    chair: null,
    audience: [text(100)],
  });
  expect(faultsIn(card)).toEqual([]);
  expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThanOrEqual(cardBudget);
  expect(readable(card)).toContain('Change who takes part');
});
