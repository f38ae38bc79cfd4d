/** Of what a client sent, what kind of thing it is and which button it was of: the rest is what somebody typed. */
import { z } from 'zod';

const verb = z.object({ action: z.object({ verb: z.string() }) }).transform(({ action }) => action.verb);

const activity = z.object({ type: z.unknown(), value: verb.nullable().catch(null) }).catch({ type: null, value: null });

/** Not yet to be told: a client may send anything in the place of either. */
export const activityFields = (body: unknown): Readonly<Record<string, unknown>> => {
  const { type, value } = activity.parse(body);
  return { 'activity.kind': type ?? 'other', 'activity.verb': value };
};
