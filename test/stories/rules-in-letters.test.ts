/** What the rules of a standard make the bot tell somebody, and by when: in letters and reminders, each with its rule. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCalendar, dueAt, formatLondon } from '../../src/practice/time/calendar.ts';
import { instant } from '../../src/practice/time/instant.ts';
import { begin, type Story } from './story.ts';
import { later, onTheWall } from './clock.ts';
import type { StandardName } from './cast.ts';

let story: Story;
beforeAll(async () => {
  story = await begin({ standard: 'sandwell', at: '2026-11-24T10:00' });
});
afterAll(() => story.end());

const notUrgent = { 'answer.urgentEnquiry': 'no' };

describe('under Practice Standards', () => {
  beforeAll(() => story.under('practice-standards-2025'));

  it('the home authority is told at once, by whoever convenes (H-2)', async () => {
    await story.convene({ concern: { concern: 'Marks', circumstances: ['hostNotHome'] } });
    expect((await story.letter('teamManager', 'Others must be told')).text).toContain('H-2');
  });

  it('what falls due after a decision, each by its time (V-1, R-3, DL-1, DL-3, DL-6), and what is done at once (J-11, R-4)', async () => {
    await story.convene({ concern: { concern: 'Marks', circumstances: ['crimeMoreSerious'] } });
    await story.arrive();
    await story.chair.decides({ details: notUrgent });
    const { text } = await story.letter('socialWorker', 'What follows');
    for (const rule of ['V-1', 'R-3', 'DL-1', 'DL-3', 'DL-6', 'J-11']) expect(text).toContain(`${rule}: `);
    expect((await story.letter('teamManager', 'What follows')).text).toContain('R-4');
  });

  it('what the standard asks of an enquiry is in the letter of whoever carries it on (PL-6, V-4, F-6)', async () => {
    await story.convene();
    await story.arrive();
    await story.chair.decides({ details: notUrgent });
    const { text } = await story.letter('socialWorker', 'What follows');
    for (const rule of ['PL-6', 'V-4', 'F-6']) expect(text).toContain(`${rule}: `);
  });

  it('an enquiry of high concern has its shorter time (DL-2)', async () => {
    await story.convene();
    await story.arrive();
    await story.chair.decides({ details: { 'answer.urgentEnquiry': 'yes' } });
    const { text } = await story.letter('socialWorker', 'What follows');
    expect(text).toContain('By Sunday 29 November 2026, 11:59pm: ');
    expect(text).toContain('DL-2: ');
    expect(text).not.toContain('DL-1: ');
  });

  it('the convenor hears of what is overdue (AC-1)', async () => {
    await story.convene();
    await story.arrive();
    await story.chair.decides({ details: notUrgent });
    await story.pass('P2D');
    expect((await story.letter('teamManager', 'Not yet reported as done')).text).toContain('Seeing the child: due by');
  });

  it.each([
    ['whereaboutsUnknown', 'T-14'],
    ['accessRefused', 'T-15'],
  ])('after a decision, %s asks for a further discussion (%s)', async (what, rule) => {
    await story.convene();
    await story.arrive();
    await story.chair.decides({ details: notUrgent });
    const form = await story.chair.press('The child has not been reached', { saying: [story.reference] });
    await form.done('Record it', { what, ...onTheWall(story.now()) });
    expect((await story.chair.news('discussion')).text).toContain(`${rule}: `);
  });
});

describe('under Sandwell', () => {
  beforeAll(() => story.under('sandwell'));

  it('a complex meeting is agreed with the Safeguarding Service (CH-7)', async () => {
    await story.convene({ concern: { concern: 'Marks', complexReasons: ['independentViewNeeded'] } });
    expect((await story.letter('unitManager', 'Others must be told')).text).toContain('CH-7');
  });

  it.each(['hostNotHome', 'ordinarilyResidentElsewhere'])(
    'the home authority takes part, and it and every agency involved are told: %s (H-4, I-22)',
    async (fact) => {
      const concern = { concern: 'Marks', circumstances: [fact] };
      const { text } = await story.fillToPeople({ concern });
      expect(text).toContain('Where the child lives elsewhere, the home authority takes part as I-22 says.');
      expect(text).toMatch(/Required here: .*The child’s home authority/);
      await story.convene({ concern });
      expect((await story.letter('unitManager', 'Others must be told')).text).toContain('I-22');
    },
  );

  it('what was agreed reaches those who took part at once, and agencies who did not, by the end of the next working day (R-7)', async () => {
    await story.convene({ others: ['paediatrician'] });
    await story.arrive();
    await story.chair.decides({
      outcomes: ['s47Joint'],
      details: { 'plan.immediateAction': 'Ellie Vaughan visits by Thursday; reviewed on Friday' },
    });
    for (const role of ['police', 'socialWorker', 'school', 'health'] as const) {
      const { text } = await story.letter(role, 'What was decided');
      expect(text).toContain('Ellie Vaughan visits by Thursday; reviewed on Friday');
    }
    await story.letter('paediatrician', 'The outcome of a strategy discussion');
    // The days pass from one story here to the next.
    const by = formatLondon(dueAt(createCalendar([]), instant(story.now()), { workingDays: 1 }));
    const { text } = await story.letter('socialWorker', 'What follows');
    expect(text).toContain(`By ${by}: Actions, dates, roles and how they are reviewed`);
    expect(text).toContain('R-7');
    await story.pass('P1D');
    expect((await story.letter('unitManager', 'The record is due')).text).toContain('R-7');
  });

  it('what falls due after a decision, each by its time (R-7, DL-3, DL-6)', async () => {
    await story.convene();
    await story.arrive();
    await story.chair.decides({ outcomes: ['s47Joint'] });
    const { text } = await story.letter('socialWorker', 'What follows');
    for (const rule of ['R-7', 'DL-3', 'DL-6']) expect(text).toContain(`${rule}: `);
  });

  it('the decision of a complex meeting goes out within a day (R-8)', async () => {
    await story.convene({ concern: { concern: 'Marks', complexReasons: ['independentViewNeeded'] } });
    await story.arrive('safeguardingChair', 'unitManager', 'socialWorker', 'police', 'school', 'health');
    await story.as('safeguardingChair').decides({ outcomes: ['s47Joint'] });
    expect((await story.letter('socialWorker', 'What follows')).text).toContain('R-8');
  });

  it('a follow-up is reminded of within 28 days, and everything within three months (DL-8, DL-9)', async () => {
    await story.convene();
    await story.arrive();
    const details = { 'outcome.followUpDiscussion.date': '2026-12-10' };
    await story.chair.decides({ s47: 'no', outcomes: ['followUpDiscussion'], details });
    const { text } = await story.letter('socialWorker', 'What follows');
    for (const rule of ['O-6', 'DL-8', 'DL-9']) expect(text).toContain(`${rule}: `);
  });

  it('a disagreement between agencies goes to their senior managers (D-1)', async () => {
    await story.convene();
    await story.arrive();
    await story.chair.decides({ outcomes: ['s47Joint'] });
    await story.as('police').disagrees('Not enough was known');
    expect((await story.letter('unitManager', 'disagrees')).text).toContain('D-1');
  });

  it('without harm from female genital mutilation the referrer is told to stay alert (N-5)', async () => {
    await story.convene({ concern: { concern: 'Heard at school', concerns: ['fgm'] } });
    await story.arrive();
    const details = {
      'answer.epoDecision': 'no',
      'further.medical.medicalDecision': 'notNeeded',
      'further.medical.dutyPaediatricianAgrees': 'yes',
      'further.medical.injuryOrNeglectMinor': 'yes',
      'further.medical.noMedicalReason': 'No harm is found',
      'further.medical.siblingsMedical': 'noSiblings',
      'further.thirdPartyDisclosure.discloseToThirdParty': 'no',
    };
    await story.chair.decides({ s47: 'no', outcomes: ['earlyHelp'], details });
    expect((await story.letter('referrer', 'Outcome')).text).toContain('Stay alert');
  });
});

describe('under Liverpool', () => {
  beforeAll(() => story.under('liverpool'));

  it('what falls due after a decision (DL-5, DL-3, DL-7, DL-6), and telling the referrer in person (N-2, N-6)', async () => {
    await story.convene();
    await story.arrive();
    await story.chair.decides();
    const { text } = await story.letter('teamLeader', 'What follows');
    for (const rule of ['DL-5', 'DL-3', 'DL-7', 'DL-6']) expect(text).toContain(`${rule}: `);
    const tell = await story.letter('teamLeader', 'Tell the referrer');
    for (const rule of ['N-2', 'N-6']) expect(tell.text).toContain(`${rule}: `);
  });

  it('the referrer has it in writing within a day, or is telephoned by then (N-3)', async () => {
    await story.convene({
      referral: { referrerName: 'Ivy Northcott', referrerEmail: '', referrerPhone: '01632 960123' },
    });
    await story.arrive();
    await story.chair.decides();
    expect((await story.chair.news('Please telephone')).text).toContain('N-3');
  });

  it('a referrer who took part has it in writing within the day too, by what was recorded (N-3)', async () => {
    await story.convene();
    await story.arrive();
    await story.chair.recordsAttendance('referrer', {
      person: `${story.reference}:referrer`,
      identified: 'calledBack',
    });
    await story.chair.decides();
    expect((await story.letter('referrer', 'What was decided')).by).toBe('e-mail');
    const told = await story.chair.press('Show who has been told', { saying: [story.reference, 'Who has been told'] });
    expect(told.text).toMatch(/Carol Tench.*\nWhat was recorded, due by [^\n]*/);
  });

  it('a referrer who is not invited is told how to ask (N-4)', async () => {
    await story.convene({ people: { inviteReferrer: 'false' } });
    expect((await story.letter('referrer', 'heard')).text).toContain('line manager');
  });

  it('a referrer who disagrees has the partnership’s procedure (D-2)', async () => {
    await story.convene();
    await story.arrive();
    await story.chair.decides();
    await story.as('referrer').answersMail('Outcome', { answer: 'disagree', reason: 'She is not safe' });
    expect((await story.letter('teamLeader', 'disagrees')).text).toContain('D-2');
  });
});

describe('a further discussion', () => {
  it.each<StandardName>(['practice-standards-2025', 'sandwell'])(
    'has a date and somebody who reviews it, or is not decided, and whoever chairs is reminded on the day: %s (O-6, DL-11)',
    async (standard) => {
      await story.under(standard);
      await story.convene();
      await story.arrive();
      const date = onTheWall(later(story.now(), 'P1D')).date;
      const again = { s47: 'no', outcomes: ['followUpDiscussion'] } as const;
      const refused = await story.chair.fillsDecision({
        ...again,
        details: { 'outcome.followUpDiscussion.date': '', 'outcome.followUpDiscussion.reviewer': '' },
      });
      expect(refused.text.match(/O-6: /g)).toHaveLength(2);
      const lastPage = await refused.press('Continue', {
        'outcome.followUpDiscussion.date': date,
        'outcome.followUpDiscussion.reviewer': 'Hannah Boyle',
      });
      await lastPage.done('Record the decision');
      expect((await story.letter('police', 'What was decided')).text).toContain('Hannah Boyle');
      await story.passUntil(`${date}T09:30`);
      expect((await story.chair.news('The next strategy discussion is due')).text).toContain('O-6');
    },
  );
});

describe('the referrer', () => {
  it.each<StandardName>(['working-together-2023', 'darlington'])(
    'hears the outcome and nothing about anybody else under %s (N-6)',
    async (standard) => {
      await story.under(standard);
      await story.convene();
      await story.arrive();
      await story.chair.decides();
      expect((await story.letter('referrer', 'Outcome')).text).not.toMatch(/Jo Sample|J\.S\.|2019/);
    },
  );
});
