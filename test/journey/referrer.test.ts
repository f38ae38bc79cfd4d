import { afterEach, beforeEach, expect, it } from 'vitest';
import { conveneInChannel } from './convening.ts';
import { startCouncil, type Council } from './council.ts';
import { recordOf } from './record.ts';

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
