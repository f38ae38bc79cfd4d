import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import type { NoticeId } from '../../src/discussion/state/notice.ts';
import { createMailer, messageIdOf, type MailerOptions } from '../../src/channels/email.ts';
import { mailPage } from '../../src/documents/mailPage.ts';
import { repeatWords, type Email, type SendResult } from '../../src/channels/send.ts';
import { start } from '../store/contract/commits.ts';
import { reply, startMailServer, type MailServer, type Misbehaviour } from './mailServer.ts';

let server: MailServer | null = null;

afterEach(async () => {
  await server?.close();
  server = null;
});

const email: Email = {
  id: 'SD-1/3/outcome/referrer' as NoticeId,
  to: 'head@school.example',
  subject: 'SD-1: what was decided',
  ...mailPage({ heading: 'Dear colleague,', lines: ['An enquiry has started – “section 47”.'], link: null }),
  repeat: false,
};

const limits = { connect: 300, silence: 500, whole: 1_000 };

const mailer = (port: number, options: Partial<MailerOptions> = {}) =>
  createMailer({
    host: '127.0.0.1',
    port,
    secure: false,
    from: 'strategy@exampleshire.gov.uk',
    auth: null,
    clock: () => start,
    limits,
    ...options,
  });

const sendTo = async (misbehaviour: Misbehaviour, options: Partial<MailerOptions> = {}): Promise<SendResult> => {
  server = await startMailServer(misbehaviour);
  return mailer(server.port, options)(email);
};

const received = () => server?.received ?? [];

describe('an e-mail that the server takes', () => {
  it('is sent, with the reply of the server as its receipt', async () => {
    expect(await sendTo({})).toEqual({ result: 'sent', receipt: expect.stringMatching(/^250 /) as string });
    expect(received().map((r) => r.to)).toEqual([['head@school.example']]);
  });

  it('has a plain and an HTML part, in any script', async () => {
    await sendTo({});
    const mail = received()[0]?.mail;
    expect(mail?.from?.address).toBe('strategy@exampleshire.gov.uk');
    expect(mail?.to?.map((to) => to.address)).toEqual(['head@school.example']);
    expect(mail?.subject).toBe(email.subject);
    expect(mail?.text?.trim()).toBe(email.text.trim());
    expect(mail?.html?.trim()).toBe(email.html);
    expect(new Date(mail?.date ?? '').toISOString()).toBe(start);
    expect(mail?.headers.find((h) => h.key === 'auto-submitted')?.value).toBe('auto-generated');
  });

  it('has the same Message-ID each time it is sent, another notice another, and none says what it is about', async () => {
    await sendTo({});
    await mailer(server?.port ?? 0)(email);
    await mailer(server?.port ?? 0)({ ...email, id: 'SD-1/3/outcome/other' as NoticeId });
    const [first, again, other] = received().map((r) => r.mail.messageId);
    expect(first).toBe(messageIdOf(email.id, 'strategy@exampleshire.gov.uk'));
    expect(first).toMatch(/^<[0-9a-f]{40}@exampleshire\.gov\.uk>$/);
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });

  it.each<[string, Partial<Email>, SendResult['result']]>([
    ['a line break in the subject', { subject: 'Outcome\r\nBcc: press@example.org' }, 'sent'],
    ['a line break in the address', { to: 'head@school.example\r\nBcc: press@example.org' }, 'closed'],
    ['a comma in the address', { to: 'head@school.example, press@example.org' }, 'closed'],
    ['angle brackets in the address', { to: 'head@school.example> <press@example.org' }, 'closed'],
  ])('goes to nobody else through %s', async (_case, change, result) => {
    server = await startMailServer();
    expect((await mailer(server.port)({ ...email, ...change })).result).toBe(result);
    expect(received().map((r) => r.to)).toEqual(result === 'sent' ? [['head@school.example']] : []);
    expect(received().flatMap((r) => r.mail.bcc ?? [])).toEqual([]);
  });
});

describe('what a failure means', () => {
  const later = (detail: string) => ({
    result: 'later',
    retryAfterMs: null,
    detail: expect.stringContaining(detail) as string,
  });
  const closed = (detail: string) => ({ result: 'closed', detail: expect.stringContaining(detail) as string });
  const unknown = {
    result: 'unknown',
    detail: 'The connection was lost before the mail server had confirmed the message',
  };
  const never = new Promise<never>(() => undefined);

  it.each<[string, Misbehaviour, object]>([
    ['greylisted', { onRcptTo: (_a, _s, done) => done(reply(451, '4.7.1 Greylisted')) }, later('451 4.7.1 Greylisted')],
    ['mailbox full for now', { onMessage: () => Promise.resolve(reply(452, 'Full')) }, later('452 Full')],
    [
      'no such mailbox',
      { onRcptTo: (_a, _s, done) => done(reply(550, '5.1.1 No such user')) },
      closed('550 5.1.1 No such user'),
    ],
    [
      'no such mailbox, without the address the server repeats',
      { onRcptTo: (_a, _s, done) => done(reply(550, '5.1.1 <head@school.example>: Recipient rejected')) },
      { result: 'closed', detail: 'The mail server refused the message: 550 5.1.1 (address): Recipient rejected' },
    ],
    ['message refused', { onMessage: () => Promise.resolve(reply(554, 'Refused')) }, closed('554 Refused')],
    ['server closing', { onRcptTo: (_a, _s, done) => done(reply(421, 'Closing')) }, later('421 Closing')],
    ['too busy to greet', { onConnect: (_s, done) => done(reply(421, 'Busy')) }, later('421')],
    ['our address refused', { onMailFrom: (_a, _s, done) => done(reply(550, 'Not yours')) }, later('550 Not yours')],
    ['sign-in wanted', { authOptional: false }, later('530')],
    ['lost after the message', { onMessage: (drop) => (drop(), never) }, unknown],
    ['no answer after the message', { onMessage: () => never }, unknown],
    ['no answer before the message', { onRcptTo: () => undefined }, later('did not answer')],
  ])('%s', async (_case, misbehaviour, result) => {
    expect(await sendTo(misbehaviour)).toEqual(result);
  });

  it('a wrong password is ours to put right, so the notice waits', async () => {
    const refuse: Misbehaviour = {
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => done(reply(535, 'Bad password')),
    };
    expect(await sendTo(refuse, { auth: { user: 'u', password: 'p' } })).toEqual(later('535 Bad password'));
    expect(received()).toEqual([]);
  });

  it('nobody listening', async () => {
    server = await startMailServer();
    const { port } = server;
    await server.close();
    server = null;
    expect(await mailer(port)(email)).toEqual(later('could not be reached'));
  });

  it('a server that keeps the line busy and never comes to the point', async () => {
    const drip = createServer((socket) => {
      const timer = setInterval(() => socket.write('220-still here\r\n'), 50);
      socket.on('error', () => undefined).on('close', () => clearInterval(timer));
    });
    drip.listen(0, '127.0.0.1');
    await once(drip, 'listening');
    const begun = performance.now();
    expect(await mailer((drip.address() as AddressInfo).port)(email)).toEqual(later('did not answer'));
    expect(performance.now() - begun).toBeLessThan(limits.whole + 500);
    drip.close();
  });
});

describe('an e-mail that may be a repeat', () => {
  it('says so to its reader, in both parts, and has the Message-ID of the first', async () => {
    server = await startMailServer();
    const send = mailer(server.port);
    await send(email);
    await send({ ...email, repeat: true });
    const [first, second] = received().map(({ mail }) => mail);
    expect(second?.messageId).toBe(first?.messageId);
    expect([first?.text, first?.html].join()).not.toContain('before');
    expect(second?.text).toContain(repeatWords);
    expect(second?.html).toContain(repeatWords);
  });
});

describe('encryption', () => {
  // 0.0.0.0 reaches this machine without being one of its loopback names, so it stands for any other server.
  it.each([
    ['a server that offers none', ['STARTTLS']],
    ['a server whose certificate nobody vouches for', []],
  ])('nothing is sent in the clear to %s', async (_case, disabledCommands) => {
    let contacted = false;
    const onConnect: Misbehaviour['onConnect'] = (_session, done) => {
      contacted = true;
      done();
    };
    const result = await sendTo({ disabledCommands, onConnect }, { host: '0.0.0.0' });
    expect(result.result).toBe('later');
    expect(contacted).toBe(true);
    expect(received()).toEqual([]);
  });
});
