/**
 * A store that takes nothing more, such as on a disk that is full, stops every message, the warnings that others are late
 * among them. Whoever answers for the service is then told by e-mail, past the outbox. Part of the composition root.
 */
import type { SendEmail } from '../channels/send.ts';
import type { Directory } from '../directory/directory.ts';
import { answersForService } from '../directory/reach.ts';
import type { NoticeId } from '../discussion/state/notice.ts';
import { standstillMail } from '../messages/standstill.ts';
import { hour, millis, minute, type Instant } from '../practice/time/instant.ts';
import type { Store } from '../store/store.ts';

interface Edges {
  readonly directory: Pick<Directory, 'all'>;
  readonly sendEmail: SendEmail;
  readonly clock: () => Instant;
  readonly fault: (error: unknown) => string;
}

type Outbox = Pick<Store, 'claim' | 'settle' | 'nextDue'>;

const patienceMs = 10 * minute;
const againMs = 6 * hour;

/** The same, and it says when nothing could be claimed for long. Remembered by this process alone: where else could it be? */
export const tellingOfStandstill = (store: Outbox, edges: Edges): Outbox => {
  let since: Instant | null = null;
  let toldAt: Instant | null = null;
  const isToBeTold = (from: Instant, now: Instant): boolean =>
    millis(now) - millis(from) >= patienceMs && (toldAt === null || millis(now) - millis(toldAt) >= againMs);
  return {
    ...store,
    claim: async (asked) => {
      try {
        const claimed = await store.claim(asked);
        since = null;
        toldAt = null;
        return claimed;
      } catch (error) {
        const now = edges.clock();
        since ??= now;
        if (isToBeTold(since, now)) {
          toldAt = now;
          await tell(since, edges);
        }
        throw error;
      }
    },
  };
};

/** What goes wrong in it is no reason to stop trying to send the rest. */
const tell = async (since: Instant, { directory, sendEmail, fault }: Edges): Promise<void> => {
  try {
    const email = (await answersForService(directory))?.email ?? null;
    if (email === null) throw new Error('the directory has no service manager with an e-mail address');
    const sent = await sendEmail({
      id: `standstill/${since}` as NoticeId,
      to: email,
      ...standstillMail(since),
      repeat: false,
    });
    if (sent.result !== 'sent') throw new Error(`the mail server did not take it: ${sent.result}`);
  } catch (error) {
    fault(error);
  }
};
