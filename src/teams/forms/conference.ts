/** That a conference was asked for, was held, or is not needed (DL-3, DL-4). */
import { conferenceCard, readConference } from '../../cards/conference.ts';
import { forbidden } from '../../discussion/commands/forbidden.ts';
import { enquiredInto } from '../../discussion/matter/gate.ts';
import type { Decided } from '../../discussion/state/discussion.ts';
import { formAgain, refusedAnswer } from '../answers.ts';
import type { Answer, Edges, Handler, Press } from '../edges.ts';
import { asTyped, readHeader } from '../press.ts';
import { readable, submit } from './submitting.ts';

const where = (press: Press, edges: Edges, use: (d: Decided) => Promise<Answer> | Answer): Promise<Answer> =>
  readable(press, edges, (d) => {
    const refusal = forbidden('recordConference', 'recordConference', d, press.who.actor);
    if (refusal !== null) return refusedAnswer(d, refusal, press, edges);
    if (d.stage !== 'decided') return refusedAnswer(d, { code: 'notDecidedYet' }, press, edges);
    return enquiredInto(d).length === 0 ? refusedAnswer(d, { code: 'noConferenceHere' }, press, edges) : use(d);
  });

const cardFor = (d: Decided, { conduct, clock }: Edges, nonce: string, typed?: Readonly<Record<string, string>>) =>
  conferenceCard({ d, practice: conduct.practiceOf(d), now: clock() }, nonce, typed);

export const openConference: Handler = (press, edges) =>
  where(press, edges, (d) => ({ card: cardFor(d, edges, edges.newId()) }));

export const sendConference: Handler = (press, edges) =>
  where(press, edges, (d) => {
    const { reference, nonce } = readHeader(press);
    const form = () => cardFor(d, edges, nonce, asTyped(press.data));
    const read = readConference(press.data);
    if (!read.ok) return formAgain(form, read.problems);
    const command = { kind: 'recordConference', ...read.value } as const;
    return submit(press, edges, { reference, command, done: 'It is recorded.', form });
  });
