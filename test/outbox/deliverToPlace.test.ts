import { describe, expect, it } from 'vitest';
import type { Notice, TrackedNotice } from '../../src/discussion/state/notice.ts';
import type { SendResult } from '../../src/channels/send.ts';
import { aNotice, minutes } from '../store/contract/commits.ts';
import { blocked, busy, card, lost, now, sent, step, tried } from './deliveryStep.ts';
describe('a card in the place of the discussion', () => {
  const agenda = (version: number): Notice =>
    aNotice(`SD-1/${version}/agendaCard/place`, { kind: 'agendaCard', recipient: { to: 'place' } });
  const posted: TrackedNotice = {
    reference: 'SD-1',
    version: 1,
    notice: agenda(1),
    delivery: { status: 'sent', at: now, route: 'teams', receipt: 'm1', attempts: [] },
  };

  it('is posted the first time', async () => {
    const { settlement, asked } = await step(agenda(1), { answers: [sent] });
    const to = { kind: 'conversation', conversation: 'place of the state of SD-1' };
    expect(asked).toEqual([{ id: agenda(1).id, to, ...card, replaces: null, repeat: false }]);
    expect(settlement).toMatchObject({ status: 'sent', receipt: 'm1' });
  });

  it('updates the posted message afterwards, and remembers which one it was', async () => {
    const answers = [{ result: 'sent', receipt: 'whatever the channel says' } as const];
    const { settlement, asked } = await step(agenda(2), { answers, siblings: [posted] });
    expect(asked).toMatchObject([{ replaces: 'm1' }]);
    expect(settlement).toMatchObject({ status: 'sent', receipt: 'm1' });
  });

  it('is posted anew when the message to update is gone', async () => {
    const gone: SendResult = { result: 'closed', detail: 'Teams answered 404 ActivityNotFoundInConversation' };
    const answers = [gone, { result: 'sent', receipt: 'm2' } as const];
    const { settlement, asked } = await step(agenda(2), { answers, siblings: [posted] });
    expect(asked).toMatchObject([{ replaces: 'm1' }, { replaces: null }]);
    expect(settlement).toMatchObject({ status: 'sent', receipt: 'm2' });
    expect(settlement.attempts.map((a) => a.result)).toEqual(['closed', 'sent']);
  });

  it('is not tried at the message that is gone again, where there was no room for a new one', async () => {
    const gone: SendResult = { result: 'closed', detail: 'Teams answered 404', gone: true };
    const first = await step(agenda(2), { answers: [gone, { result: 'full', until: minutes(1) }], siblings: [posted] });
    expect(first.settlement).toMatchObject({ status: 'owed', nextAttemptAt: minutes(1) });
    const second = await step(agenda(2), { answers: [sent], attempts: first.settlement.attempts, siblings: [posted] });
    expect(second.asked).toMatchObject([{ replaces: null }]);
  });

  it('is owed at once where the place itself is gone, and goes to the next one', async () => {
    const nowhere: SendResult = { result: 'closed', detail: 'Teams answered 404 ConversationNotFound', gone: true };
    const { settlement, gone } = await step(agenda(1), { answers: [nowhere] });
    expect(gone).toEqual(['place of the state of SD-1']);
    expect(settlement).toMatchObject({ status: 'owed', nextAttemptAt: now });
  });

  it('in somebody’s own chat, which is gone as well, is tried again hours later', async () => {
    const nowhere: SendResult = { result: 'closed', detail: 'Teams answered 403', gone: true };
    const placeOf = () => Promise.resolve({ kind: 'person', tenantId: 'tenant', userId: 'user' } as const);
    const { settlement, gone } = await step(agenda(1), { answers: [nowhere], edges: { placeOf } });
    expect(gone).toEqual([]);
    expect(settlement).toMatchObject({ status: 'owed', nextAttemptAt: minutes(360) });
  });

  it('waits its turn without counting as an attempt', async () => {
    const delivery = { status: 'owed', nextAttemptAt: minutes(3), attempts: [] } as const;
    const { settlement, asked } = await step(agenda(2), { siblings: [{ ...posted, delivery }] });
    expect(asked).toEqual([]);
    expect(settlement).toEqual({ status: 'owed', nextAttemptAt: minutes(3), attempts: [] });
  });

  it('is tried again when Teams is busy, and never given up: nobody could be telephoned instead', async () => {
    const attempts = Array.from({ length: 100 }, () => tried('teams', 'later', 'Teams answered 503'));
    const { settlement } = await step(agenda(1), { answers: [busy], attempts });
    expect(settlement).toMatchObject({ status: 'owed', nextAttemptAt: minutes(15) });
    expect(settlement.attempts).toHaveLength(50);
  });

  it('is posted again, marked as a possible repeat, when nobody knows whether it was posted; then at most once an hour', async () => {
    const first = await step(agenda(1), { answers: [lost] });
    expect(first.settlement.status).toBe('maybe');
    const second = await step(agenda(1), { answers: [lost], attempts: first.settlement.attempts });
    expect(second.asked.map((m) => m.repeat)).toEqual([true]);
    expect(second.settlement).toMatchObject({ status: 'maybe', nextAttemptAt: minutes(60) });
  });

  it('is simply updated again when nobody knows whether the update arrived', async () => {
    const { settlement } = await step(agenda(2), { answers: [lost], siblings: [posted] });
    expect(settlement.status).toBe('owed');
    const again = await step(agenda(2), { answers: [sent], siblings: [posted], attempts: settlement.attempts });
    expect(again.asked).toMatchObject([{ replaces: 'm1', repeat: false }]);
  });

  it('is tried a few times a day where the bot has been thrown out', async () => {
    const { settlement } = await step(agenda(1), { answers: [blocked] });
    expect(settlement).toMatchObject({ status: 'owed', nextAttemptAt: minutes(360) });
  });

  it('is not sent when there is nothing to show any more', async () => {
    const edges = { cardFor: () => Promise.resolve('superseded' as const) };
    const { settlement } = await step(agenda(1), { edges });
    expect(settlement.status).toBe('superseded');
  });
});
