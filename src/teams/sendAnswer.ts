/** Answers to what somebody typed: in the place they typed it, or into their own chat. They are waiting, so a full or busy channel is waited for, within bounds. */
import type { Card } from '../cards/bind.ts';
import type { SendResult, SendTeams, TeamsMessage } from '../channels/send.ts';
import { sleep } from '../channels/sleep.ts';
import type { NoticeId } from '../discussion/state/notice.ts';
import { millis, second, type Instant } from '../practice/time/instant.ts';

/** How long an answer waits for room; Teams gives a turn some fifteen seconds in all. Milliseconds. */
const patienceMs = 5 * second;

export interface PrivateAnswer {
  /** The message it answers. */
  readonly key: string;
  readonly card: Card;
  readonly summary: string;
  /** It may be there already: said on it. */
  readonly repeat: boolean;
}

/** One that may have arrived is not sent again; one that certainly has not is, for as long as somebody would wait. */
export const sendAnswer = async (
  { key, card, summary, repeat }: PrivateAnswer,
  to: TeamsMessage['to'],
  edges: { readonly sendTeams: SendTeams; readonly clock: () => Instant },
): Promise<SendResult> => {
  const id = `${key}/${to.kind === 'person' ? 'private' : 'answer'}` as NoticeId;
  const giveUpAt = millis(edges.clock()) + patienceMs;
  for (;;) {
    const sent = await edges.sendTeams({ id, to, summary, card, replaces: null, repeat });
    const again = waitFor(sent, edges.clock());
    if (again === null || millis(edges.clock()) + again > giveUpAt) return sent;
    await sleep(Math.max(again, 50), AbortSignal.timeout(patienceMs));
  }
};

/** Milliseconds until another try; null where there is none to be made. */
const waitFor = (sent: SendResult, now: Instant): number | null => {
  if (sent.result === 'full') return millis(sent.until) - millis(now);
  return sent.result === 'later' ? (sent.retryAfterMs ?? second) : null;
};
