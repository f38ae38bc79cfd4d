import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { asPerson, clearFaults, reset, switchOn } from './asPerson.ts';
import { silent, startToyTenant } from './toyBot.ts';
import type { ToyTenant } from './toyBot.ts';

let tenant: ToyTenant;

beforeAll(async () => {
  tenant = await startToyTenant(silent);
});
afterAll(() => tenant.close());
beforeEach(async () => {
  await clearFaults(tenant);
  await reset(tenant);
});

const send = (more: Record<string, unknown> = {}) =>
  createTransport({ host: '127.0.0.1', port: tenant.rehearsal.smtpPort, secure: false, socketTimeout: 2_000 }).sendMail(
    {
      from: 'strategy@exampleshire.gov.uk',
      to: 'carol@littleacorns.example',
      subject: 'The outcome of your referral – SD-1',
      text: 'Dear Carol',
      ...more,
    },
  );
const carol = () => asPerson(tenant, 'carol-tench');

describe('mail', () => {
  it('is in the recipient’s mailbox as it was sent', async () => {
    await send({
      messageId: '<n-1@exampleshire.gov.uk>',
      html: '<p>Dear Carol</p>',
      attachments: [{ filename: 'meeting.ics', contentType: 'text/calendar', content: 'BEGIN:VCALENDAR\n' }],
    });
    expect(await carol().mail()).toMatchObject([
      {
        messageId: '<n-1@exampleshire.gov.uk>',
        subject: 'The outcome of your referral – SD-1',
        text: 'Dear Carol\n',
        html: '<p>Dear Carol</p>\n',
        attachments: [{ name: 'meeting.ics', type: 'text/calendar' }],
        read: false,
      },
    ]);
  });

  it('is in every recipient’s mailbox, and in nobody else’s', async () => {
    await send({ to: ['carol@littleacorns.example', 'TOM.REYES@exampleshire.police.uk'] });
    const counts = await Promise.all(
      ['carol-tench', 'tom-reyes', 'grace-mensah'].map(async (id) => (await asPerson(tenant, id).mail()).length),
    );
    expect(counts).toEqual([1, 1, 0]);
  });

  it('to an address of nobody in the cast is kept apart', async () => {
    await send({ to: 'health.inbox@exampleshire.nhs.net' });
    expect(await asPerson(tenant, 'others').mail()).toMatchObject([
      { recipients: ['health.inbox@exampleshire.nhs.net'] },
    ]);
  });

  it('can be had as its source, and its attachments as files', async () => {
    await send({
      attachments: [{ filename: 'meeting.ics', contentType: 'text/calendar', content: 'BEGIN:VCALENDAR\n' }],
    });
    const [mail] = await carol().mail();
    const source = `${tenant.origin}/rehearsal/api/mail/source/${mail?.id ?? ''}`;
    expect(await (await fetch(source)).text()).toMatch(/^From: strategy@exampleshire\.gov\.uk/);
    const file = await fetch(`${source}/attachments/0`);
    expect(file.headers.get('content-disposition')).toBe('attachment; filename=meeting.ics');
    expect(await file.text()).toBe('BEGIN:VCALENDAR\n');
  });
});

it('a calendar that is in a message twice, to be shown and to be kept, is attached once', async () => {
  await send({
    icalEvent: { method: 'REQUEST', filename: 'meeting.ics', content: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' },
  });
  const [mail] = await carol().mail();
  expect(mail?.attachments).toMatchObject([{ name: 'meeting.ics', type: 'text/calendar' }]);
  const file = await fetch(`${tenant.origin}/rehearsal/api/mail/source/${mail?.id ?? ''}/attachments/0`);
  expect(file.headers.get('content-disposition')).toBe('attachment; filename=meeting.ics');
});

describe('the mail server fails as mail servers do', () => {
  it.each([
    ['refusing the recipient for now', { kind: 'smtpRefusal', at: 'rcpt', code: 450 }, { responseCode: 450 }, 0],
    ['refusing the recipient for good', { kind: 'smtpRefusal', at: 'rcpt', code: 550 }, { responseCode: 550 }, 0],
    ['refusing the message for now', { kind: 'smtpRefusal', at: 'data', code: 451 }, { responseCode: 451 }, 0],
    ['refusing the message for good', { kind: 'smtpRefusal', at: 'data', code: 554 }, { responseCode: 554 }, 0],
    ['cutting the connection before taking it', { kind: 'smtpReset' }, {}, 0],
    ['cutting the connection after taking it', { kind: 'smtpReset', afterDelivery: true }, {}, 1],
    ['taking longer than the sender waits', { kind: 'smtpDelay', ms: 2_600 }, {}, 0],
  ])('%s', async (_case, fault, failure, arrived) => {
    await switchOn(tenant, { ...fault, times: 1 });
    await expect(send()).rejects.toMatchObject(failure);
    expect(await carol().mail()).toHaveLength(arrived);
  });

  it('for one recipient and not another', async () => {
    await switchOn(tenant, { kind: 'smtpRefusal', at: 'rcpt', code: 550, person: 'carol-tench' });
    const sent = await send({ to: ['carol@littleacorns.example', 'sam.whitlock@exampleshire.police.uk'] });
    expect(sent.rejected).toEqual(['carol@littleacorns.example']);
    expect(await asPerson(tenant, 'sam-whitlock').mail()).toHaveLength(1);
  });
});
