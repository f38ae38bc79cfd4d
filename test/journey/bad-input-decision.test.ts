/** The decision form filled in wrongly, by the wrong person, from an old copy, twice, and after the decision. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conveneInChannel } from './convening.ts';
import { startCouncil, type Council, type Message, type Shown } from './council.ts';
import { planOfJointEnquiry } from './deciding.ts';
import { expectKept, long, refusedFor, unchanging, type Inputs } from './formFilling.ts';
import { eventsOf } from './record.ts';
import { agendaOf, arrive, everybodyNeeded, firstPageOfDecision, openDecision } from './takingPart.ts';

let council: Council;
let reference: string;
let agenda: Message;
let form: Shown;

const priya = () => council.as('priya-shah');
const refused = (on: Shown, button: string, inputs: Inputs): Promise<Shown> =>
  refusedFor(council, 'priya-shah')(reference, on, button, inputs);

beforeAll(async () => {
  council = await startCouncil();
  ({ reference } = await conveneInChannel(council));
  agenda = await agendaOf(council);
  await arrive(council, everybodyNeeded);
  form = await openDecision(council);
});
afterAll(async () => {
  expect(council.faults).toEqual([]);
  await council.stop();
});

describe('the first page for a child', () => {
  const blank: Inputs = { s47: '', reasons: '', outcomes: '', family: '', familyWhat: '' };
  it.each<[string, Inputs, string]>([
    ['nothing at all', blank, 'Say whether a section 47 enquiry starts.'],
    ['no reasons', { reasons: '' }, 'Give the reasons for the decision.'],
    ['reasons of spaces', { reasons: '   ' }, 'Give the reasons for the decision.'],
    ['reasons that are too long', { reasons: long(4001) }, 'The reasons must be 4000 characters or fewer.'],
    ['no outcome', { outcomes: '' }, 'Choose at least one outcome.'],
    [
      'an outcome that is none: a conference (P-2)',
      { outcomes: 'initialChildProtectionConference' },
      'Choose outcomes from the list.',
    ],
    ['nothing on the family', { family: '' }, 'Say whether the family is told.'],
    ['not what the family is told (F-1)', { familyWhat: '' }, 'Say what the family is told, or why it is withheld.'],
    [
      'what the family is told at too great length',
      { familyWhat: long(2001) },
      'What the family is told must be 2000 characters or fewer.',
    ],
  ])('%s', async (_name, over, sentence) => {
    const inputs = { ...firstPageOfDecision, ...over };
    const shown = await refused(form, 'Continue', inputs);
    expect(shown.text).toContain(sentence);
    expectKept(shown, inputs);
  });

  it('reasons longer than a card can show back are answered in words, and stay where they were typed', async () => {
    const shown = await refused(form, 'Continue', { ...firstPageOfDecision, reasons: long(60_000) });
    expect(shown.outcome).toEqual({ kind: 'message', text: 'The reasons must be 4000 characters or fewer.' });
  });
});

describe('the second page', () => {
  let first: Shown;
  beforeAll(async () => {
    first = form;
    form = await priya().press(form, 'Continue', firstPageOfDecision);
  });

  it('a plan left blank names every field that is missing, with its rule (PL-1)', async () => {
    const shown = await refused(form, 'Continue', {
      ...planOfJointEnquiry,
      'plan.riskAreas': '',
      'plan.legalAction': '',
    });
    expect(shown.text).toMatch(/Fill in “Areas of risk”\./);
    expect(shown.text).toMatch(/Fill in “Legal action”\./);
    expectKept(shown, { 'plan.actions': planOfJointEnquiry['plan.actions'] ?? '' });
  });

  it('a text that is too long is refused, never cut', async () => {
    const inputs = { ...planOfJointEnquiry, 'plan.actions': long(2001) };
    const shown = await refused(form, 'Continue', inputs);
    expect(shown.text).toContain('must be 2000 characters or fewer.');
    expectKept(shown, inputs);
  });

  it('what was typed is still there after going back', async () => {
    const back = await priya().press(form, 'Back', { 'plan.riskAreas': 'Physical harm at home' });
    expect(back.text).toContain(firstPageOfDecision.reasons);
    form = await priya().press(back, 'Continue', firstPageOfDecision);
    expectKept(form, { 'plan.riskAreas': 'Physical harm at home' });
  });

  it('an old copy of the first page is out of date, and says so', async () => {
    const shown = await refused(first, 'Continue', { ...firstPageOfDecision, reasons: 'Something else' });
    expect(shown.text).toContain('This copy of the form is out of date. Here is the form as it is now.');
    expect(shown.text).toContain('Areas of risk');
  });
});

describe('the form is the chair’s', () => {
  it.each(['decision.show', 'decision.child', 'decision.details', 'decision.restart', 'decision.record'])(
    'somebody else taking part, with %s',
    async (verb) => {
      const before = await unchanging(council, reference);
      const data = { reference, revision: 1, childId: 'A', ...firstPageOfDecision };
      const shown = await council.as('tom-reyes').forge(form.message, { type: 'Action.Execute', verb, data });
      expect(shown.text).toContain('Only the chair can record the decision.');
      expect(await unchanging(council, reference)).toEqual(before);
    },
  );

  it('somebody who was never invited learns nothing', async () => {
    const action = { type: 'Action.Execute', verb: 'decision.show', data: { reference } };
    const shown = await council.as('nadia-hussain').forge(form.message, action);
    expect(shown.text).toContain(`There is no strategy discussion ${reference} that you can open.`);
  });
});

describe('recording it', () => {
  const ended = { endedDate: '2026-09-15', endedTime: '10:00' };
  it.each<[string, Inputs, string]>([
    ['no day', { endedDate: '' }, 'When the meeting ended: enter a real date.'],
    ['no time', { endedTime: '' }, 'When the meeting ended: enter a time, such as 14:30.'],
    ['neither', { endedDate: '', endedTime: '' }, 'Say when the meeting ended: what follows counts from then.'],
    ['31 September', { endedDate: '2026-09-31' }, 'When the meeting ended: enter a real date.'],
    ['tomorrow', { endedDate: '2026-09-16' }, 'The meeting cannot have ended in the future.'],
    ['before it began', { endedDate: '2026-09-14' }, 'so it cannot have ended before that.'],
  ])('not with a meeting that ended on %s', async (_name, over, sentence) => {
    if (!form.text.includes('Check the decision')) form = await priya().press(form, 'Continue', planOfJointEnquiry);
    const shown = await refused(form, 'Record the decision', { ...ended, ...over });
    expect(shown.text).toContain(sentence);
    expectKept(shown, { ...ended, ...over });
  });

  it('the same press four times is one decision, and each is answered that it is recorded', async () => {
    const before = await eventsOf(council, reference);
    const presses = await Promise.all([1, 2, 3, 4].map(() => priya().press(form, 'Record the decision')));
    for (const shown of presses) expect(shown.text).toContain('The decision is recorded.');
    expect((await eventsOf(council, reference)).slice(before.length)).toEqual(['decisionRecorded']);
  });
});

describe('after the decision nothing but emergency action is taken, and everybody is told why', () => {
  const late =
    'The decision has been recorded, so this can no longer be changed. Tell the chair if something is missing.';
  it.each<[string, string, string, Inputs]>([
    ['an answer', 'tom-reyes', 'reply.send', { answer: 'acceptWithAuthority' }],
    ['an arrival', 'grace-mensah', 'attend.send', { mode: 'teams', authority: 'yes' }],
    [
      'somebody else’s arrival',
      'priya-shah',
      'attendance.send',
      { person: 'sam-whitlock', mode: 'phone', authority: 'yes' },
    ],
    ['information', 'ellie-vaughan', 'information.send', { text: 'One more thing' }],
    [
      'a new time',
      'priya-shah',
      'reconvene.send',
      { date: '2026-09-17', time: '10:00', where: 'Room 5', reason: 'Again' },
    ],
    ['standing down', 'priya-shah', 'standDown.send', { because: 'other', reason: 'Too late' }],
    ['the decision form', 'priya-shah', 'decision.start', {}],
    ['another page of it', 'priya-shah', 'decision.child', { childId: 'A', ...firstPageOfDecision }],
    ['another decision', 'priya-shah', 'decision.record', { 'override.police': 'Never mind' }],
  ])('%s', async (_name, who, verb, inputs) => {
    const before = await unchanging(council, reference);
    const action = { type: 'Action.Execute', verb, data: { ...inputs, reference, nonce: 'late' } };
    const shown = await council.as(who).forge(agenda, action);
    expect(shown.text).toContain(late);
    expect(await unchanging(council, reference)).toEqual(before);
  });

  it('emergency action is still recorded (E-1)', async () => {
    const inputs = { action: 'Police protection', takenBy: 'Police', date: '2026-09-15', time: '08:00' };
    const action = { type: 'Action.Execute', verb: 'emergency.send', data: { ...inputs, reference, nonce: 'late' } };
    const shown = await council.as('ellie-vaughan').forge(agenda, action);
    expect(shown.text).toContain('The emergency action is recorded.');
    expect((await eventsOf(council, reference)).at(-1)).toBe('emergencyActionRecorded');
  });
});
