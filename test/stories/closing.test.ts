/** How a discussion ends: with its conference recorded, with nothing left to do, or with what remains said. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Convening } from './convening.ts';
import { seen, throughGate } from './gate.ts';
import type { Shown } from './hand.ts';
import type { Answers } from './screen.ts';
import { fileRecord, signRecord } from './signing.ts';
import { begin, type Story } from './story.ts';

let story: Story;
afterEach(() => story.end());

const held = async (standard: 'practice-standards-2025' | 'darlington', told: Convening = {}): Promise<void> => {
  story = await begin({ standard, at: '2026-11-24T10:00' });
  await story.convene({ meetsAt: '2026-11-24T14:00', ...told });
  await story.passUntil('2026-11-24T14:00');
  await story.arrive();
};

const noFurtherAction = {
  s47: 'no',
  outcomes: ['noFurtherAction'],
  details: { 'answer.safeguardingConcerns': 'no' },
} as const;

const about = () => ({ saying: [`Strategy discussion ${story.reference}`] });
const press = (title: string): Promise<Shown> => story.chair.press(title, about());

const conference = async (answers: Answers): Promise<Shown> => (await press('Conference')).done('Record it', answers);

const listed = async (): Promise<string> => (await story.chair.asks('/strategy list')).text;

it('no further action: what remains is said until the record is made, and then it is closed and only read', async () => {
  await held('practice-standards-2025');
  await story.chair.decides(noFurtherAction);
  const early = await press('Close');
  expect(early.text).toContain('This remains:\nThe record: Priya Shah, by Wednesday 25 November 2026, 11:59pm.');
  expect(early.text).not.toContain('Nothing remains.');

  await story.passUntil('2026-11-25T12:00');
  await signRecord(story, 'teamManager');
  expect((await press('Close')).text).toContain(
    'This remains:\nFiling the record: Priya Shah, by Wednesday 25 November 2026, 11:59pm.',
  );
  await fileRecord(story, 'teamManager');
  expect((await press('Close')).text).toContain('Nothing remains.');
  // An hour later whoever chairs is asked to close it, once, and does so from there.
  await story.passUntil('2026-11-25T14:00');
  const ready = (await story.letters('teamManager')).filter(({ heading }) => heading === 'Nothing remains to be done');
  expect(ready).toHaveLength(1);
  const form = await (await story.chair.news('Nothing remains to be done')).press('Close it');
  const closed = await form.done('Close it');
  expect(closed.text).toContain('It is closed. From now on it is only read.');
  expect((await story.chair.agenda()).text).toContain('Closed');
  expect(await listed()).toContain('None.');

  await story.as('socialWorker').say('channel', `/strategy show ${story.reference}`);
  const shown = await story.as('socialWorker').news('Closed Wednesday 25 November 2026');
  expect(shown.text).toContain('by Priya Shah. It is only read from then on.');
});

it('from the enquiry through the gate and the conference to closing: each is asked for until it is recorded', async () => {
  await held('practice-standards-2025');
  await story.chair.decides({ details: { 'answer.urgentEnquiry': 'no' } });
  await story.passUntil('2026-11-24T18:00');
  await story.as('socialWorker').recordsEnquiry(seen);
  await story.passUntil('2026-11-26T10:00');
  await signRecord(story, 'teamManager');
  await fileRecord(story, 'teamManager');
  const early = await press('Close');
  expect(early.text).toContain('The section 47 enquiry: Ellie Vaughan, by Wednesday 9 December 2026, 11:59pm.');
  expect(early.text).toContain('The child protection conference: Ellie Vaughan, by Tuesday 15 December 2026, 11:59pm.');
  const soon = await press('Conference');
  expect((await soon.press('Record it', { what: 'notNeeded', reason: 'Safe', agreedBy: 'All' })).text).toContain(
    'Whether a conference is needed follows from the result of the enquiry',
  );

  await throughGate(story, 'substantiatedIcpc');
  const asked = { what: 'askedFor', date: '2026-11-26', askedOf: 'the Safeguarding Unit', plannedFor: '2026-12-10' };
  await conference(asked);
  expect((await press('Conference')).text).toContain(
    'Child A: the conference was asked for on Thursday 26 November 2026, of the Safeguarding Unit, planned for Thursday 10 December 2026.',
  );
  await story.passUntil('2026-12-10T16:00');
  const reminder = await story.as('socialWorker').news('The child protection conference is due');
  const form = await reminder.press('Record the conference');
  expect((await form.press('Record it', { what: 'held', date: '2026-12-11', plan: 'yes' })).text).toContain(
    'Enter the day on which it happened.',
  );
  await form.done('Record it', { what: 'held', date: '2026-12-10', plan: 'yes' });

  await story.passUntil('2027-01-26T10:00');
  await (await story.as('socialWorker').news('The assessment is due')).done('It is done');
  expect((await (await press('Close')).done('Close it')).text).toContain('It is closed.');
  expect(await listed()).toContain('None.');
});

describe('a conference', () => {
  it('that is overdue is in the digest of whoever convened, and is recorded from it, afterwards too', async () => {
    await held('darlington');
    await story.chair.decides();
    await story.passUntil('2026-12-16T10:00');
    const digest = await story.chair.news('The child protection conference');
    const form = await digest.press('Done: the child protection conference has been held');
    await form.done('Record it', { what: 'held', date: '2026-12-14', plan: 'no' });
    expect(await listed()).not.toContain('conference');
  });

  it('that is not needed has its reason and who agreed', async () => {
    await held('darlington');
    await story.chair.decides();
    const form = await press('Conference');
    const half = await form.press('Record it', { what: 'notNeeded', reason: 'The child is safe with her aunt.' });
    expect(half.text).toContain('Say who agreed.');
    await half.done('Record it', { agreedBy: 'Martin Okafor' });
    expect((await press('Close')).text).not.toContain('conference');
  });

  it('does not follow where the enquiry ends without one: its result is enough (GT-5)', async () => {
    await held('practice-standards-2025');
    await story.chair.decides({ details: { 'answer.urgentEnquiry': 'no' } });
    await story.passUntil('2026-11-24T18:00');
    await story.as('socialWorker').recordsEnquiry(seen);
    await throughGate(story, 'notSubstantiatedContinueAssessment');
    expect((await press('Close')).text).not.toContain('conference');
  });
});

describe('an enquiry without a gate', () => {
  const ended = async (answers: Answers): Promise<Shown> =>
    (await press('How the enquiry ended')).press('Record it', answers);

  it('remains until somebody says how it ended, and when; a conference it ends without is not asked for', async () => {
    await held('darlington');
    await story.chair.decides();
    await story.passUntil('2026-12-04T10:00');
    const early = (await press('Close')).text;
    expect(early).toContain('The section 47 enquiry: Ellie Vaughan, as soon as possible.');
    expect(early).toContain('The child protection conference: Ellie Vaughan');

    const support = { how: 'furtherSupport', date: '2026-12-03' };
    expect((await ended(support)).text).toContain('Say why no conference is needed, and who agreed.');
    expect((await ended({ how: 'conference', date: '2026-12-05' })).text).toContain('cannot have ended in the future');
    expect((await ended({ how: 'conference', date: '2026-11-23' })).text).toContain('its enquiry ends after that');
    expect((await ended({ ...support, how: 'conference', reason: 'Safe' })).text).toContain('or clear that');
    const done = await ended({ ...support, reason: 'The marks have a cause.', agreedBy: 'Martin Okafor' });
    expect(done.text).toContain('It is recorded.');

    expect((await press('How the enquiry ended')).text).toContain(
      'Child A: the enquiry ended on Thursday 3 December 2026, with assessment or support going on. The marks have a cause. Agreed by Martin Okafor.',
    );
    const late = (await press('Close')).text;
    expect(late).not.toContain('The section 47 enquiry');
    expect(late).not.toContain('conference');
  });

  it('is recorded by those who carry the case, never by anybody else who takes part', async () => {
    await held('darlington');
    await story.chair.decides();
    const form = await press('How the enquiry ended');
    await expect(story.as('police').press('How the enquiry ended', about())).rejects.toThrow('no button');
    await form.done('Record it', { how: 'conference', date: '2026-11-24' });
    const remains = (await press('Close')).text;
    expect(remains).not.toContain('The section 47 enquiry');
    expect(remains).toContain('The child protection conference: Ellie Vaughan');
  });

  it('where there is a gate, its result says how it ended (GT-5)', async () => {
    await held('practice-standards-2025');
    await story.chair.decides({ details: { 'answer.urgentEnquiry': 'no' } });
    await expect(press('How the enquiry ended')).rejects.toThrow('no button');
  });
});

describe('what remains', () => {
  it('is left by a service manager with a reason, which is read from then on; never by anybody else', async () => {
    await held('practice-standards-2025');
    await story.chair.decides(noFurtherAction);
    const list = await press('Actions');
    await (
      await list.press('Add an action')
    ).done('Add this action', {
      ...{ step: 'Ring the school', person: 'ellie-vaughan', due: '2026-11-26' },
    });
    const manager = await press('Close');
    expect(manager.text).toContain('Action 1: Ellie Vaughan, by Thursday 26 November 2026, 11:59pm.');
    await expect(manager.press('Close it all the same')).rejects.toThrow('no button');

    await story.chair.say('chat', `/strategy handover ${story.reference}`);
    const handing = await story.chair.news('To whom, if they are in the list');
    await handing.done('Hand it over', { part: 'chair', person: 'martin-okafor', reason: 'Closing' });
    await story.as('serviceManager').say('chat', `/strategy close ${story.reference}`);
    const form = await story.as('serviceManager').news('This remains:');
    expect((await form.forged('Close it all the same', { reason: '' })).text).toContain('Give the reason');
    await form.done('Close it all the same', { reason: 'The family has moved.' });
    await story.as('socialWorker').say('chat', `/strategy show ${story.reference}`);
    const shown = await story.as('socialWorker').news('Closed with this left');
    expect(shown.text).toContain('Closed with this left: The family has moved.');
    expect(shown.text).toContain('Action 1: Ellie Vaughan, by Thursday 26 November 2026, 11:59pm.');
    await story.passUntil('2026-11-27T12:00');
    expect((await story.letters('socialWorker')).map(({ heading }) => heading)).not.toContain(
      'Your action is due soon',
    );
  });

  it('is the outcome, for as long as it has not reached the referrer: nobody leaves that', async () => {
    await held('practice-standards-2025', { referral: { referrerEmail: '', referrerPhone: '01632 960 110' } });
    await story.chair.decides(noFurtherAction);
    expect((await press('Close')).text).toContain('The outcome has not reached somebody: the referrer');
    await story.chair.say('chat', `/strategy handover ${story.reference}`);
    const handing = await story.chair.news('To whom, if they are in the list');
    await handing.done('Hand it over', { part: 'chair', person: 'martin-okafor', reason: 'Closing' });
    await story.as('serviceManager').say('chat', `/strategy close ${story.reference}`);
    const form = await story.as('serviceManager').news('This remains:');
    await expect(form.press('Close it all the same')).rejects.toThrow('no button');

    await (await press('Record a telephone call')).done('Record the call', { spokeTo: 'Carol Tench' });
    await story.as('serviceManager').say('chat', `/strategy close ${story.reference}`);
    expect((await story.as('serviceManager').news('Close this discussion')).text).not.toContain('the referrer');
  });
});

describe('a further discussion', () => {
  const followUp = {
    s47: 'no',
    outcomes: ['followUpDiscussion'],
    answers: {},
    details: {},
  } as const;

  it('is linked both ways, and is owed by the one before until it is held', async () => {
    await held('practice-standards-2025');
    await story.chair.decides(noFurtherAction);
    const first = story.reference;
    await story.conveneNext({ meetsAt: '2026-11-26T10:00' });
    expect((await story.chair.agenda()).text).toContain(`Follows: ${first}`);
    const second = story.reference;
    story.turnTo(first);
    expect((await story.chair.agenda()).text).toContain(`Followed by: ${second}, convened`);
    story.turnTo(second);
    await story.chair.standsDown('Convened by mistake');
    story.turnTo(first);
    expect((await story.chair.agenda()).text).toContain(`Followed by: ${second}, stood down`);
  });

  it('that is due is called off with a reason, or remains', async () => {
    await held('practice-standards-2025');
    await story.chair.decides({
      ...followUp,
      details: { 'outcome.followUpDiscussion.date': '2026-12-08', 'outcome.followUpDiscussion.reviewer': 'Priya Shah' },
    });
    const form = await press('Close');
    expect(form.text).toContain('The next strategy discussion: Priya Shah, by Tuesday 8 December 2026, 11:59pm.');
    await (await form.press('Call off the further discussion')).done('Call it off', { reason: 'All is known now.' });
    expect((await press('Close')).text).not.toContain('The next strategy discussion');
    expect((await story.chair.agenda()).text).toContain('Further discussion: Called off');
  });
});
