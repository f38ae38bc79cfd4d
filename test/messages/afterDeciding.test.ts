import { describe, expect, it } from 'vitest';
import type { Card } from '../../src/cards/bind.ts';
import { assessed } from '../../src/discussion/matter/assessed.ts';
import type { Discussion } from '../../src/discussion/state/discussion.ts';
import type { MessageKind, Notice, NoticeId, Recipient } from '../../src/discussion/state/notice.ts';
import type { Participant } from '../../src/discussion/state/people.ts';
import { personMessage } from '../../src/messages/render.ts';
import { practiceFor } from '../builders/standards.ts';
import type { StandardKey } from '../../src/practice/language/vocabulary.ts';
import { inSession, quorate } from '../builders/attendance.ts';
import { child, convene, referrer, saying, tuesday } from '../builders/convene.ts';
import { childInNeed, jointEnquiry, recordDecision } from '../builders/decision.ts';
import { health, manager, police, professional, school, socialWorker } from '../builders/people.ts';
import { convenedStory, type Story } from '../builders/story.ts';
import { readable } from '../cards/soundness.ts';

const messageFrom = (
  state: Discussion | null,
  kind: MessageKind,
  recipient: Recipient,
  standard: StandardKey = 'practice-standards-2025',
) => {
  if (state === null) throw new Error('nothing has happened');
  const notice: Notice = {
    id: `SD-TEST22/9/${kind}/x` as NoticeId,
    kind,
    recipient,
    rule: null,
    owedAt: tuesday,
    deadline: null,
  };
  const message = personMessage(notice, state, {
    practice: practiceFor(standard),
    now: tuesday,
    notices: [],
    from: 'strategy@exampleshire.gov.uk',
    inCalendar: false,
    secureDomains: ['gov.uk', 'police.uk'],
    ring: null,
    linkTo: (_notice, purpose) => `https://strategy.example/reply/${purpose}`,
    codeFor: () => '1234 5678',
    recordFor: () => ({ filename: 'SD-TEST22-record.pdf', make: () => Promise.resolve(Buffer.from('%PDF')) }),
  });
  if (message === 'superseded') throw new Error(`${kind} is not sent`);
  return message;
};
const to = ({ personId }: Participant): Recipient => ({ to: 'person', personId });
const own = (address: string) => ({ address, shared: false });

describe('what those who took part receive (R-3, R-7)', () => {
  const decided = quorate(convenedStory()).then(manager, recordDecision()).state;
  const message = messageFrom(decided, 'record', to(police));

  it('at a secure address: the decision, the reasons, the plan and what the family is told', () => {
    const { text } = message.byEmail(own('tom@exampleshire.police.uk'));
    expect(text).toContain('Child A (J.S.): a section 47 enquiry will start.');
    expect(text).toContain('Reasons: Two unexplained injuries in a week');
    expect(text).toContain('Lead police officer: Agreed in the meeting');
    expect(text).toContain('The family is told: The social worker visits today');
    expect(text).toContain('https://strategy.example/reply/outcome');
  });

  it('elsewhere: the decision, and whom to ask for the rest', () => {
    const { text } = message.byEmail(own('tom@private.example'));
    expect(text).toContain('Child A: a section 47 enquiry will start.');
    expect(text).toContain('The reasons, the plan and any emergency action are not sent to this address. Ask manager');
    expect(text).not.toMatch(/J\.S\.|injuries|visits today|Agreed in the meeting/);
  });

  it('in Teams: all of it where a card holds it, else where the rest is', () => {
    expect(JSON.stringify(message.inTeams().card)).toContain('Two unexplained injuries');
    const long = jointEnquiry({ reasons: `Two unexplained injuries. ${'x'.repeat(4_000)}`, plan: { a: 'y' } });
    const [b, c, d] = ['B', 'C', 'D'].map((childId) => ({ ...long, childId }));
    if (decided?.stage !== 'decided' || b === undefined || c === undefined || d === undefined) throw new Error('none');
    const children = ['A', 'B', 'C', 'D'].map((childId) => child({ childId, name: `Sample ${childId}` }));
    const four = { ...decided, children, decision: { ...decided.decision, children: [{ ...long }, b, c, d] } };
    const card = JSON.stringify(messageFrom(four, 'record', to(police)).inTeams().card);
    expect(card.length * 2).toBeLessThan(28_000);
    expect(card).toContain(
      'The reasons, the plan and any emergency action are too long to show here. manager has them.',
    );
  });
});

describe('what was chosen is said in words, wherever it is read (F-1)', () => {
  const withheld = {
    decision: 'withheld' as const,
    what: 'The father may leave with the child',
    withheldBecause: 'riskToChild',
  };
  const told = quorate(convenedStory()).then(manager, recordDecision([jointEnquiry({ familyTold: withheld })])).state;

  it.each<[MessageKind, Participant]>([
    ['record', police],
    ['followUp', socialWorker],
  ])('%s: why the family is told nothing, and what the chair wrote', (kind, who) => {
    const { text } = messageFrom(told, kind, to(who)).byEmail(own('x@exampleshire.gov.uk'));
    expect(text).toContain('for now: It would put the child at more risk. The father may leave with the child');
    expect(text).not.toContain('riskToChild');
  });

  it('dates and yes or no', () => {
    const standard = 'sandwell';
    const state = quorate(convenedStory()).then(manager, recordDecision()).state;
    if (state?.stage !== 'decided') throw new Error('nothing was decided');
    const asked = assessed(state, practiceFor(standard)).child('A');
    const outcomes = asked.outcomes.flatMap(({ code, fields }) =>
      fields.some(({ kind }) => kind === 'date')
        ? [{ code, fields: Object.fromEntries(fields.map(({ name }) => [name, '2026-10-01'])) }]
        : [],
    );
    const further = Object.fromEntries(
      asked.deciding.map(({ area, fields }) => [
        area,
        Object.fromEntries(fields.flatMap(({ name, kind }) => (kind === 'yesNo' ? [[name, 'yes']] : []))),
      ]),
    );
    const children = [jointEnquiry({ outcomes, further }, standard)];
    const d = { ...state, decision: { ...state.decision, children } };
    const { text } = messageFrom(d, 'record', to(police), standard).byEmail(own('tom@exampleshire.police.uk'));
    expect(text).toMatch(/: \w+day 1 October 2026\n/);
    expect(text).toMatch(/: Yes\n/);
    expect(text).not.toMatch(/: yes\n/);
  });
});

describe('what follows from the decision', () => {
  const lines = (story: Story, who: Participant): string =>
    messageFrom(story.state, 'followUp', to(who)).byEmail(own('x@exampleshire.gov.uk')).text;
  /** The last line says which rules all of it comes from. */
  const rules = (story: Story, who: Participant): readonly string[] =>
    /^Rules of the procedure: (.*)\.$/m.exec(lines(story, who))?.[1]?.split(', ') ?? [];

  it('the chair has the file to update at once, and the social worker the dates (R-4)', () => {
    const decided = quorate(convenedStory()).then(manager, recordDecision());
    expect(lines(decided, manager)).toContain(
      'Do this now: The child’s file is updated with the actions immediately.\n',
    );
    expect(rules(decided, manager)).toContain('R-4');
    expect(rules(decided, manager)).not.toContain('V-1');
    expect(rules(decided, socialWorker)).toContain('V-1');
    expect(rules(decided, socialWorker)).not.toContain('R-4');
  });

  it('a crime that proves more serious goes back to the police child protection team (J-11)', () => {
    const facts = saying(['crimeMoreSerious']);
    const decided = quorate(convenedStory(undefined, manager, { facts })).then(manager, recordDecision());
    expect(rules(decided, socialWorker)).toContain('J-11');
  });
});

describe('advice for the referrer where female genital mutilation was considered and no harm found (N-5)', () => {
  const head = professional('head', 'seniorManager', { rank: 'seniorManager' });
  const allocated = { ...socialWorker, role: 'allocatedSocialWorker' };
  const decidedUnder = (fgm: boolean, standing: 'professional' | 'family') => {
    const over = {
      chair: head,
      invitees: [allocated, police, health, school],
      facts: saying(fgm ? ['fgm'] : []),
      referral: { ...convene().referral, referrer: referrer({ standing }) },
    };
    const held = inSession(convenedStory('sandwell', manager, over), head, allocated, police, health, school).state;
    if (held?.stage !== 'inSession') throw new Error('nobody is there');
    const { decisionOpenedAt: _, ...session } = held;
    const children = [childInNeed()];
    const noticeDue = { rule: 'N-6', dueAt: null } as const;
    const decision = {
      at: tuesday,
      meetingEndedAt: tuesday,
      decidedAt: tuesday,
      whereaboutsUnknownAt: null,
      accessRefusedAt: null,
      by: head.personId,
      chair: head,
      children,
      corrections: [],
      overrides: [],
      warnings: [],
      noticeDue,
    };
    const since = {
      ...{ reports: [], ends: [], signings: [], reopenings: [], conferences: [], filing: [], recordReaders: [] },
      ...{ next: [], nextCalledOff: null, closed: null },
    };
    return { ...session, stage: 'decided' as const, decision, ...since };
  };
  const advice = /Stay alert/;
  const letter = (fgm: boolean, standing: 'professional' | 'family'): string =>
    messageFrom(decidedUnder(fgm, standing), 'outcome', { to: 'referrer' }, 'sandwell').byEmail(
      own('carol@littleacorns.example'),
    ).text;

  it('comes with the outcome, and does not name the concern', () => {
    expect(letter(true, 'professional')).toMatch(advice);
    expect(letter(true, 'professional')).not.toMatch(/mutilation|FGM/i);
  });

  it('not with any other outcome', () => {
    expect(letter(false, 'professional')).not.toMatch(advice);
  });

  it('the family and the public learn nothing of the outcome from it', () => {
    expect(letter(true, 'family')).toBe(letter(false, 'family'));
    expect(letter(true, 'family')).toContain('If you are worried again');
  });
});

describe('what the referrer is told (N-1, N-2, N-6)', () => {
  const convenedBy = (
    standing: 'professional' | 'public' | 'family',
    over: Partial<Discussion['referral']['referrer']> = {},
  ) =>
    quorate(
      convenedStory(undefined, manager, {
        referral: { ...convene().referral, referrer: referrer({ standing, ...over }) },
      }),
    ).then(manager, recordDecision()).state;

  it.each(['public', 'family'] as const)(
    '%s: that it has been looked into, and nothing to disagree with',
    (standing) => {
      const message = messageFrom(convenedBy(standing), 'outcome', { to: 'referrer' });
      const { subject, text, html } = message.byEmail(own('gran@mail.example'));
      expect(subject).toBe('Your report, our reference SD-TEST22');
      expect(text).toContain('What happens with what you told us');
      for (const part of [subject, text, html]) expect(part).not.toMatch(/outcome|disagree|section 47|https?:/i);
      expect(readable(message.inTeams().card as Card)).not.toMatch(/outcome|disagree|section 47/i);
      expect(JSON.stringify(message.inTeams().card)).toContain('I have read this');
    },
  );

  it.each(['public', 'family'] as const)('%s: whoever tells them is told to give no details', (standing) => {
    const { text } = messageFrom(convenedBy(standing), 'tellReferrer', to(socialWorker)).byEmail(own('x@x.gov.uk'));
    expect(text).toContain('Tell the referrer that it has been looked into');
    expect(text).not.toMatch(/the outcome/);
  });

  it.each<[MessageKind, string]>([
    ['outcome', 'manager'],
    ['howToChase', 'manager'],
  ])('a professional whose agency shares a mailbox: %s says whom to telephone, and nothing else', (kind, whom) => {
    const address = { address: 'office@littleacorns.example', shared: true };
    const { subject, text } = messageFrom(convenedBy('professional'), kind, { to: 'referrer' }).byEmail(address);
    expect(subject).toBe('Please telephone us, our reference SD-TEST22');
    expect(text).toContain(`Telephone ${whom}, Exampleshire County Council, and give the reference SD-TEST22.`);
    expect(text).not.toMatch(/outcome|referral|child|section 47|https?:/i);
  });

  it('N-2 says once how and when', () => {
    const { text } = messageFrom(convenedBy('professional'), 'tellReferrer', to(socialWorker)).byEmail(
      own('x@x.gov.uk'),
    );
    expect(text.match(/in person or by telephone/g)).toHaveLength(1);
  });
});
