/** The chair lets people read the signed record on a page, whom neither Teams nor a secure address leads to. */
import { recordReadersCard, recordReadersForm, type PossibleReader } from '../../cards/recordReaders.ts';
import { readForm } from '../../cards/form.ts';
import { reachOf } from '../../directory/reach.ts';
import { forbidden } from '../../discussion/commands/forbidden.ts';
import { attendanceOf, type Decided } from '../../discussion/state/discussion.ts';
import { recordInForce } from '../../discussion/state/signing.ts';
import { formAgain, refusedAnswer } from '../answers.ts';
import type { Answer, Edges, Handler, Press } from '../edges.ts';
import { asTyped, readHeader } from '../press.ts';
import { readable, submit } from './submitting.ts';

const where = (
  press: Press,
  edges: Edges,
  use: (d: Decided, people: readonly PossibleReader[]) => Promise<Answer> | Answer,
): Promise<Answer> =>
  readable(press, edges, async (d) => {
    const refusal = forbidden('letReadRecord', 'letReadRecord', d, press.who.actor);
    if (refusal !== null) return refusedAnswer(d, refusal, press, edges);
    if (d.stage !== 'decided') return refusedAnswer(d, { code: 'notDecidedYet' }, press, edges);
    if (recordInForce(d) === null) return refusedAnswer(d, { code: 'recordNotSigned' }, press, edges);
    return use(d, await whomNothingElseReaches(d, edges));
  });

/** They took part, and have an address of their own that is not secure. */
const whomNothingElseReaches = async (
  d: Decided,
  { directory, isSecureAddress }: Edges,
): Promise<readonly PossibleReader[]> => {
  const found: PossibleReader[] = [];
  for (const { participant } of attendanceOf(d)) {
    const { personId, name, agency } = participant;
    const { teams, email } = await reachOf({ to: 'person', personId }, d, directory);
    if (teams === null && email !== null && !isSecureAddress(email)) found.push({ personId, name, agency, email });
  }
  return found;
};

export const openRecordReaders: Handler = (press, edges) =>
  where(press, edges, (d, people) => ({ card: recordReadersCard(d, people, edges.newId()) }));

export const sendRecordReaders: Handler = (press, edges) =>
  where(press, edges, (d, people) => {
    const { reference, nonce } = readHeader(press);
    const form = () => recordReadersCard(d, people, nonce, asTyped(press.data));
    const read = readForm(recordReadersForm(people), press.data);
    if (!read.ok) return formAgain(form, read.problems);
    const command = { kind: 'letReadRecord', readers: read.value.readers } as const;
    return submit(press, edges, {
      reference,
      command,
      done: 'It is saved. Whoever may read it now is told how.',
      form,
    });
  });
