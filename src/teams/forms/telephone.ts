/** Recording that somebody was told by telephone what no message has brought them (N-2). */
import { z } from 'zod';
import { readForm, wallTime } from '../../cards/form.ts';
import { toldCard, toldForm } from '../../cards/told.ts';
import { proofsToPeople } from '../../messages/proof.ts';
import { formAgain } from '../answers.ts';
import type { Handler } from '../edges.ts';
import { asTyped, carriedBy, readHeader } from '../press.ts';
import { opens, readable, submit } from './submitting.ts';

const carried = z.object({ notice: z.string().max(300).optional() });

export const openTelephone: Handler = opens(async (d, press, edges) => {
  const { notice = '' } = carriedBy(carried, press);
  const now = edges.clock();
  const proofs = proofsToPeople(d, await edges.store.notices(d.reference), now);
  return toldCard(d, edges.newId(), { proofs, now, about: notice });
});

export const sendTelephone: Handler = (press, edges) =>
  readable(press, edges, async (d) => {
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
