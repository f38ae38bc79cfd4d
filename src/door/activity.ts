/** What every activity says about where it is from, and whether that can be. */
import { z } from 'zod';

const id = z.string().min(1).max(2_000);

/** Only what is looked at here; the rest is for whoever answers it. */
const activity = z.looseObject({
  type: z.string().min(1).max(100),
  serviceUrl: z.string().max(2_000),
  channelId: z.string(),
  from: z.looseObject({ id }),
  recipient: z.looseObject({ id }),
  conversation: z.looseObject({ id, tenantId: z.string().optional() }),
});
export type Activity = z.output<typeof activity>;

/** Null for anything that Teams never sends: without a sender, a recipient or a conversation there is nobody to answer. */
export const readActivity = (body: unknown): Activity | null => activity.safeParse(body).data ?? null;

/** Null where it may come in. */
export const faultInActivity = (
  { channelId, serviceUrl }: Activity,
  mayAnswer: (serviceUrl: string) => boolean,
): 'otherChannel' | 'otherAddress' | null => {
  if (channelId !== 'msteams') return 'otherChannel';
  return mayAnswer(serviceUrl) ? null : 'otherAddress';
};
