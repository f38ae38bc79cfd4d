/**
 * All that can be told to a collector besides numbers and times. A key that is not listed is dropped, and a value that is
 * not as its key wants it is not told (docs/decisions/011). Neither ids of people nor references of discussions are here:
 * a collector may be somebody else’s.
 */
import { z } from 'zod';
import { id } from './id.ts';

/** As Teams names them. The sender could write anything there. */
const kinds = [
  'message',
  'messageUpdate',
  'invoke',
  'event',
  'conversationUpdate',
  'installationUpdate',
  'other',
] as const;

/** The worst last: of a turn, the worst that happened in it is told. */
export const outcomes = ['answered', 'refused', 'turnedAway', 'fault'] as const;
export type Outcome = (typeof outcomes)[number];

/** Where in the program, without the names of functions or of folders above it. */
const place = /(?:src|node_modules)\/[\w@./-]+\.[cm]?[jt]s:\d+:\d+(?=\)?$)/;
const frames = z
  .array(z.string())
  .transform((all) => all.flatMap((frame) => place.exec(frame)?.[0] ?? []).join('\n'))
  .catch('');

const rulesWith = (verbOf: (sent: string) => string | null): Readonly<Record<string, z.ZodType<string | boolean>>> => ({
  'activity.kind': z.enum(kinds).catch('other'),
  'activity.verb': z
    .string()
    .transform((sent) => verbOf(sent) ?? 'other')
    .catch('other'),
  outcome: z.enum(outcomes),
  'store.operation': z.string().regex(/^(store|conversations|drafts|directory)\.[a-zA-Z]{1,30}$/),
  'limit.of': z.enum(['ours', 'teams']),
  'fault.name': id,
  'fault.code': id,
  'fault.reference': z.string().regex(/^[0-9a-f]{8}$/),
  'fault.frames': frames,
  'command.kind': id,
  'command.repeated': z.boolean(),
  'refusal.code': id,
  'turnedAway.why': id,
  'notice.status': id,
  'notice.settled': id,
  'leaver.part': id,
  signal: id,
});

type Attributes = Readonly<Record<string, string | boolean>>;
/** What may be told of these. */
export type Allowed = (fields: Readonly<Record<string, unknown>>) => Attributes;

export const allowedWith = (verbOf: (sent: string) => string | null): Allowed => {
  const rules = rulesWith(verbOf);
  return (fields) =>
    Object.fromEntries(
      Object.entries(fields).flatMap(([key, value]) => {
        const rule = Object.hasOwn(rules, key) && value != null ? rules[key] : undefined;
        const read = rule?.safeParse(value);
        return read?.success === true ? [[key, read.data]] : [];
      }),
    );
};
