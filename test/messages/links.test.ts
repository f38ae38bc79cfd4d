import { expect, it } from 'vitest';
import type { Notice, NoticeId } from '../../src/discussion/state/notice.ts';
import { personId } from '../../src/discussion/state/people.ts';
import { catalogue } from '../../src/messages/catalogue.ts';
import { fingerprintOf, linkToken, readToken } from '../../src/messages/links.ts';
import { instant } from '../../src/practice/time/instant.ts';

const secret = 'a secret of thirty-two characters';
const invitation: Notice = {
  id: 'SD-ABC234/3/invitation/carol-tench' as NoticeId,
  kind: 'invitation',
  recipient: { to: 'person', personId: personId('carol-tench') },
  rule: null,
  owedAt: instant('2026-09-15T10:00:00+01:00'),
  deadline: instant('2026-09-16T14:00:00+01:00'),
};
const token = linkToken(invitation, 'reply', secret);

it('what was signed is read back, and works until twelve hours after the meeting begins', () => {
  expect(readToken(token, secret)).toEqual({
    reference: 'SD-ABC234',
    version: 3,
    fingerprint: fingerprintOf(invitation.id),
    purpose: 'reply',
    expiresAt: instant('2026-09-17T02:00:00+01:00'),
  });
});

it('a link names nobody', () => {
  expect(token).not.toContain('carol');
});

it.each<[string, string]>([
  ['signed with another secret', linkToken(invitation, 'reply', `${secret}!`)],
  ['for another purpose', token.replace('.reply.', '.outcome.')],
  ['for another discussion', token.replace('SD-ABC234', 'SD-ABC235')],
  ['for another commit', token.replace('.3.', '.4.')],
  ['without its signature', token.slice(0, token.lastIndexOf('.'))],
  ['with more after it', `${token}A`],
  ['empty', ''],
])('a token %s is not ours', (_name, altered) => {
  expect(altered).not.toBe(token);
  expect(readToken(altered, secret)).toBeNull();
});

it('an outcome can be answered for four weeks', () => {
  const outcome = { ...invitation, kind: 'outcome' as const };
  expect(readToken(linkToken(outcome, 'outcome', secret), secret)?.expiresAt).toBe(
    instant('2026-10-13T10:00:00+01:00'),
  );
});

it('only messages that ask something carry a link', () => {
  const { invitation: invited, outcome, howToChase, stoodDown, followUp, childSeenDue } = catalogue;
  expect([invited.link, outcome.link, howToChase.link]).toEqual(['reply', 'outcome', 'chase']);
  expect([stoodDown.link, followUp.link, childSeenDue.link]).toEqual([null, null, null]);
});
