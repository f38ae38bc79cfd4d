/** Forged payloads over real HTTP: a visible button grants nothing, and a guessed reference tells nothing. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { formerVerbs, handlers } from '../../src/teams/verbs.ts';
import { conveneInChannel } from './convening.ts';
import { startCouncil, type Council, type Message, type Shown } from './council.ts';
import { unchanging, type Inputs } from './formFilling.ts';
import { looksAt, recordOf } from './record.ts';
import { agendaOf, arrive } from './takingPart.ts';

let council: Council;
let reference: string;
let agenda: Message;
let before: object;

beforeAll(async () => {
  council = await startCouncil();
  ({ reference } = await conveneInChannel(council));
  agenda = await agendaOf(council);
  await arrive(council, ['ellie-vaughan']);
});
beforeEach(async () => {
  before = await unchanging(council, reference);
});
afterAll(async () => {
  expect(council.faults).toEqual([]);
  await council.stop();
});

/** Enough for any form of ours to be well filled in. */
const everything: Inputs = {
  answer: 'acceptWithAuthority',
  mode: 'teams',
  authority: 'yes',
  person: 'sam-whitlock',
  text: 'Known to us',
  action: 'Police protection',
  takenBy: 'Police',
  date: '2026-09-15',
  time: '15:00',
  where: 'Room 5',
  reason: 'Room taken',
  childId: 'A',
};

const forge = (person: string, verb: string, of: string, over: Inputs = {}): Promise<Shown> => {
  const data = { ...everything, ...over, reference: of, nonce: 'forged' };
  return council.as(person).forge(agenda, { type: 'Action.Execute', verb, data });
};

/** An answer without what differs between any two: which discussion was asked about, and the form's nonce. */
const alike = ({ outcome }: Shown): string =>
  JSON.stringify(outcome)
    .replaceAll(reference, 'SD-222222')
    .replaceAll(/"nonce":"[^"]*"/g, '"nonce":""');

const verbs = [...Object.keys(handlers), ...Object.keys(formerVerbs)];
describe.each([
  ['somebody who was never invited', 'nadia-hussain', verbs],
  // Whoever may chair it may take the chair: test/journey/handover.test.ts has what they see of it.
  ['a manager of another team', 'martin-okafor', verbs.filter((verb) => verb !== 'handover.open')],
])('%s', (_name, person, all) => {
  it.each(all)('learns nothing from %s and changes nothing', async (verb) => {
    const real = await forge(person, verb, reference);
    const invented = await forge(person, verb, 'SD-222222');
    expect(real.outcome.kind).not.toBe('unreachable');
    expect(alike(real)).toEqual(alike(invented));
    expect(real.text).not.toMatch(/J\.S\.|Jo Sample|Room 4|Priya/);
    expect(await unchanging(council, reference)).toEqual(before);
  });

  it('is not in the list of those who looked', async () => {
    const reads = await looksAt(council, reference);
    expect(reads.map((r) => r.personId)).not.toContain(person);
    expect(reads.map((r) => r.personId)).toContain('ellie-vaughan');
  });
});

describe('somebody invited does what an invitation allows, and is told who may do the rest', () => {
  const lead = 'Only the manager who convened it or the chair can';
  it.each<[string, Inputs, string]>([
    ['attendance.send', {}, `${lead} record this attendance.`],
    [
      'arrival.record',
      { person: 'grace-mensah', what: 'joined', at: '2026-09-15T08:45:00.000Z' },
      `${lead} record this attendance.`,
    ],
    ['reconvene.send', {}, `${lead} change the time.`],
    ['standDown.send', { because: 'other' }, `${lead} stand this discussion down.`],
    ['emergency.send', { time: '08:00' }, 'or a social worker taking part can record emergency action here.'],
    ['enquiry.open', {}, 'or a social worker taking part can record this here.'],
    ['enquiry.send', {}, 'or a social worker taking part can record this here.'],
    ['decision.start', {}, 'Only the chair can open the decision form.'],
    ['decision.show', {}, 'Only the chair can record the decision.'],
  ])('%s', async (verb, over, sentence) => {
    const shown = await forge('tom-reyes', verb, reference, over);
    expect(shown.text).toContain(sentence);
    expect(await unchanging(council, reference)).toEqual(before);
  });

  it('who has been told is for those who lead: anybody else gets the answer for a discussion that does not exist', async () => {
    const shown = await forge('tom-reyes', 'delivery.show', reference);
    expect(shown.text).toContain(`There is no strategy discussion ${reference} that you can open.`);
  });

  it('a reply counts as one’s own, whatever the form says', async () => {
    const data = {
      reference,
      nonce: 'mine',
      answer: 'acceptWithAuthority',
      personId: 'grace-mensah',
      actor: 'grace-mensah',
    };
    await council.as('tom-reyes').forge(agenda, { type: 'Action.Execute', verb: 'reply.send', data });
    const { discussion } = await recordOf(council, reference);
    const answers = discussion?.invitations.map((i) => [i.participant.personId, i.reply.answer]);
    expect(answers).toContainEqual(['tom-reyes', 'accepted']);
    expect(answers).toContainEqual(['grace-mensah', 'awaited']);
  });
});

describe('the chair', () => {
  it('cannot answer an invitation they never had', async () => {
    const shown = await forge('priya-shah', 'reply.send', reference, { reason: '' });
    expect(shown.text).toContain('Only somebody invited to it can reply to this invitation.');
    expect(await unchanging(council, reference)).toEqual(before);
  });
});
