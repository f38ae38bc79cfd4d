/** Another time or place for the meeting. */
import { readForm, wallTime } from '../../cards/form.ts';
import { meetingPlace } from '../../cards/meetingPlace.ts';
import { reconveneCard, reconveneForm } from '../../cards/reconvene.ts';
import type { Card } from '../../cards/bind.ts';
import { forbidden } from '../../discussion/commands/forbidden.ts';
import { assessed } from '../../discussion/matter/assessed.ts';
import { formAgain, refusalCard } from '../answers.ts';
import type { Edges, Handler } from '../edges.ts';
import { asTyped, readHeader } from '../press.ts';
import type { Who } from '../who.ts';
import { opens, readable, submit } from './submitting.ts';

export const openReconvene: Handler = opens((d, _press, edges) =>
  reconveneCard(d, edges.conduct.practiceOf(d), edges.newId(), edges.makesMeetings),
);

/** `/strategy reconvene REF`: the form, for those who may set another time while nothing is decided. */
export const reconveneFor = async (reference: string, { actor }: Who, edges: Edges): Promise<Card> => {
  const seen = await edges.conduct.read({ reference, actor, deed: 'read' });
  if (seen.result === 'refused') return refusalCard(seen.refusal);
  const { discussion: d } = seen;
  const refusal = forbidden('reconvene', 'reconvene', d, actor);
  if (refusal !== null) return refusalCard(refusal);
  if (d.stage === 'decided' || d.stage === 'stoodDown')
    return refusalCard({ code: 'tooLate', command: 'reconvene', stage: d.stage });
  return reconveneCard(d, edges.conduct.practiceOf(d), edges.newId(), edges.makesMeetings);
};

export const sendReconvene: Handler = (press, edges) =>
  readable(press, edges, async (d) => {
    const { reference, nonce } = readHeader(press);
    const practice = edges.conduct.practiceOf(d);
    const form = () => reconveneCard(d, practice, nonce, edges.makesMeetings, asTyped(press.data));
    const read = readForm(reconveneForm(d, edges.makesMeetings), press.data);
    if (!read.ok) return formAgain(form, read.problems);
    const startsAt = wallTime(read.value.date, read.value.time, 'The meeting');
    if (!startsAt.ok || startsAt.value === null) return formAgain(form, startsAt.ok ? [] : startsAt.problems);
    const place = meetingPlace(read.value, edges.makesMeetings, assessed(d, practice).venue);
    if (!place.ok) return formAgain(form, place.problems);
    const meeting = { startsAt: startsAt.value, ...place.value };
    const { reason, safetyActions, phoneOnlyReason } = read.value;
    return submit(press, edges, {
      reference,
      command: { kind: 'reconvene', meeting, reason, safetyActions, phoneOnlyReason },
      done: (after, before) =>
        `${after.meeting.startsAt === before?.meeting.startsAt ? 'The new place is set' : 'The new time is set'}. Everybody invited is being told.`,
      form,
    });
  });
