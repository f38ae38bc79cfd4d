/** `/strategy`: starts the convene form, announced where it was typed, and seen by nobody but the person who asked. */
import { createHash } from 'node:crypto';
import { announcementCard } from '../../cards/announcement.ts';
import { emptyConvening, saveDraft } from '../../conduct/drafts.ts';
import { forbidden } from '../../discussion/commands/forbidden.ts';
import { refusalCard } from '../answers.ts';
import type { Edges } from '../edges.ts';
import type { Reply, Typed } from './typed.ts';

export const convene = async (edges: Edges, { who, place, messageKey }: Typed): Promise<Reply> => {
  const refusal = forbidden('convene', 'convene', null, who.actor);
  if (refusal !== null) {
    return {
      card: refusalCard(refusal),
      summary: 'Strategy discussion',
      forAskerOnly: true,
      isUnderstood: true,
      announces: null,
    };
  }
  const reference = await freeReference(edges, messageKey);
  const draft = { id: reference, revision: 1, owner: who.actor.personId, body: emptyConvening(place) };
  // The same message delivered again, because its answer was not sent, finds its form already there.
  await saveDraft(edges.drafts, draft, edges.clock());
  return {
    card: announcementCard({ reference, owner: who.actor.name, viewers: [who.teamsId] }),
    summary: 'A strategy discussion is being prepared',
    forAskerOnly: false,
    isUnderstood: true,
    announces: reference,
  };
};

const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** `SD-` and six characters easy to say and hard to confuse, from the message, so that a repeat gets the same. */
export const freeReference = async (edges: Edges, messageKey: string): Promise<string> => {
  for (let attempt = 0; ; attempt += 1) {
    const digest = createHash('sha256').update(`${messageKey}/${attempt}`).digest();
    const reference = `SD-${[...digest.subarray(0, 6)].map((byte) => alphabet[byte % 32]).join('')}`;
    const taken = await edges.conduct.current(reference);
    if (taken === null) return reference;
  }
};
