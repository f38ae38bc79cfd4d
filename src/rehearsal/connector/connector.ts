/**
 * The Bot Connector: the REST interface bots answer through, with the paths, status codes and error codes Teams
 * documents. Each operation is a function from a request to an answer; `faulty.ts` decides whether the answer arrives.
 */
import { Router, json } from 'express';
import type { Faults } from '../faults.ts';
import { remove, send, update } from './activities.ts';
import { createConversation } from './createConversation.ts';
import type { ConnectorEdges } from './edges.ts';
import { answerWithFaults } from './faulty.ts';
import { notOffered } from './refusals.ts';
import { listMembers, oneMember, pageOfMembers } from './roster.ts';
import { teamChannels, teamDetails } from './team.ts';

export const createConnector = (edges: ConnectorEdges & { readonly faults: Faults }): Router => {
  const faulty = answerWithFaults(edges.faults);
  const router = Router();
  router.use(json({ limit: '2mb' }));
  router.post('/v3/conversations', faulty('createConversation', createConversation(edges)));
  router.post('/v3/conversations/:conversationId/activities', faulty('send', send(edges)));
  router.post('/v3/conversations/:conversationId/activities/:activityId', faulty('send', send(edges)));
  router.put('/v3/conversations/:conversationId/activities/:activityId', faulty('update', update(edges)));
  router.delete('/v3/conversations/:conversationId/activities/:activityId', faulty('delete', remove(edges)));
  router.get('/v3/conversations/:conversationId/members', faulty('members', listMembers));
  router.get('/v3/conversations/:conversationId/pagedmembers', faulty('members', pageOfMembers));
  router.get('/v3/conversations/:conversationId/members/:memberId', faulty('member', oneMember));
  router.get('/v3/teams/:teamId', faulty('members', teamDetails));
  router.get('/v3/teams/:teamId/conversations', faulty('members', teamChannels));
  router.use((_req, res) => {
    res.status(notOffered.status).json(notOffered.body);
  });
  return router;
};
