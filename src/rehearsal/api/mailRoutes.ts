/** The mailbox half of the page's interface: lists, one message's source, and its attachments. */
import { Router } from 'express';
import PostalMime from 'postal-mime';
import { attachmentsOf } from '../attachments.ts';
import type { MailStorage } from '../mailStorage.ts';
import { people } from '../people.ts';
import type { FictionalPerson } from '../fictionalPerson.ts';

/** `others` names the mailbox of every address that belongs to nobody in the cast, such as an agency's inbox. */
const othersMailbox = 'others';

export const mailRoutes = (storage: MailStorage, personNamed: (id: unknown) => FictionalPerson): Router => {
  const router = Router();

  router.get('/:person', (req, res) => {
    const mail =
      req.params.person === othersMailbox
        ? storage.mailToOthers(people.map(({ email }) => email))
        : storage.mailTo(personNamed(req.params.person).email);
    res.json({ mail });
  });
  router.post('/:person/:id/read', (req, res) => {
    storage.markRead(Number(req.params.id), personNamed(req.params.person).email);
    res.json({});
  });
  router.get('/source/:id', (req, res) => {
    const raw = storage.rawMail(Number(req.params.id));
    if (!raw) return void res.status(404).json({ error: 'There is no such message.' });
    res.type('text/plain; charset=utf-8').send(Buffer.from(raw).toString('utf8'));
  });
  router.get('/source/:id/attachments/:index', async (req, res) => {
    const raw = storage.rawMail(Number(req.params.id));
    const attached = raw && attachmentsOf(await PostalMime.parse(raw))[Number(req.params.index)];
    if (!attached) return void res.status(404).json({ error: 'There is no such attachment.' });
    res.attachment(attached.name);
    res.type(attached.type).send(attached.content);
  });
  return router;
};
