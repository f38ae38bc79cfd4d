/**
 * What the page and the tests ask of the tenant: who is there, what each person sees, and what they do. People and
 * places are named as in `people.ts` and `places.ts`.
 */
import { Router, json } from 'express';
import type { NextFunction, Request, Response } from 'express';
import { z } from 'zod';
import type { Client } from './client.ts';
import type { Events } from './events.ts';
import { faultsShape } from './faults.ts';
import type { Faults } from './faults.ts';
import { mailRoutes } from './mailApi.ts';
import { people } from './people.ts';
import type { FictionalPerson } from './people.ts';
import { botId, botName, findPerson, nameOf, placeOf, places, placesOf } from './places.ts';
import type { Place } from './places.ts';
import { procedureRoutes, type Procedure } from './procedure.ts';
import type { Storage, StoredMessage } from './storage.ts';

interface Dependencies {
  readonly storage: Storage;
  readonly events: Events;
  readonly faults: Faults;
  readonly client: Client;
  readonly now: () => Date;
  readonly installAgain: () => void;
  /** Nobody has a place to talk, only mailboxes. */
  readonly mailOnly: boolean;
  readonly procedure: Procedure | null;
}

const sayShape = z.strictObject({
  person: z.string(),
  place: z.string(),
  text: z.string().trim().min(1).max(20_000),
  thread: z.string().nullable().default(null),
  mention: z.boolean().default(false),
  private: z.boolean().default(false),
});
const pressShape = z.strictObject({
  person: z.string(),
  message: z.string(),
  action: z.looseObject({ type: z.enum(['Action.Execute', 'Action.Submit']).default('Action.Execute') }),
  trigger: z.enum(['manual', 'automatic']).default('manual'),
});
const seenShape = z.strictObject({ person: z.string(), place: z.string(), upTo: z.string() });

/** A request the page would never make: the status and one sentence about it. */
class BadRequest extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

const personNamed = (id: unknown): FictionalPerson => {
  const person = typeof id === 'string' ? findPerson(id) : undefined;
  if (!person) throw new BadRequest(404, 'Nobody of that name is in the rehearsal.');
  return person;
};

const bodyOf = <T>(shape: z.ZodType<T>, req: Request): T => {
  const parsed = shape.safeParse(req.body);
  if (!parsed.success) throw new BadRequest(400, z.prettifyError(parsed.error));
  return parsed.data;
};

const adaptive = 'application/vnd.microsoft.card.adaptive';

export const createApi = (dependencies: Dependencies): Router => {
  const { storage, events, faults, client, installAgain, mailOnly, procedure } = dependencies;

  const placeNamed = (person: FictionalPerson, name: unknown): Place => {
    const place = typeof name === 'string' && !mailOnly ? placeOf(person, name) : undefined;
    if (!place) throw new BadRequest(404, `${person.name} is not in that place.`);
    return place;
  };

  const describePerson = (person: FictionalPerson) => ({
    ...person,
    places: (mailOnly ? [] : placesOf(person)).map((place) => ({
      place: nameOf(place),
      id: place.id,
      name: place.name,
      unread: storage.unread(place.id, person.id),
    })),
    unreadMail: storage.unreadMail(person.email),
  });

  const messagesFor = (person: FictionalPerson, place: Place) => {
    const views = storage.views(person.id);
    return storage.messagesFor(place.id, person.id).map((message) => {
      const view = views.get(message.id);
      const cards = message.attachments.filter((a) => a.contentType === adaptive).map((a) => a.content);
      return {
        ...describeMessage(message),
        cards: view ? [view.card, ...cards.slice(1)] : cards,
        viewAnsweredAt: view?.answeredAt ?? null,
      };
    });
  };

  /** The message and where it is, if this person can see it. */
  const visible = (person: FictionalPerson, messageId: string): { message: StoredMessage; place: Place } => {
    const message = storage.message(messageId);
    const place = places.find(({ id }) => id === message?.placeId);
    const sees = message && (message.onlyFor === null || message.onlyFor === person.id) && !message.deleted;
    if (!sees || !place?.members.includes(person)) {
      throw new BadRequest(404, `${person.name} cannot see that message.`);
    }
    return { message, place };
  };

  const router = Router();
  router.use(json({ limit: '1mb' }));

  if (procedure !== null) router.use('/procedure', procedureRoutes(procedure));
  router.get('/people', (_req, res) => {
    res.json({ bot: { id: botId, name: botName }, people: people.map(describePerson) });
  });
  router.get('/conversations/:person/:place', (req, res) => {
    const person = personNamed(req.params.person);
    res.json({ messages: messagesFor(person, placeNamed(person, req.params.place)) });
  });
  router.post('/say', async (req, res) => {
    const { mention, private: isPrivate, text, thread, ...who } = bodyOf(sayShape, req);
    const person = personNamed(who.person);
    const place = placeNamed(person, who.place);
    if (thread !== null && storage.message(thread)?.thread !== thread) throw new BadRequest(404, 'No such post.');
    const message = await client.say({ person, place, thread, text, mentionsBot: mention, isPrivate });
    res.json({ message: describeMessage(message) });
  });
  router.post('/press', async (req, res) => {
    const { action, trigger, ...asked } = bodyOf(pressShape, req);
    const person = personNamed(asked.person);
    const found = { person, ...visible(person, asked.message), action };
    res.json(await (action.type === 'Action.Submit' ? client.submit(found) : client.press({ ...found, trigger })));
  });
  router.post('/seen', (req, res) => {
    const asked = bodyOf(seenShape, req);
    const person = personNamed(asked.person);
    storage.markSeen(placeNamed(person, asked.place).id, person.id, asked.upTo);
    res.json({});
  });
  router.use('/mail', mailRoutes(storage, personNamed));
  router.get('/faults', (_req, res) => {
    res.json(faults.list());
  });
  router.post('/faults', (req, res) => {
    faults.add(bodyOf(faultsShape, req));
    res.json(faults.list());
  });
  router.delete('/faults', (_req, res) => {
    faults.clear();
    res.json([]);
  });
  router.post('/reset', (_req, res) => {
    storage.reset();
    faults.clear();
    installAgain();
    events.publish({ what: 'reset' });
    res.json({});
  });
  router.get('/events', (req, res) => {
    events.stream(req, res);
  });
  router.use((fault: unknown, _req: Request, res: Response, next: NextFunction) => {
    if (!(fault instanceof BadRequest)) return next(fault);
    res.status(fault.status).json({ error: fault.message });
  });
  return router;
};

const describeMessage = ({ id, thread, author, text, textFormat, createdAt, ...rest }: StoredMessage) => ({
  id,
  thread,
  author,
  text,
  textFormat,
  createdAt,
  editedAt: rest.editedAt,
  deleted: rest.deleted,
  reachedBot: rest.reachedBot,
  isPrivate: rest.onlyFor !== null,
});
