import { describe, expect, it } from 'vitest';
import { namedPersonId } from '../../../src/discussion/state/namedPerson.ts';
import {
  escalationId,
  kindOf,
  noticeId,
  recipientOf,
  referenceOf,
  versionOf,
} from '../../../src/discussion/state/noticeId.ts';
import type { NoticeId, Recipient } from '../../../src/discussion/state/notice.ts';
import { personId } from '../../../src/discussion/state/people.ts';
import { instant } from '../../../src/practice/time/instant.ts';
import { decisionDraftId, referenceOfDraft } from '../../../src/store/draftId.ts';

const at = instant('2026-09-15T09:00:00.000Z');
const owing = { reference: 'SD-ABC234', version: 3 };
const chair: Recipient = { to: 'person', personId: personId('chair') };

describe('the id of a notice, which is stored, sent and signed as it is', () => {
  it.each<[string, NoticeId, string]>([
    [
      'to a person has their id',
      noticeId(owing, { kind: 'outcome', recipient: chair, owedAt: at }),
      'SD-ABC234/3/outcome/chair',
    ],
    [
      'to the referrer says so',
      noticeId(owing, { kind: 'outcome', recipient: { to: 'referrer' }, owedAt: null }),
      'SD-ABC234/3/outcome/referrer',
    ],
    [
      'of a digest has when it is owed, for there may be several',
      noticeId(owing, { kind: 'overdueDigest', recipient: chair, owedAt: at }),
      'SD-ABC234/3/overdueDigest/chair/2026-09-15T09:00:00.000Z',
    ],
    ['of an escalation has its deadline', escalationId(owing, at), 'SD-ABC234/3/escalation/2026-09-15T09:00:00.000Z'],
  ])('%s', (_case, id, text) => {
    expect(id).toBe(text);
    expect([referenceOf(id), versionOf(id)]).toEqual(['SD-ABC234', 3]);
  });

  it('can be read', () => {
    const id = noticeId(owing, { kind: 'agendaCard', recipient: { to: 'place' }, owedAt: null });
    expect([kindOf(id), recipientOf(id)]).toEqual(['agendaCard', 'place']);
  });
});

it('somebody named for one discussion has an id with its reference', () => {
  expect(namedPersonId('SD-ABC234', 'invited', 'n0nce')).toBe('SD-ABC234:invited:n0nce');
});

it('a half-filled form is found by the reference of its discussion', () => {
  expect(decisionDraftId('SD-ABC234', 1, 0)).toBe('SD-ABC234:decision:1');
  expect(decisionDraftId('SD-ABC234', 1, 2)).toBe('SD-ABC234:decision:1:2');
  expect(referenceOfDraft('SD-ABC234:decision:1')).toBe('SD-ABC234');
  expect(referenceOfDraft('SD-ABC234')).toBe('SD-ABC234');
});
