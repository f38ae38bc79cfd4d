/** Who is there, what each person sees in each place, and what they say, press and have seen. */
import { Router } from 'express';
import { z } from 'zod';
import type { FictionalPerson } from '../fictionalPerson.ts';
import { people } from '../people.ts';
import { botId, botName, placeOf, type Place } from '../places.ts';
import { BadRequest, bodyOf, messageSeenBy, personNamed, queryOf } from './asked.ts';
import type { ApiEdges } from './edges.ts';
import { conversationOf, shownMessage, shownPerson } from './shown.ts';

const newsShape = z.strictObject({ since: z.string().optional() });
const sayShape = z.strictObject({
  person: z.string(),
  place: z.string(),
  text: z.string().trim().min(1).max(20_000),
  thread: z.string().nullable().default(null),
  mention: z.boolean().default(false),
  private: z.boolean().default(false),
});
const movingShape = z.strictObject({
  person: z.string(),
  place: z.enum(['channel', 'group']),
  thread: z.string().nullable().default(null),
  event: z.enum(['join', 'leave']),
});
const pressShape = z.strictObject({
  person: z.string(),
  message: z.string(),
  action: z.looseObject({ type: z.enum(['Action.Execute', 'Action.Submit']).default('Action.Execute') }),
  trigger: z.enum(['manual', 'automatic']).default('manual'),
});
const searchShape = z.strictObject({
  person: z.string(),
  message: z.string(),
  dataset: z.string(),
  text: z.string().max(200),
});
const seenShape = z.strictObject({ person: z.string(), place: z.string(), upTo: z.string() });

export const talkingRoutes = (edges: ApiEdges): Router => {
  const { storage, client } = edges;
  const router = Router();
  router.get('/people', (_req, res) => {
    res.json({ bot: { id: botId, name: botName }, people: people.map((person) => shownPerson(person, edges)) });
  });
  router.get('/conversations/:person/:place', (req, res) => {
    const { since } = queryOf(newsShape, req);
    const person = personNamed(req.params.person);
    res.json(conversationOf(person, placeNamed(person, req.params.place, edges), since, edges));
  });
  router.post('/say', async (req, res) => {
    const { mention, private: isPrivate, text, thread, ...who } = bodyOf(sayShape, req);
    const person = personNamed(who.person);
    const place = placeNamed(person, who.place, edges);
    if (thread !== null && storage.message(thread)?.thread !== thread) throw new BadRequest(404, 'No such post.');
    const message = await client.say({ person, place, thread, text, mentionsBot: mention, isPrivate });
    res.json({ message: shownMessage(message) });
  });
  router.post('/meeting', async (req, res) => {
    const { thread, event, ...who } = bodyOf(movingShape, req);
    const person = personNamed(who.person);
    const place = placeNamed(person, who.place, edges);
    if (thread !== null && storage.message(thread)?.thread !== thread) throw new BadRequest(404, 'No such post.');
    res.json({ reachedBot: await client.move({ person, place, thread, event }) });
  });
  router.post('/press', async (req, res) => {
    const { action, trigger, ...asked } = bodyOf(pressShape, req);
    const person = personNamed(asked.person);
    const found = { person, ...messageSeenBy(person, asked.message, storage), action };
    res.json(await (action.type === 'Action.Submit' ? client.submit(found) : client.press({ ...found, trigger })));
  });
  router.post('/search', async (req, res) => {
    const { text, dataset, ...asked } = bodyOf(searchShape, req);
    const person = personNamed(asked.person);
    const found = { person, ...messageSeenBy(person, asked.message, storage), text, dataset };
    res.json({ found: await client.search(found) });
  });
  router.post('/seen', (req, res) => {
    const asked = bodyOf(seenShape, req);
    const person = personNamed(asked.person);
    storage.markSeen(placeNamed(person, asked.place, edges).id, person.id, asked.upTo);
    res.json({});
  });
  return router;
};

const placeNamed = (person: FictionalPerson, name: string, { mailOnly }: ApiEdges): Place => {
  const place = mailOnly ? undefined : placeOf(person, name);
  if (!place) throw new BadRequest(404, `${person.name} is not in that place.`);
  return place;
};
