/** The cards of the place where a discussion lives, each as things stand when it is sent. */
import { agendaCard } from '../cards/agenda.ts';
import { decisionCard } from '../cards/decisionInThread.ts';
import { deliveryCard } from '../cards/delivery.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import type { Notice } from '../discussion/state/notice.ts';
import type { Setting } from './kind.ts';
import type { CardContent } from './message.ts';
import { proofsToPeople } from './proof.ts';

/** `chairTeamsId` lets the chair's client open the decision form by itself. */
interface PlaceSetting extends Setting {
  readonly chairTeamsId: string | null;
}

export const placeCard = (notice: Notice, d: Discussion, setting: PlaceSetting): CardContent => {
  const { practice, now, notices, chairTeamsId } = setting;
  switch (notice.kind) {
    case 'agendaCard':
      return { card: agendaCard(d, practice, now), summary: `Strategy discussion ${d.reference}` };
    case 'decisionCard':
      return { card: decisionCard(d, practice, chairTeamsId), summary: `Decision on ${d.reference}` };
    case 'deliveryCard':
      return {
        card: deliveryCard(d, proofsToPeople(d, notices, now)),
        summary: `Who has been told about ${d.reference}`,
      };
    default:
      throw new Error(`${notice.id} is a message to a person, not a card of the place`);
  }
};
