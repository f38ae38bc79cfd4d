import { describe, expect, it } from 'vitest';
import { agendaCard } from '../../src/cards/agenda.ts';
import { attendanceCard } from '../../src/cards/attendance.ts';
import { cardBudget, CardTooLong, withProblems, type Card } from '../../src/cards/bind.ts';
import { conveneChildCard } from '../../src/cards/conveneChild.ts';
import { convenePeopleCard } from '../../src/cards/convenePeople.ts';
import { decisionCheckCard } from '../../src/cards/decisionCheck.ts';
import { proofsToPeople } from '../../src/messages/proof.ts';
import { deliveryCard } from '../../src/cards/delivery.ts';
import { enquiryCard, enquiryChildrenCard } from '../../src/cards/enquiry.ts';
import { informationCard } from '../../src/cards/information.ts';
import { invitationCard } from '../../src/cards/invitation.ts';
import { openDiscussionsCard, mostListed } from '../../src/cards/openDiscussions.ts';
import { replyCard } from '../../src/cards/reply.ts';
import { partOf } from '../../src/cards/takingPart.ts';
import { emptyConvening, emptyDeciding, type ChildDecisionDraft } from '../../src/conduct/drafts.ts';
import type { DirectoryPerson } from '../../src/directory/directory.ts';
import type { Discussion, InSession } from '../../src/discussion/state/discussion.ts';
import type { TrackedNotice } from '../../src/discussion/state/notice.ts';
import { personId } from '../../src/discussion/state/people.ts';
import { summarise } from '../../src/discussion/state/summarise.ts';
import { practiceFor } from '../builders/standards.ts';
import { roles } from '../../src/practice/language/roles.ts';
import { inSession } from '../builders/attendance.ts';
import { child, convene, referrer, saying, tuesday } from '../builders/convene.ts';
import { actor, professional } from '../builders/people.ts';
import { story, type Story } from '../builders/story.ts';
import { faultsIn, readable } from './soundness.ts';

const sizeOf = (card: Card): number => Buffer.byteLength(JSON.stringify(card));
const letters = Array.from('ABCDEFGHIJKL');
const practice = practiceFor('sandwell');
const unitManager = professional('unit-manager', 'socialWorkManager', { rank: 'socialWorkUnitManager' });

/** 30 people, 12 children and Sandwell's 22 agenda items, in ordinary names or the longest and most awkward ones. */
const largest = (word: string): Story => {
  const text = (length: number): string => word.repeat(Math.ceil(length / word.length)).slice(0, length);
  const invitees = Array.from({ length: 29 }, (_, i) =>
    professional(`person-${i + 1}`, 'education', { name: text(100), agency: text(100) }),
  );
  const children = letters.map((childId) =>
    child({ childId, name: `${childId}${text(99)}`, initials: 'J.S.-P', caseReference: text(40) }),
  );
  // One word, which is nobody’s name.
  const meeting = { ...convene().meeting, where: text(500).replaceAll(' ', 'x') };
  return story('sandwell').then(unitManager, convene({ chair: unitManager, invitees, children, meeting }));
};

const discussionOf = ({ state }: Story): Discussion => {
  if (state === null) throw new Error('nothing was convened');
  return state;
};

/** The same, once its chair is there. */
const begun = (convened: Story): InSession => {
  const { state } = inSession(convened, unitManager);
  if (state?.stage !== 'inSession') throw new Error('nobody is there');
  return state;
};

const awkward = [
  ['ordinary letters', 'Smith '],
  ['Markdown', '*'],
  ['quotation marks', '"'],
  ['Chinese', '护'],
  ['emoji', '👶'],
] as const;

const longDecision = (childId: string, word: string): ChildDecisionDraft => ({
  childId,
  s47: true,
  reasons: word.repeat(4000).slice(0, 4000),
  outcomes: ['s47Joint'],
  family: 'told',
  familyWhat: word.repeat(2000).slice(0, 2000),
  details: {},
  complete: true,
});

const directory = (word: string): readonly DirectoryPerson[] =>
  Array.from({ length: 300 }, (_, i) => ({
    id: `person-${i + 1}`,
    name: word.repeat(200).slice(0, 200),
    title: word.repeat(200).slice(0, 200),
    agency: word.repeat(200).slice(0, 200),
    roles: roles.filter((role) => role !== 'parent'),
    rank: 'socialWorkUnitManager',
    offices: [],
    email: null,
    telephone: null,
    teams: null,
  }));

describe.each(awkward)('the largest discussion, written in %s', (_name, word) => {
  const convened = largest(word);
  const d = discussionOf(convened);

  it('the agenda card names or counts all 29 invited, before and during the meeting', () => {
    for (const state of [d, begun(convened)]) {
      const card = agendaCard(state, practice, tuesday);
      expect(faultsIn(card)).toEqual([]);
      const shown = readable(card);
      expect(shown).toContain('Show or hide the agenda (22 items)');
      const named = shown.split('\n').filter((line) => line.endsWith(': no answer') || line === 'No answer').length;
      const counted = Number(/^And (\d+) more\.$/m.exec(shown)?.[1] ?? 0);
      expect(named + counted).toBe(29);
    }
  });

  it('in answer to one person, with the longest reason why an urgency was set aside', () => {
    const reason = word.repeat(1000).slice(0, 1000);
    const facts = { ...saying(['seriousNeglect', 'fracture'], letters), setAside: [{ fact: 'immediateRisk', reason }] };
    const told = { ...d, facts: facts as Discussion['facts'] };
    const card = partOf(told, practice, actor(unitManager), tuesday);
    expect(sizeOf(card)).toBeLessThanOrEqual(cardBudget);
    expect(readable(card)).toContain('shown in part here');
  });

  it('stood down with the longest reason', () => {
    const over = convened.then(unitManager, {
      kind: 'standDown',
      because: null,
      reason: word.repeat(1000).slice(0, 1000).replaceAll(' ', 'x'),
    });
    expect(faultsIn(agendaCard(discussionOf(over), practice, tuesday))).toEqual([]);
  });

  it('the invitation names all 12 children', () => {
    const [invited] = d.invitations;
    const words = {
      title: 'Strategy discussion SD-TEST22',
      lines: ['You are asked to take part.', 'Bring what you know.'],
    };
    const card = invitationCard(d, practice, invited?.participant ?? unitManager, words);
    expect(faultsIn(card)).toEqual([]);
    expect(readable(card).match(/^Child [A-L]$/gm)).toHaveLength(12);
  });

  it('the people page of a council with 300 people says when lists are cut, and keeps those chosen', () => {
    const body = {
      ...emptyConvening({ kind: 'channel', conversation: '19:x' } as const),
      step: 'people' as const,
      referral: { receivedAt: tuesday, concernsIdentifiedAt: null, referrer: referrer() },
      peopleChosen: true,
      seats: { police: 'person-299' },
      others: ['person-300'],
      named: Array.from({ length: 20 }, (_, i) =>
        professional(`named-${i}`, 'gp', {
          name: word.repeat(100).slice(0, 100),
          agency: word.repeat(100).slice(0, 100),
        }),
      ),
    };
    const draft = { id: 'SD-TEST22', revision: 5, owner: personId('person-1'), body };
    const card = convenePeopleCard(draft, practice, { people: directory(word), onDuty: [] }, tuesday);
    expect(faultsIn(card)).toEqual([]);
    expect(readable(card)).toMatch(/Each list shows the first \d+\. Add anybody else/);
    const json = JSON.stringify(card);
    expect(json).toContain('"value":"person-299"');
    expect(json).toContain('"value":"person-300"');
    expect(json).toContain('"value":"person-1"');
  });

  it('12 children on the first page of the convene form', () => {
    const body = { ...emptyConvening({ kind: 'channel', conversation: '19:x' }), children: [...d.children] };
    const draft = { id: 'SD-TEST22', revision: 13, owner: personId('p'), body };
    expect(faultsIn(conveneChildCard(draft, tuesday))).toEqual([]);
  });

  it('12 children to choose from, and all that is recorded and typed of one', () => {
    const under = practiceFor('practice-standards-2025');
    const child = d.children[0] ?? expect.fail('no child');
    const answers = { whoPresent: word.repeat(300).slice(0, 300) };
    const visit = { childId: child.childId, seen: { at: tuesday, answers }, answers: {} };
    const seen = { ...d, enquired: Array.from({ length: 40 }, () => visit) };
    expect(faultsIn(enquiryChildrenCard(seen, tuesday))).toEqual([]);
    const typed = { 'enquiry.parentalPermission.permissionOtherReason': `${word.repeat(900)} (end)` };
    const card = enquiryCard({ d: seen, child, practice: under, now: tuesday }, 'nonce', typed);
    expect(faultsIn(card)).toEqual([]);
    expect(readable(card)).toContain(' (end)');
    expect(readable(card)).toContain('When the child was seen: Tuesday 15 September 2026, 10am');
  });

  it('attendance and replies, with everybody to choose from', () => {
    const people = directory(word).map((p) => ({ title: `${p.name}, ${p.agency}`, value: p.id }));
    expect(faultsIn(attendanceCard(d, practice, 'nonce', people))).toEqual([]);
    expect(faultsIn(replyCard(d, practice, 'nonce', people))).toEqual([]);
  });

  it('the last look at 12 decisions shows each in part, and says so', () => {
    const children = letters.map((childId) => longDecision(childId, word));
    const draft = { id: 'x', revision: 24, owner: unitManager.personId, body: { ...emptyDeciding, children } };
    const card = decisionCheckCard(draft, begun(convened), practice, tuesday);
    expect(faultsIn(card)).toEqual([]);
    expect(readable(card)).toContain('… (shown in part here; all of it is recorded)');
  });

  it('everybody told three times over on the delivery card', () => {
    const kinds = ['invitation', 'meetingMoved', 'outcome'] as const;
    const notices = kinds.flatMap((kind) =>
      d.invitations.map(({ participant }): TrackedNotice => ({
        reference: d.reference,
        version: 1,
        notice: {
          id: `${d.reference}/1/${kind}/${participant.personId}` as TrackedNotice['notice']['id'],
          kind,
          recipient: { to: 'person', personId: participant.personId },
          rule: 'N-1',
          owedAt: tuesday,
          deadline: tuesday,
        },
        delivery: { status: 'owed', nextAttemptAt: tuesday, attempts: [] },
      })),
    );
    const card = deliveryCard(d, proofsToPeople(d, notices, tuesday));
    expect(faultsIn(card)).toEqual([]);
    const listed = readable(card).match(/^Owed$/gm)?.length ?? 0;
    const more = Number(/(\d+) more are not listed here/.exec(readable(card))?.[1] ?? 0);
    expect(listed + more).toBe(87);
  });

  it('a full list of open discussions', () => {
    expect(
      faultsIn(
        openDiscussionsCard(
          {
            open: Array.from({ length: mostListed }, () => summarise(d, { owed: null, toFileSince: null })),
            owing: Array.from({ length: mostListed }, () =>
              summarise(d, { owed: { duty: 'furtherDiscussionDue', dueAt: tuesday }, toFileSince: null }),
            ),
          },
          { asker: d.chair.personId, now: tuesday },
        ),
      ),
    ).toEqual([]);
  });
});

it('one decision with the longest reasons is shown in full', () => {
  const d = begun(largest('Smith '));
  const children = [longDecision('A', 'Smith ')];
  const draft = { id: 'x', revision: 2, owner: unitManager.personId, body: { ...emptyDeciding, children } };
  const card = decisionCheckCard(draft, d, practice, tuesday);
  expect(faultsIn(card)).toEqual([]);
  expect(readable(card)).not.toContain('shown in part');
});

it('a reply with all it can hold, and everybody to choose from', () => {
  const people = directory('Smith ').map((p) => ({ title: `${p.name}, ${p.agency}`, value: p.id }));
  const typed = { information: 'é'.repeat(4000), proposedActions: 'é'.repeat(2000) };
  const card = replyCard(discussionOf(largest('Smith ')), practice, 'nonce', people, typed);
  expect(faultsIn(card)).toEqual([]);
  expect(readable(card)).toContain('é'.repeat(4000));
});

describe('a form with more in it than a card can show back', () => {
  const d = discussionOf(largest('Smith '));
  const filled = (text: string) => informationCard({ d, practice, who: personId('nobody-invited') }, 'nonce', { text });

  it('is refused by the card, so that the edge answers in words and leaves the form as it is', () => {
    expect(() => filled('x'.repeat(cardBudget))).toThrow(CardTooLong);
  });

  it('also when only the banner above it goes over', () => {
    const nearly = filled('x'.repeat(cardBudget - 1400));
    expect(sizeOf(nearly)).toBeLessThanOrEqual(cardBudget);
    expect(() => withProblems(nearly, ['y'.repeat(2000)])).toThrow(CardTooLong);
  });
});
