/** What somebody asked of the bot, from the activity that Teams sends it. */
import { z } from 'zod';

export const turnKinds = ['convene', 'show', 'list', 'information', 'attendance', 'decision', 'other'] as const;
export type TurnKind = (typeof turnKinds)[number];

const activity = z.looseObject({
  type: z.string(),
  text: z.string().optional(),
  value: z
    .object({ action: z.object({ verb: z.string() }) })
    .optional()
    .catch(undefined),
});

const verbs: readonly (readonly [beginning: string, kind: TurnKind])[] = [
  ['convene.', 'convene'],
  ['information.', 'information'],
  ['attend', 'attendance'],
  ['decision.', 'decision'],
];

/** Null where nobody asked: that the bot was installed somewhere, or somebody joined. */
export const turnKindOf = (body: Buffer): TurnKind | null => {
  const { type, value, text = '' } = activity.parse(JSON.parse(body.toString()));
  if (type !== 'message' && type !== 'invoke') return null;
  const verb = value?.action.verb;
  if (verb !== undefined) return verbs.find(([beginning]) => verb.startsWith(beginning))?.[1] ?? 'other';
  const [, typed] = /\/strategy\b ?(\w*)/.exec(text) ?? [];
  if (typed === '') return 'convene';
  return typed === 'show' || typed === 'list' ? typed : 'other';
};
