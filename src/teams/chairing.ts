/** What the chair and the convenor do besides deciding: change the time, stand down, see who has been told. */
import { deliveryCard } from '../cards/delivery.ts';
import { readForm, wallTime } from '../cards/form.ts';
import { meetingPlace } from '../cards/meetingPlace.ts';
import { reconveneCard, reconveneForm, standDownCard, standDownForm } from '../cards/meetingForms.ts';
import { proofsToPeople } from '../messages/proof.ts';
import { londonDate } from '../practice/time/calendar.ts';
import type { Handler } from './edges.ts';
import { asTyped, formAgain, readable, readHeader, refusalCard, submit } from './reading.ts';

const openReconvene: Handler = (press, edges) =>
  readable(press, edges, (d) => ({ card: reconveneCard(d, edges.newId(), edges.makesMeetings) }));

const sendReconvene: Handler = (press, edges) =>
  readable(press, edges, async (d) => {
    const { reference, nonce } = readHeader(press);
    const page = () => reconveneCard(d, nonce, edges.makesMeetings, asTyped(press.data));
    const read = readForm(reconveneForm(d, edges.makesMeetings), press.data);
    if (!read.ok) return formAgain(page, read.problems);
    const startsAt = wallTime(read.value.date, read.value.time, 'The meeting');
    if (!startsAt.ok || startsAt.value === null) return formAgain(page, startsAt.ok ? [] : startsAt.problems);
    const place = meetingPlace({ format: d.meeting.format, where: read.value.where }, edges.makesMeetings);
    if (!place.ok) return formAgain(page, place.problems);
    const meeting = { startsAt: startsAt.value, ...place.value };
    return submit(press, edges, {
      reference,
      command: { kind: 'reconvene', meeting, reason: read.value.reason },
      done: `${meeting.startsAt === d.meeting.startsAt ? 'The new place is set' : 'The new time is set'}. Everybody invited is being told.`,
      form: page,
    });
  });

const sendStandDown: Handler = (press, edges) =>
  readable(press, edges, async (d) => {
    const { reference, nonce } = readHeader(press);
    const page = () => standDownCard(d, nonce, londonDate(edges.clock()), asTyped(press.data).reason);
    const read = readForm(standDownForm, press.data);
    if (!read.ok) return formAgain(page, read.problems);
    return submit(press, edges, {
      reference,
      command: { kind: 'standDown', reason: read.value.reason },
      done: 'Stood down. Everybody invited is being told.',
      form: page,
    });
  });

const showDeliveries: Handler = async (press, edges) => {
  const { reference } = readHeader(press);
  const seen = await edges.conduct.read({ reference, actor: press.who.actor, deed: 'seeDeliveries' });
  if (seen.result === 'refused') return { card: refusalCard(seen.refusal) };
  const proofs = proofsToPeople(seen.discussion, await edges.store.notices(reference), edges.clock());
  return { card: deliveryCard(seen.discussion, proofs) };
};

export const chairingHandlers: Readonly<Record<string, Handler>> = {
  'reconvene.open': openReconvene,
  'reconvene.send': sendReconvene,
  'standDown.send': sendStandDown,
  'delivery.show': showDeliveries,
};
