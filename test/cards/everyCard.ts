/** Loads every card file, so that each has made its template. A card nobody imports here fails the samples test. */
import '../../src/cards/agenda.ts';
import '../../src/cards/agendaInThread.ts';
import '../../src/cards/askedFields.ts';
import '../../src/cards/attend.ts';
import '../../src/cards/attendance.ts';
import '../../src/cards/child.ts';
import '../../src/cards/choose.ts';
import '../../src/cards/confirmation.ts';
import '../../src/cards/conveneChild.ts';
import '../../src/cards/conveneConcern.ts';
import '../../src/cards/conveneMeeting.ts';
import '../../src/cards/conveneParticulars.ts';
import '../../src/cards/convenePeople.ts';
import '../../src/cards/conveneReferral.ts';
import '../../src/cards/announcement.ts';
import '../../src/cards/decisionInThread.ts';
import '../../src/cards/decisionCheck.ts';
import '../../src/cards/decisionChild.ts';
import '../../src/cards/decisionDetails.ts';
import '../../src/cards/delivery.ts';
import '../../src/cards/details.ts';
import '../../src/cards/disagreement.ts';
import '../../src/cards/emergency.ts';
import '../../src/cards/enquiry.ts';
import '../../src/cards/information.ts';
import '../../src/cards/invitation.ts';
import '../../src/cards/invite.ts';
import '../../src/cards/notReached.ts';
import '../../src/cards/openDiscussions.ts';
import '../../src/cards/reconvene.ts';
import '../../src/cards/scale.ts';
import '../../src/cards/standDown.ts';
import '../../src/cards/stopLinks.ts';
import '../../src/cards/message.ts';
import '../../src/cards/news.ts';
import '../../src/cards/reply.ts';
import '../../src/cards/takingPart.ts';
import '../../src/cards/told.ts';
import '../../src/cards/whatWasSaid.ts';
import { templates, type Card } from '../../src/cards/bind.ts';

/** Binds a template to data as its own card would; the template's schema judges the data. */
export const bindNamed = (name: string, data: unknown): Card => {
  const bind = templates.get(name);
  if (bind === undefined) throw new Error(`nothing in src/cards makes cards/${name}.json`);
  return bind(data as never);
};
