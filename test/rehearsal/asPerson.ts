/** Doing what a person does on the page, by the calls the page makes. */
import { z } from 'zod';
import type { ToyTenant } from './toyBot.ts';

const message = z.looseObject({
  id: z.string(),
  thread: z.string().nullable(),
  author: z.string(),
  text: z.string(),
  editedAt: z.string().nullable(),
  deleted: z.boolean(),
  reachedBot: z.boolean().nullable(),
  isPrivate: z.boolean(),
  cards: z.array(z.looseObject({ body: z.array(z.looseObject({ text: z.string().optional() })) })).default([]),
});
const mail = z.looseObject({
  id: z.number(),
  messageId: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string().nullable(),
  recipients: z.array(z.string()),
  attachments: z.array(z.looseObject({ name: z.string(), type: z.string() })),
  read: z.boolean(),
});
export type SeenMessage = z.infer<typeof message>;

export type SeenPlace = 'channel' | 'group' | 'chat';

const ask = async (tenant: ToyTenant, path: string, init?: RequestInit): Promise<unknown> => {
  const answer = await fetch(`${tenant.origin}/rehearsal/api/${path}`, init);
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  return answer.json();
};
const post = (tenant: ToyTenant, path: string, body: unknown) =>
  ask(tenant, path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

/** Everything one person can do and see. */
export const asPerson = (tenant: ToyTenant, person: string) => ({
  sees: async (place: SeenPlace): Promise<SeenMessage[]> =>
    z.object({ messages: z.array(message) }).parse(await ask(tenant, `conversations/${person}/${place}`)).messages,
  /** The words of what a person sees, whether typed or on a card. */
  reads: async (place: SeenPlace): Promise<string[]> => {
    const { messages } = z
      .object({ messages: z.array(message) })
      .parse(await ask(tenant, `conversations/${person}/${place}`));
    return messages.map(({ text, cards }) => cards[0]?.body[0]?.text ?? text);
  },
  says: async (place: SeenPlace, text: string, how: Record<string, unknown> = {}): Promise<SeenMessage> =>
    z.object({ message }).parse(await post(tenant, 'say', { person, place, text, ...how })).message,
  presses: (messageId: string, action: Record<string, unknown>, trigger: 'manual' | 'automatic' = 'manual') =>
    post(tenant, 'press', { person, message: messageId, action, trigger }),
  mail: async () => z.object({ mail: z.array(mail) }).parse(await ask(tenant, `mail/${person}`)).mail,
});

export const switchOn = (tenant: ToyTenant, ...faults: Record<string, unknown>[]) => post(tenant, 'faults', faults);
export const clearFaults = (tenant: ToyTenant) => ask(tenant, 'faults', { method: 'DELETE' });
export const faultsLeft = (tenant: ToyTenant) => ask(tenant, 'faults');
export const reset = (tenant: ToyTenant) => post(tenant, 'reset', {});
