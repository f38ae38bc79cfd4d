/** Answers for the asker alone: into their own chat, whatever the place they asked in. */
import type { Card } from '../cards/bind.ts';
import type { SendResult, SendTeams } from '../channels/send.ts';
import { sleep } from '../channels/sleep.ts';
import type { NoticeId } from '../discussion/state/notice.ts';
import { millis, type Instant } from '../practice/time/instant.ts';
import type { Account } from './who.ts';

/** How long an answer waits for room in somebody's chat; Teams gives a turn some fifteen seconds in all. Milliseconds. */
const patienceMs = 5_000;

export interface PrivateAnswer {
  /** The message it answers. */
  readonly key: string;
  readonly card: Card;
  readonly summary: string;
}

/** Whoever asked is waiting: where their chat is full for the moment, the answer waits for room rather than be lost. */
export const sendPrivately = async (
  { key, card, summary }: PrivateAnswer,
  account: Account,
  edges: { readonly sendTeams: SendTeams; readonly clock: () => Instant },
): Promise<SendResult> => {
  const id = `${key}/private` as NoticeId;
  const to = { kind: 'person', ...account } as const;
  const giveUpAt = millis(edges.clock()) + patienceMs;
  for (;;) {
    const sent = await edges.sendTeams({ id, to, summary, card, replaces: null, repeat: false });
    if (sent.result !== 'full' || millis(sent.until) > giveUpAt) return sent;
    await sleep(Math.max(millis(sent.until) - millis(edges.clock()), 50), AbortSignal.timeout(patienceMs));
  }
};
