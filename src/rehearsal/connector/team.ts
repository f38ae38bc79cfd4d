/** The one team there is, as the Bot Connector describes it. */
import { channel } from '../places.ts';
import { paramOf, type Operation } from './operation.ts';
import { noTeam } from './refusals.ts';

const ofTheTeam =
  (body: unknown): Operation =>
  (req) =>
    paramOf(req, 'teamId') === channel.teamId ? { status: 200, body } : noTeam;

export const teamDetails = ofTheTeam({
  id: channel.teamId,
  name: channel.teamName,
  tenantId: channel.tenantId,
  channelCount: 1,
});

export const teamChannels = ofTheTeam({ conversations: [{ id: channel.id, name: channel.name }] });
