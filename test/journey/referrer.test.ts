import { afterEach, beforeEach, expect, it } from 'vitest';
import { conveneInChannel } from './convening.ts';
import { startCouncil, type Council } from './council.ts';
import { planOfJointEnquiry } from './deciding.ts';
import { recordOf } from './record.ts';
import { agendaOf, arrive, everybodyNeeded, firstPageOfDecision, openDecision } from './takingPart.ts';

let council: Council;
beforeEach(async () => {
  council = await startCouncil();
});
afterEach(async () => {
  expect(council.faults).toEqual([]);
  await council.stop();
});

const health = { referrerName: 'Grace Mensah', referrerAgency: 'Exampleshire Community NHS Trust' };

it('a referrer who is in the directory is one person: invited once, and known by their e-mail address', async () => {
  const { reference } = await conveneInChannel(council, {
    referral: { ...health, referrerEmail: 'Grace.Mensah@exampleshire.nhs.net' },
  });
  const { commits, notices } = await recordOf(council, reference);
  expect(commits[0]?.events[0]).toMatchObject({ referral: { referrer: { personId: 'grace-mensah' } } });
  const invited = notices.flatMap(({ notice: { kind, recipient } }) =>
    kind === 'invitation' && recipient.to === 'person' ? [recipient.personId] : [],
  );
  expect(invited.filter((id) => id === 'grace-mensah')).toHaveLength(1);
  expect(invited.some((id) => id.endsWith(':referrer'))).toBe(false);
});

it('a member of the public is nobody in the directory, whatever address they gave', async () => {
  const { reference } = await conveneInChannel(council, {
    referral: { ...health, standing: 'public', referrerAgency: '', referrerEmail: 'grace.mensah@exampleshire.nhs.net' },
  });
  const { commits } = await recordOf(council, reference);
  expect(commits[0]?.events[0]).toMatchObject({ referral: { referrer: { personId: `${reference}:referrer` } } });
});

const noReferrer = {
  standing: 'anonymous',
  referrerName: '',
  referrerAgency: '',
  referrerEmail: '',
  referrerPhone: '',
};

it('a referrer who gave no name is recorded as such, and nobody is to tell them anything', async () => {
  const { reference } = await conveneInChannel(council, { referral: noReferrer, meeting: { time: '10:30' } });
  await arrive(council, everybodyNeeded);
  const form = await openDecision(council);
  const details = await council.as('priya-shah').press(form, 'Continue', firstPageOfDecision);
  const check = await council.as('priya-shah').press(details, 'Continue', planOfJointEnquiry);
  const done = await council.as('priya-shah').press(check, 'Record the decision');
  expect(done.text).toMatch(/^✔ /);
  const { discussion, notices } = await recordOf(council, reference);
  expect(discussion).toMatchObject({ stage: 'decided', referral: { referrer: { name: 'Somebody who gave no name' } } });
  const kinds = notices.filter(({ notice }) => notice.recipient.to === 'referrer').map(({ notice }) => notice.kind);
  expect(kinds).toEqual([]);
  expect(notices.map(({ notice }) => notice.kind)).not.toContain('tellReferrer');
});

it.each([
  ['typed, in other letters, beside the referrer', { namedEmail: 'CAROL@LittleAcorns.example' }],
  ['by the name and agency alone', { namedEmail: 'other@littleacorns.example' }],
])('a referrer who is also invited by hand, %s, is one person with one invitation', async (_how, over) => {
  const { reference } = await conveneInChannel(council, {
    people: {
      namedName: 'Carol Tench',
      namedRole: 'school',
      namedAgency: 'Little Acorns Nursery',
      inviteReferrer: 'true',
      ...over,
    },
  });
  const { discussion, notices } = await recordOf(council, reference);
  const carols = discussion?.invitations.filter(({ participant }) => participant.name === 'Carol Tench') ?? [];
  expect(carols).toHaveLength(1);
  expect(discussion?.referral.referrer.personId).toBe(carols[0]?.participant.personId);
  const toCarol = notices.filter(
    ({ notice: { kind, recipient } }) =>
      kind === 'invitation' && recipient.to === 'person' && recipient.personId === carols[0]?.participant.personId,
  );
  expect(toCarol).toHaveLength(1);
});

it('a referrer who was not invited and is typed by hand as present is the referrer', async () => {
  const { reference } = await conveneInChannel(council, {
    people: { inviteReferrer: 'false' },
    meeting: { time: '10:30' },
  });
  const form = await council.as('priya-shah').press(await agendaOf(council), 'Record attendance');
  await council.as('priya-shah').press(form, 'Record attendance', {
    name: 'Carol Tench',
    agency: 'Little Acorns Nursery',
    role: 'school',
    identified: 'otherwise',
    identifiedNote: 'The chair knows her',
    mode: 'phone',
    authority: 'yes',
  });
  const { discussion } = await recordOf(council, reference);
  const present = discussion?.stage === 'inSession' ? discussion.attendance : [];
  expect(present.map(({ participant }) => participant.personId)).toEqual([discussion?.referral.referrer.personId]);
});
