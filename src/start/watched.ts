/** The parts through which everything passes, each saying on the log what went through it: see `LOG_LEVEL=debug`. */
import { z } from 'zod';
import type { Conduct } from '../conduct/conduct.ts';
import type { Store } from '../store/store.ts';
import type { Log } from './log.ts';

/** Says which commands changed a discussion and which were refused. */
export const watchedConduct = (conduct: Conduct, log: Log): Conduct => ({
  ...conduct,
  get practice() {
    return conduct.practice;
  },
  act: async (request) => {
    const acted = await conduct.act(request);
    const what = { reference: request.reference, command: request.command.kind, by: request.actor.personId };
    if (acted.result === 'refused') log({ what: 'refusal', ...what, code: acted.refusal.code });
    else log({ what: 'command', ...what, repeated: acted.repeated });
    return acted;
  },
});

type Outbox = Pick<Store, 'claim' | 'settle' | 'nextDue'>;

/** Says what became of each notice that was claimed. */
export const watchedOutbox = (store: Outbox, log: Log): Outbox => ({
  ...store,
  settle: async (claimed, delivery) => {
    const settled = await store.settle(claimed, delivery);
    log({ what: 'notice', noticeId: claimed.notice.id, status: delivery.status, settled });
    return settled;
  },
});

const text = z.string().nullable().catch(null);
/** Of what a client sent, only what kind of thing it is: the rest is what somebody typed. */
const activitySchema = z.object({
  id: text,
  type: z.string().catch('unreadable'),
  name: text,
  value: z
    .object({ action: z.object({ verb: text }).catch({ verb: null }) })
    .transform(({ action }) => action.verb)
    .catch(null),
});

/** Says that an activity came in, and which button it was of. */
export const logActivity = (body: unknown, log: Log): void => {
  const { id, type, name, value } = activitySchema.parse(body);
  log({ what: 'activity', activity: id, type, name, verb: value });
};
