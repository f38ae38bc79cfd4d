/** Recording that somebody was told by telephone what no message has brought them (N-2). */
import { z } from 'zod';
import { readForm, wallTime } from '../../cards/form.ts';
import { toldCard, toldForm } from '../../cards/told.ts';
import { forbidden } from '../../discussion/commands/forbidden.ts';
import type { Discussion } from '../../discussion/state/discussion.ts';
import { proofsToPeople } from '../../messages/proof.ts';
import { formAgain, refusedAnswer } from '../answers.ts';
import type { Answer, Edges, Handler, Press } from '../edges.ts';
import { asTyped, carriedBy, readHeader } from '../press.ts';
import { readable, submit } from './submitting.ts';

const carried = z.object({ notice: z.string().max(300).optional() });

/** The form names whom nothing has reached yet, the referrer among them: only those who may record a call open it. */
const whoCalls = (press: Press, edges: Edges, use: (d: Discussion) => Promise<Answer>): Promise<Answer> =>
  readable(press, edges, (d) => {
    const refusal = forbidden('recordTelephoneCall', 'recordTelephoneCall', d, press.who.actor);
    return refusal === null ? use(d) : refusedAnswer(d, refusal, press, edges);
  });

export const openTelephone: Handler = (press, edges) =>
  whoCalls(press, edges, async (d) => {
    const { notice = '' } = carriedBy(carried, press);
    const now = edges.clock();
    const proofs = proofsToPeople(d, await edges.store.notices(d.reference), now);
    return { card: toldCard(d, edges.newId(), { proofs, now, about: notice }) };
  });

export const sendTelephone: Handler = (press, edges) =>
  whoCalls(press, edges, async (d) => {
    const { reference, nonce } = readHeader(press);
    const notices = await edges.store.notices(reference);
    const typed = asTyped(press.data);
    const now = edges.clock();
    const proofs = proofsToPeople(d, notices, now);
    const form = () => toldCard(d, nonce, { proofs, now, about: typed.notice ?? '' }, typed);
    const read = readForm(toldForm, press.data);
    if (!read.ok) return formAgain(form, read.problems);
    const { notice: id, spokeTo, date, time } = read.value;
    const toldAt = wallTime(date, time, 'The call');
    if (!toldAt.ok || toldAt.value === null) return formAgain(form, toldAt.ok ? [] : toldAt.problems);
    const found = notices.find(({ notice }) => notice.id === id);
    const to = found?.notice.recipient.to;
    if (found === undefined || to === 'place' || to === 'calendar') return formAgain(form, ['Choose whom you told.']);
    return submit(press, edges, {
      reference,
      command: { kind: 'recordTelephoneCall', notice: found.notice, spokeTo, toldAt: toldAt.value },
      done: 'The call is recorded.',
      form,
    });
  });
