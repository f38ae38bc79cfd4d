/** Activities as Teams delivers them, straight to the bot's endpoint: also such as no client of ours would send. */
import { executeActivity, messageActivity, searchActivity, type Activity } from '../../src/rehearsal/activity.ts';
import type { FictionalPerson } from '../../src/rehearsal/fictionalPerson.ts';
import { outsider, people } from '../../src/rehearsal/people.ts';
import { channel, groupChat, type Place } from '../../src/rehearsal/places.ts';
import type { Council } from '../journey/council.ts';

export { channel, groupChat, outsider };

export const personNamed = (id: string): FictionalPerson => {
  const found = people.find((p) => p.id === id);
  if (found === undefined) throw new Error(`nobody in the cast is ${id}`);
  return found;
};

/** Somebody with an account in the council's tenant who is in nobody's directory. */
export const newcomer: FictionalPerson = {
  ...personNamed('priya-shah'),
  id: 'newcomer',
  name: 'New Starter',
  teams: {
    tenantId: personNamed('priya-shah').teams?.tenantId ?? '',
    userId: '0f0f0f0f-1111-4222-8333-444444444444',
    mri: '29:newcomer',
  },
};

const setting = ({ origin }: Council) => ({
  serviceUrl: `${origin}/rehearsal/connector`,
  now: new Date('2026-09-15T09:00:00Z'),
});
let count = 0;

export const said = (
  council: Council,
  person: FictionalPerson,
  text: string,
  how: { readonly place?: Place; readonly mention?: boolean; readonly targeted?: boolean; readonly id?: string } = {},
): Activity => {
  count += 1;
  const id = how.id ?? `said-${count}`;
  return messageActivity(setting(council), {
    id,
    person,
    place: how.place ?? channel,
    thread: how.place === undefined || how.place.kind === 'channel' ? id : null,
    text,
    mentionsBot: how.mention ?? false,
    isPrivate: how.targeted ?? false,
  });
};

export const pressed = (
  council: Council,
  person: FictionalPerson,
  action: Activity,
  trigger: 'manual' | 'automatic' = 'manual',
): Activity => {
  count += 1;
  const use = { id: `f:press-${count}`, person, place: channel, thread: 'root', messageId: 'root' };
  return executeActivity(setting(council), use, action, trigger);
};

/** Somebody types into a list on a card that can be searched. */
export const searched = (council: Council, person: FictionalPerson, dataset: string, text: string): Activity => {
  count += 1;
  const use = { id: `f:search-${count}`, person, place: channel, thread: 'root', messageId: 'root' };
  return searchActivity(setting(council), use, { text, dataset });
};

export interface Answered {
  readonly status: number;
  readonly body: unknown;
}

export const deliver = async ({ origin }: Council, activity: unknown): Promise<Answered> => {
  const answer = await fetch(`${origin}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(activity),
  });
  const text = await answer.text();
  return { status: answer.status, body: text === '' ? null : (JSON.parse(text) as unknown) };
};
