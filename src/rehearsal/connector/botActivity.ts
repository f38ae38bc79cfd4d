/** An activity the bot sends, as far as the pretend Teams reads it. */
import { z } from 'zod';

export const botActivity = z.looseObject({
  type: z.string(),
  text: z.string().nullish(),
  textFormat: z.string().nullish(),
  summary: z.string().nullish(),
  attachments: z.array(z.looseObject({ contentType: z.string(), content: z.unknown().optional() })).nullish(),
  recipient: z.looseObject({ id: z.string() }).nullish(),
});
export type BotActivity = z.infer<typeof botActivity>;

/** Messages over this many bytes of UTF-16 are refused, as Teams does. */
const maxMessageBytes = 100_000;

export const isTooBig = (activity: BotActivity): boolean => JSON.stringify(activity).length * 2 > maxMessageBytes;

/** What of it is kept and shown. */
export const contentOf = (activity: BotActivity) => ({
  text: activity.text ?? '',
  textFormat: activity.textFormat ?? 'markdown',
  attachments: activity.attachments ?? [],
  summary: activity.summary ?? null,
});
