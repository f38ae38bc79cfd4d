/** What a press carries: our own data beside what was typed, as the client sent them, and so not to be believed. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Press } from './edges.ts';

/** A press that none of our cards can have sent. */
export class UnreadablePress extends Error {
  override readonly name = 'UnreadablePress';
}

/** What a card of ours carries in its buttons, beside what was typed. Throws {@link UnreadablePress}. */
export const carriedBy = <S extends z.ZodType>(schema: S, press: Press): z.output<S> => {
  const read = schema.safeParse(press.data);
  if (!read.success) throw new UnreadablePress(`${press.verb} came without what our cards carry`);
  return read.data;
};

const header = z.object({ reference: z.string().max(40), nonce: z.string().max(100).optional() });

export const readHeader = (press: Press): { reference: string; nonce: string } => {
  const { reference, nonce } = carriedBy(header, press);
  return { reference, nonce: nonce ?? '' };
};

/** What identifies a submission: the same form sent again, however often and under whatever activity id, is one. */
export const commandKey = (press: Press): string => {
  const form = Object.keys(press.data)
    .sort()
    .map((name) => [name, press.data[name]]);
  const text = JSON.stringify([press.verb, press.who.actor.personId, form]);
  return createHash('sha256').update(text).digest('hex');
};

/** The strings a form sent, for showing it again; anything that is not text is dropped. */
export const asTyped = (data: Press['data']): Record<string, string> =>
  Object.fromEntries(Object.entries(data).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
