/**
 * What the page and the tests ask of the tenant: who is there, what each person sees, and what they do. People and
 * places are named as in `people.ts` and `places.ts`.
 */
import { Router, json } from 'express';
import { clockRoutes, type MovableClock } from '../clock.ts';
import type { Events } from '../events.ts';
import type { Faults } from '../faults.ts';
import { procedureRoutes, type Procedure } from '../procedure.ts';
import { answerBadRequest, personNamed } from './asked.ts';
import type { ApiEdges } from './edges.ts';
import { faultRoutes } from './faultRoutes.ts';
import { mailRoutes } from './mailRoutes.ts';
import { talkingRoutes } from './talkingRoutes.ts';

export const createApi = (
  edges: ApiEdges & {
    readonly events: Events;
    readonly faults: Faults;
    readonly installAgain: () => void;
    readonly procedure: Procedure | null;
    readonly clock: MovableClock | null;
  },
): Router => {
  const { storage, events, faults, installAgain, procedure, clock } = edges;
  const router = Router();
  router.use(json({ limit: '1mb' }));
  if (procedure !== null) router.use('/procedure', procedureRoutes(procedure));
  if (clock !== null)
    router.use(
      '/clock',
      clockRoutes(clock, () => events.publish({ what: 'clock' })),
    );
  router.use(talkingRoutes(edges));
  router.use('/mail', mailRoutes(storage, personNamed));
  router.use('/faults', faultRoutes(faults));
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
  router.use(answerBadRequest);
  return router;
};
