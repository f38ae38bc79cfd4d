/**
 * The cards of the place where a discussion lives, each as things stand when it is sent. Everybody there reads them: who
 * said, decided or was told what is on none of them, but in the own view of those entitled to it.
 */
import { agendaInThread } from '../cards/agendaInThread.ts';
import { decisionInThread } from '../cards/decisionInThread.ts';
import { deliveryInThread } from '../cards/delivery.ts';
import { takingPartCard } from '../cards/takingPart.ts';
import { beneath } from '../cards/bind.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import type { Notice } from '../discussion/state/notice.ts';
import type { Setting } from './kind.ts';
import type { CardContent } from './message.ts';
import { proofsToPeople } from './proof.ts';

interface PlaceSetting extends Setting {
  /** Teams ids of those whose client shows their own view of the card by itself. */
  readonly viewers: readonly string[];
}

export const placeCard = (notice: Notice, d: Discussion, setting: PlaceSetting): CardContent => {
  const { practice, now, notices, viewers } = setting;
  switch (notice.kind) {
    case 'agendaCard': {
      const isElsewhere = notices.some(({ notice: { kind } }) => kind === 'takingPartCard');
      const verb = isElsewhere ? 'agenda.read' : 'agenda.show';
      const agenda = agendaInThread(d, practice, { now, viewers, verb });
      const card = isElsewhere ? agenda : beneath(agenda, takingPartCard(d, []));
      return { card, summary: `Strategy discussion ${d.reference}` };
    }
    case 'takingPartCard':
      return { card: takingPartCard(d, viewers), summary: `Take part in ${d.reference}` };
    case 'decisionCard':
      return { card: decisionInThread(d, viewers), summary: `Decision on ${d.reference}` };
    case 'deliveryCard':
      return {
        card: deliveryInThread(d, proofsToPeople(d, notices, now), viewers),
        summary: `Who has been told about ${d.reference}`,
      };
    default:
      throw new Error(`${notice.id} is a message to a person, not a card of the place`);
  }
};
