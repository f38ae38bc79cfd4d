import { describe, expect, it } from 'vitest';
import type { Delivery, NoticeKind, TrackedNotice } from '../../src/discussion/state/notice.ts';
import { cardTurn, type CardTurn } from '../../src/outbox/cardTurn.ts';
import { aNotice, minutes } from '../store/contract/commits.ts';

const now = minutes(10);
const attempts = [] as const;
const sent = (receipt: string): Delivery => ({ status: 'sent', at: minutes(1), route: 'teams', receipt, attempts });
const owed = (at: number): Delivery => ({ status: 'owed', nextAttemptAt: minutes(at), attempts });
const sending: Delivery = { status: 'sending', leaseUntil: minutes(11), holder: 'somebody', attempts };
const shown = (receipt: string) => [{ at: minutes(1), route: 'teams', result: 'sent', detail: '', receipt } as const];
const sendingAgain: Delivery = { ...sending, attempts: shown('m1') };
const superseded: Delivery = { status: 'superseded', at: minutes(1), attempts };

/** The cards of one kind in one discussion, in the order they were owed, and where the one in hand is among them. */
const cards = (deliveries: readonly Delivery[], kind: NoticeKind = 'agendaCard'): readonly TrackedNotice[] =>
  deliveries.map((delivery, i) => ({
    reference: 'SD-1',
    version: i + 1,
    notice: aNotice(`SD-1/${i + 1}/${kind}/place`, { kind, recipient: { to: 'place' } }),
    delivery,
  }));

const soon = '2026-05-20T09:10:01.000Z';
const send = (replaces: string | null): CardTurn => ({ turn: 'send', replaces });
const wait = (until: string): object => ({ turn: 'wait', until });

describe('a card in the place where the discussion lives', () => {
  it.each<[string, readonly Delivery[], number, object]>([
    ['the first is posted', [sending], 1, send(null)],
    ['the first is posted even if a newer one waits behind it', [sending, owed(0)], 1, send(null)],
    ['the second updates the first', [sent('m1'), sending], 2, send('m1')],
    ['the third updates the first, which the second updated too', [sent('m1'), sent('m1'), sending], 3, send('m1')],
    ['one after the first was posted anew updates the new message', [sent('m1'), sent('m2'), sending], 3, send('m2')],
    ['one that is neither first nor newest is superseded', [sent('m1'), sending, owed(0)], 2, { turn: 'superseded' }],
    ['the newest waits while the first is being sent', [sending, sending], 2, wait(soon)],
    ['the newest waits until the first is tried again', [owed(30), sending], 2, wait(minutes(30))],
    ['the newest looks again soon when the first is overdue', [owed(5), sending], 2, wait(soon)],
    ['the newest waits while an update of older state is being sent', [sent('m1'), sending, sending], 3, wait(soon)],
    ['the newest does not wait for one that will be superseded', [sent('m1'), owed(30), sending], 3, send('m1')],
    ['one shown before and owed again updates its own message', [sendingAgain], 1, send('m1')],
    ['one shown before and owed again gives way to a newer one', [sendingAgain, owed(0)], 1, { turn: 'superseded' }],
    [
      'the newest updates what an older one showed',
      [{ ...superseded, attempts: shown('m1') }, sent('m1'), sending],
      3,
      send('m1'),
    ],
    [
      'the newest updates what one showed that was then owed again and overtaken',
      [{ ...superseded, attempts: shown('m1') }, sending],
      2,
      send('m1'),
    ],
    ['the first after a superseded one is posted', [superseded, sending], 2, send(null)],
    ['the first after a superseded one is posted, newer ones or not', [superseded, sending, owed(0)], 2, send(null)],
  ])('%s', (_case, deliveries, position, turn) => {
    const all = cards(deliveries);
    const claimed = all[position - 1];
    if (claimed === undefined) throw new Error('no such card');
    expect(cardTurn(claimed, all, now)).toEqual(turn);
  });

  it('cards of another kind have no part in it', () => {
    const agenda = cards([sending]);
    const others = [...cards([sent('d1'), sending, owed(0)], 'decisionCard'), ...agenda];
    const [claimed] = agenda;
    if (claimed === undefined) throw new Error('no such card');
    expect(cardTurn(claimed, others, now)).toEqual(send(null));
  });
});
