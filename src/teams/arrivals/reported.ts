/**
 * Teams reports who joins and leaves an online meeting, where the council lets it (docs/decisions/027). Whoever chairs is
 * told, in their own chat, and records it or not; it fills no seat by itself.
 */
import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { arrivalCard, unknownArrivalCard, type Movement } from '../../cards/arrival.ts';
import type { Card } from '../../cards/bind.ts';
import type { SendTeams } from '../../channels/send.ts';
import { isHereNow, participants, type Discussion } from '../../discussion/state/discussion.ts';
import { instant } from '../../practice/time/instant.ts';
import { answerOnce } from '../answeredOnce.ts';
import type { Edges } from '../edges.ts';
import { sendAnswer } from '../sendAnswer.ts';
import { metIn } from './metIn.ts';

const movementNamed: Readonly<Record<string, Movement['what']>> = {
  'application/vnd.microsoft.meetingParticipantJoin': 'joined',
  'application/vnd.microsoft.meetingParticipantLeave': 'left',
};

const account = z.looseObject({
  aadObjectId: z.string().optional(),
  tenantId: z.string().optional(),
  name: z.string().max(200).optional(),
});
type Account = z.infer<typeof account>;
const reported = z.object({
  channelData: z.looseObject({ tenant: z.looseObject({ id: z.string() }) }),
  value: z.looseObject({ members: z.array(z.looseObject({ user: account })).max(50) }),
});

interface ReportEdges extends Edges {
  readonly sendTeams: SendTeams;
  readonly allowedTenants: readonly string[];
  readonly fault: (error: unknown) => string;
}

/** Never rejects: nobody asked for it, and attendance can be recorded without it. */
export const suggestRecording = async (activity: Activity, edges: ReportEdges): Promise<void> => {
  const what = movementNamed[activity.name ?? ''];
  const read = reported.safeParse(activity);
  if (what === undefined || !read.success) return;
  const { channelData, value } = read.data;
  const tenantId = channelData.tenant.id.toLowerCase();
  if (!edges.allowedTenants.some((own) => own.toLowerCase() === tenantId)) return;
  try {
    const d = await metIn(activity.conversation.id, edges);
    if (d === null) return;
    const at = instant(new Date(Math.min(timeOf(activity), Date.parse(edges.clock()))));
    for (const { user } of value.members) {
      const card = await suggestion(d, { tenantId, ...user }, { what, at }, edges);
      if (card !== null) await tellChair(d, card, `${activity.id ?? at}/${user.aadObjectId ?? user.name ?? ''}`, edges);
    }
  } catch (error) {
    edges.fault(error);
  }
};

const timeOf = ({ timestamp }: Activity): number => {
  const reportedAt = timestamp === undefined ? Number.NaN : new Date(timestamp).getTime();
  return Number.isNaN(reportedAt) ? Number.POSITIVE_INFINITY : reportedAt;
};

/** Null where it is recorded already. */
const suggestion = async (
  d: Discussion,
  { aadObjectId, tenantId = '', name = 'no name' }: Account,
  movement: Movement,
  { directory }: Edges,
): Promise<Card | null> => {
  const known =
    aadObjectId === undefined ? null : await directory.byTeamsUser(tenantId.toLowerCase(), aadObjectId.toLowerCase());
  const who = participants(d).find(({ personId }) => personId === known?.id);
  if (who === undefined) return movement.what === 'joined' ? unknownArrivalCard(d, name, movement) : null;
  const isHere = isHereNow(d, who.personId);
  return isHere === (movement.what === 'joined') ? null : arrivalCard(d, who, movement);
};

const tellChair = async (d: Discussion, card: Card, key: string, edges: ReportEdges): Promise<void> => {
  const chair = await edges.directory.byId(d.chair.personId);
  if (chair === null || chair.teams === null) return;
  const to = { kind: 'person', ...chair.teams } as const;
  await answerOnce({ key: `${d.reference}/meeting/${key}`, text: '', isEdit: false }, edges, async (repeat) => {
    const summary = 'Who is in the meeting';
    const sent = await sendAnswer({ key: `${d.reference}/meeting/${key}`, card, summary, repeat }, to, edges);
    return sent.result === 'sent' || sent.result === 'unknown' ? 'answered' : 'failed';
  });
};
